/**
 * The Lambda runtime: runs inside the function's own process, loads its bundle and answers one request at a time.
 * It knows nothing of the application and the application nothing of it.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { requestSchema, type Reply, type Request } from './messages.ts';

/** The largest answer of a synchronous invocation: 6 MB and a little, as Lambda counts it. */
const MAX_PAYLOAD_BYTES = 6_291_556;

const environment = process.env;
const send = (reply: Reply): void => {
  process.send?.(reply);
};

// The local run was killed without a chance to say goodbye: don't outlive it.
process.on('disconnect', () => process.exit(0));

function failureOf(error: unknown): { errorType: string; errorMessage: string } {
  if (error instanceof Error) return { errorType: error.name, errorMessage: error.message };
  return { errorType: 'Error', errorMessage: String(error) };
}

async function loadHandler(): Promise<(event: unknown, context: unknown) => unknown> {
  const [file = 'index', member = 'handler'] = (environment['_HANDLER'] ?? '').split('.');
  const root = environment['LAMBDA_TASK_ROOT'] ?? '.';
  const path = ['mjs', 'js', 'cjs']
    .map((extension) => join(root, `${file}.${extension}`))
    .find((each) => existsSync(each));
  if (path === undefined) throw new Error(`Cannot find module '${file}' in ${root}`);
  const loaded: unknown = await import(pathToFileURL(path).href);
  const handler: unknown =
    typeof loaded === 'object' && loaded !== null ? Reflect.get(loaded, member) : undefined;
  if (typeof handler !== 'function') throw new Error(`${file}.${member} is undefined or not exported`);
  return (event, context): unknown => Reflect.apply(handler, undefined, [event, context]);
}

function contextOf(request: Request): object {
  return {
    awsRequestId: request.requestId,
    functionName: environment['AWS_LAMBDA_FUNCTION_NAME'],
    functionVersion: environment['AWS_LAMBDA_FUNCTION_VERSION'],
    invokedFunctionArn: environment['LOCAL_FUNCTION_ARN'],
    memoryLimitInMB: environment['AWS_LAMBDA_FUNCTION_MEMORY_SIZE'],
    logGroupName: environment['AWS_LAMBDA_LOG_GROUP_NAME'],
    logStreamName: environment['AWS_LAMBDA_LOG_STREAM_NAME'],
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, request.deadline - Date.now()),
  };
}

async function answer(
  handler: (event: unknown, context: unknown) => unknown,
  request: Request,
): Promise<Reply> {
  const { requestId } = request;
  try {
    const result: unknown = await handler(request.event, contextOf(request));
    const payload = result === undefined ? 'null' : JSON.stringify(result);
    if (Buffer.byteLength(payload) <= MAX_PAYLOAD_BYTES) return { kind: 'payload', requestId, payload };
    const errorMessage = `Response payload size exceeded maximum allowed payload size (${String(MAX_PAYLOAD_BYTES)} bytes).`;
    return { kind: 'failure', requestId, errorType: 'Function.ResponseSizeTooLarge', errorMessage };
  } catch (error) {
    // Lambda writes what a handler threw to the function's log, and so does this.
    console.error(error);
    return { kind: 'failure', requestId, ...failureOf(error) };
  }
}

try {
  const handler = await loadHandler();
  process.on('message', (message) => {
    void answer(handler, requestSchema.parse(message)).then(send);
  });
  send({ kind: 'ready' });
} catch (error) {
  console.error(error);
  send({ kind: 'failure', ...failureOf(error) });
}
