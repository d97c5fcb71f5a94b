import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { FunctionDefinition, InvocationResult } from './function-definition.ts';
import { replySchema, type Reply, type Request } from './messages.ts';

/** One execution environment: a process that holds one function's bundle and answers one request at a time. */
export type FunctionProcess = {
  readonly invoke: (event: unknown) => Promise<InvocationResult>;
  /** False once it has died or been killed; it is never used again. */
  readonly isAlive: () => boolean;
  readonly stop: () => Promise<void>;
};

/** Longer than Lambda's 10 s for loading: here several functions may be loading on two slow cores. */
const LOADING_LIMIT_MS = 30_000;
const RUNTIME = fileURLToPath(new URL('runtime.mjs', import.meta.url));

/**
 * Starts a process for a function.
 *
 * @param environment every variable the process gets; nothing is inherited.
 * @param write takes the lines it prints.
 */
export function startFunctionProcess(
  definition: FunctionDefinition,
  environment: Readonly<Record<string, string>>,
  write: (line: string) => void,
): FunctionProcess {
  const child = spawn(process.execPath, [`--max-old-space-size=${String(definition.memoryMb)}`, RUNTIME], {
    env: { ...environment },
    cwd: definition.codeDirectory,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  for (const stream of [child.stdout, child.stderr]) writeLines(stream, write);
  const exited = new Promise<void>((resolve) =>
    child.once('exit', () => {
      resolve();
    }),
  );
  const isAlive = (): boolean => child.exitCode === null && child.signalCode === null && !child.killed;
  const loading = withinMs(nextReply(child, undefined), LOADING_LIMIT_MS, () =>
    failed('Sandbox.Timedout', 'Loading the function took too long'),
  );
  const invoke = async (event: unknown): Promise<InvocationResult> => {
    const ready = await loading;
    if (ready.kind !== 'ready') {
      child.kill('SIGKILL');
      return resultOf(ready);
    }
    const requestId = randomUUID();
    const limitMs = definition.timeoutSeconds * 1000;
    const request: Request = { requestId, event, deadline: Date.now() + limitMs };
    const reply = nextReply(child, requestId);
    child.send(request);
    const message = `${new Date().toISOString()} ${requestId} Task timed out after ${definition.timeoutSeconds.toFixed(2)} seconds`;
    return resultOf(
      await withinMs(reply, limitMs, () => {
        write(message);
        child.kill('SIGKILL');
        return failed('Sandbox.Timedout', message);
      }),
    );
  };
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await exited;
  };
  return { invoke, isAlive, stop };
}

/** The process's next answer, or how it ended without one. */
function nextReply(child: ChildProcess, requestId: string | undefined): Promise<Reply> {
  return new Promise((resolve) => {
    const onMessage = (message: unknown): void => {
      const reply = replySchema.parse(message);
      const of = 'requestId' in reply ? reply.requestId : undefined;
      if (of !== requestId) return;
      finish(reply);
    };
    const onExit = (code: number | null, signal: string | null): void => {
      const how = code === null ? `signal: ${signal ?? 'unknown'}` : `exit status ${String(code)}`;
      finish(
        failed(
          'Runtime.ExitError',
          `RequestId: ${requestId ?? 'none'} Error: Runtime exited with error: ${how}`,
        ),
      );
    };
    const finish = (reply: Reply): void => {
      child.off('message', onMessage);
      child.off('exit', onExit);
      resolve(reply);
    };
    child.on('message', onMessage);
    child.on('exit', onExit);
  });
}

function failed(errorType: string, errorMessage: string): Reply {
  return { kind: 'failure', errorType, errorMessage };
}

function resultOf(reply: Reply): InvocationResult {
  if (reply.kind === 'payload') return { ok: true, payload: reply.payload };
  if (reply.kind === 'failure')
    return { ok: false, errorType: reply.errorType, errorMessage: reply.errorMessage };
  return { ok: false, errorType: 'Runtime.Unknown', errorMessage: 'The runtime answered out of turn' };
}

async function withinMs(reply: Promise<Reply>, limitMs: number, otherwise: () => Reply): Promise<Reply> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<Reply>((resolve) => {
    timer = setTimeout(() => {
      resolve(otherwise());
    }, limitMs);
  });
  try {
    return await Promise.race([reply, limit]);
  } finally {
    clearTimeout(timer);
  }
}

function writeLines(stream: NodeJS.ReadableStream | null, write: (line: string) => void): void {
  let rest = '';
  stream?.setEncoding('utf8');
  stream?.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) write(line);
  });
  stream?.on('end', () => {
    if (rest !== '') write(rest);
  });
}
