/**
 * The Lambda runtime: runs inside the function's own process, loads its bundle and answers one request at a time.
 * It knows nothing of the application and the application nothing of it. Plain JavaScript without dependencies, so
 * that a cold start here costs what the bundle costs.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** @import { Reply, Request } from './messages.ts' */

/** The largest answer of a synchronous invocation: 6 MB and a little, as Lambda counts it. */
const MAX_PAYLOAD_BYTES = 6_291_556;

const environment = process.env;

// The local run was killed without a chance to say goodbye: don't outlive it.
process.on('disconnect', () => process.exit(0));

const send = (/** @type {Reply} */ reply) => {
  process.send?.(reply);
};

const failureOf = (/** @type {unknown} */ error) =>
  error instanceof Error
    ? { errorType: error.name, errorMessage: error.message }
    : { errorType: 'Error', errorMessage: String(error) };

async function loadHandler() {
  const [file = 'index', member = 'handler'] = (environment['_HANDLER'] ?? '').split('.');
  const root = environment['LAMBDA_TASK_ROOT'] ?? '.';
  const path = ['mjs', 'js', 'cjs'].map((extension) => join(root, `${file}.${extension}`)).find(existsSync);
  if (path === undefined) throw new Error(`Cannot find module '${file}' in ${root}`);
  const handler = (await import(pathToFileURL(path).href))[member];
  if (typeof handler !== 'function') throw new Error(`${file}.${member} is undefined or not exported`);
  return handler;
}

const contextOf = (/** @type {Request} */ { requestId, deadline }) => ({
  awsRequestId: requestId,
  functionName: environment['AWS_LAMBDA_FUNCTION_NAME'],
  functionVersion: environment['AWS_LAMBDA_FUNCTION_VERSION'],
  invokedFunctionArn: environment['LOCAL_FUNCTION_ARN'],
  memoryLimitInMB: environment['AWS_LAMBDA_FUNCTION_MEMORY_SIZE'],
  logGroupName: environment['AWS_LAMBDA_LOG_GROUP_NAME'],
  logStreamName: environment['AWS_LAMBDA_LOG_STREAM_NAME'],
  callbackWaitsForEmptyEventLoop: true,
  getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
});

/** @returns {Promise<Reply>} */
async function answer(/** @type {Function} */ handler, /** @type {Request} */ request) {
  const { requestId } = request;
  try {
    const payload = JSON.stringify(await handler(request.event, contextOf(request))) ?? 'null';
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
  process.on('message', (/** @type {Request} */ request) => {
    void answer(handler, request).then(send);
  });
  send({ kind: 'ready' });
} catch (error) {
  console.error(error);
  send({ kind: 'failure', ...failureOf(error) });
}
