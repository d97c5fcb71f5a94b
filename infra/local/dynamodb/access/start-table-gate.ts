import {
  Agent,
  request as callEngine,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import * as z from 'zod';
import { credentialsIn } from '../../access-key-id.ts';
import type { Iam } from '../../iam/authorise.ts';
import type { Caller, RoleCaller } from '../../iam/identify.ts';
import { callerOr } from '../../iam/refuse-call.ts';
import { listen, type Listening } from '../../listen.ts';
import { partiqlCalls } from './partiql-calls.ts';
import { tableCalls, type Tables } from './table-calls.ts';

const TARGET = /^DynamoDB_20120810\.(?<name>\w+)$/u;
/** What writes nothing; whatever is not known here may. */
const READS =
  /\.(?:GetItem|BatchGetItem|TransactGetItems|Query|Scan|Describe\w+|List\w+|GetRecords|GetShardIterator)$/u;
const STREAMS = /^DynamoDBStreams_20120810\.(?<name>\w+)$/u;

/** An error in DynamoDB's form. */
interface Refused {
  readonly type: string;
  readonly message: string;
}

/** What the gate needs. */
export interface TableGate {
  readonly iam: Iam;
  readonly tablesFor: (caller: RoleCaller) => Tables;
  /** Where the engine itself listens. */
  readonly enginePort: number;
  /** Hears when a table may have been written to. */
  readonly onWritten?: () => void;
}

const denied = (message: string): Refused => ({ type: 'AccessDeniedException', message });

function keyRefusal(caller: Caller, resources: readonly string[], { iam }: TableGate): string | undefined {
  for (const of of new Set(resources.map((arn) => arn.split('/index/')[0] ?? arn))) {
    const refusal = iam.keyRefusal(caller, { of, through: 'dynamodb', actions: ['kms:Decrypt'] });
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function refusalOf(target: string, body: Buffer, caller: Caller, gate: TableGate): Refused | undefined {
  if (caller === 'administrator') return undefined;
  const stream = STREAMS.exec(target)?.groups?.['name'];
  // Streams are followed by Lambda itself (streams/), which asks for the reader's role; no function calls them.
  if (stream !== undefined)
    return denied(`The local run lets no function call DynamoDB Streams itself: ${stream}`);
  const name = TARGET.exec(target)?.groups?.['name'];
  if (name === undefined) return { type: 'UnknownOperationException', message: '' };
  const read: unknown = JSON.parse(body.toString());
  const tables = gate.tablesFor(caller);
  const wanted = partiqlCalls(name, read, tables) ?? tableCalls(name, read, tables);
  for (const each of wanted) {
    const refusal = gate.iam.refusal(caller, each);
    if (refusal !== undefined) return denied(refusal);
  }
  const refusal = keyRefusal(
    caller,
    wanted.map(({ resource }) => resource),
    gate,
  );
  return refusal === undefined ? undefined : denied(refusal);
}

function judge(request: IncomingMessage, body: Buffer, gate: TableGate): Refused | undefined {
  const credentials = credentialsIn(request);
  if (credentials === undefined) {
    return {
      type: 'MissingAuthenticationTokenException',
      message: 'Request is missing Authentication Token',
    };
  }
  const caller = callerOr(gate.iam, credentials);
  if (typeof caller === 'object' && 'refusal' in caller) return caller.refusal;
  try {
    return refusalOf(String(request.headers['x-amz-target'] ?? ''), body, caller, gate);
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError)
      return {
        type: 'SerializationException',
        message: 'The request is not of the form that DynamoDB takes',
      };
    throw error;
  }
}

function refuse(response: ServerResponse, { type, message }: Refused): void {
  response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
  response.end(JSON.stringify({ __type: `com.amazon.coral.service#${type}`, Message: message }));
}

function fail(response: ServerResponse): void {
  response.writeHead(500, { 'content-type': 'application/x-amz-json-1.0' });
  response.end('{"__type":"com.amazonaws.dynamodb.v20120810#InternalServerError"}');
}

function answer(gate: TableGate, agent: Agent, log: (line: string) => void): RequestListener {
  return (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    const failed = (error: unknown): void => {
      log(`dynamodb: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      if (response.headersSent) response.destroy();
      else fail(response);
    };
    request.once('end', () => {
      const body = Buffer.concat(chunks);
      try {
        const refused = judge(request, body, gate);
        if (refused !== undefined) {
          refuse(response, refused);
          return;
        }
      } catch (error) {
        failed(error);
        return;
      }
      const mayWrite = !READS.test(String(request.headers['x-amz-target'] ?? ''));
      if (mayWrite) response.once('finish', () => gate.onWritten?.());
      handOn(request, body, { agent, port: gate.enginePort, response, failed });
    });
  };
}

/** The engine may close a kept connection at the moment it is used again: nothing was done then, and it is tried anew. */
function handOn(
  request: IncomingMessage,
  body: Buffer,
  to: { agent: Agent; port: number; response: ServerResponse; failed: (error: unknown) => void },
): void {
  const { agent, port, response, failed } = to;
  const { method = 'POST', url = '/', headers } = request;
  const call = callEngine({ agent, host: '127.0.0.1', port, method, path: url, headers }, (engine) => {
    response.writeHead(engine.statusCode ?? 500, engine.headers);
    engine.once('error', failed).pipe(response);
  });
  call.once('error', (error) => {
    const wasClosed = 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
    if (call.reusedSocket && wasClosed && !response.headersSent) handOn(request, body, to);
    else failed(error);
  });
  call.end(body);
}

/**
 * Starts the gate that every call to the tables goes through: it decides by the templates' policies and hands on, byte
 * for byte, what may pass.
 *
 * @param options.port 0 for any free one.
 */
export async function startTableGate(
  options: TableGate & { readonly port: number; readonly log: (line: string) => void },
): Promise<Listening & { readonly endpoint: string }> {
  const agent = new Agent({ keepAlive: true });
  const server = await listen(answer(options, agent, options.log), options.port);
  return {
    port: server.port,
    endpoint: `http://127.0.0.1:${String(server.port)}`,
    stop: async () => {
      await server.stop();
      agent.destroy();
    },
  };
}
