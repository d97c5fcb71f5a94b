import type { IncomingMessage, ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import { credentialsIn } from '../access-key-id.ts';
import type { CallRefusal } from '../iam/refuse-call.ts';
import type { Access, Cognito } from './context.ts';
import { entry } from './entry.ts';
import { keySet } from './jwt.ts';
import { operations } from './operations.ts';
import { poolArn } from './operations/pools.ts';
import { refusalOf, refuse } from './refusal.ts';

const TARGET = 'AWSCognitoIdentityProviderService.';

/** A call about to run. */
export interface CognitoCall {
  /** As an IAM action names it: `cognito-idp:AdminGetUser`. */
  action: string;
  access: Access;
  /** The access key the request was signed with; undefined when it was not signed. */
  accessKeyId: string | undefined;
  /** Of an assumed role. */
  sessionToken: string | undefined;
  /** The pool's ARN, or `*` for an operation that names none. */
  resource: string;
}

/** Hears of a call before it runs, and may refuse it. */
export type OnCall = (call: CognitoCall) => CallRefusal | undefined | Promise<CallRefusal | undefined>;

export interface Wiring {
  cognito: Cognito;
  save: () => Promise<void>;
  log: (line: string) => void;
  onCall?: OnCall;
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    return refuse('SerializationException', 'The request body is not valid JSON');
  }
}

function resourceOf(cognito: Cognito, body: unknown): string {
  if (typeof body !== 'object' || body === null) return '*';
  if ('UserPoolId' in body && typeof body.UserPoolId === 'string') return poolArn(cognito, body.UserPoolId);
  const pool = Object.values(cognito.state.pools).find(
    ({ clients }) => 'ClientId' in body && typeof body.ClientId === 'string' && entry(clients, body.ClientId),
  );
  return pool ? poolArn(cognito, pool.id) : '*';
}

async function call(wiring: Wiring, request: IncomingMessage): Promise<unknown> {
  const name = String(request.headers['x-amz-target'] ?? '').replace(TARGET, '');
  const operation = operations.get(name);
  if (!operation) return refuse('UnknownOperationException', `The local user pools do not know ${name}`);
  const body = await bodyOf(request);
  const { accessKeyId, sessionToken } = credentialsIn(request) ?? {};
  if (operation.access === 'iam' && accessKeyId === undefined) {
    refuse('MissingAuthenticationTokenException', 'Missing Authentication Token');
  }
  const { cognito, onCall } = wiring;
  const denied = await onCall?.({
    action: `cognito-idp:${name}`,
    access: operation.access,
    accessKeyId,
    sessionToken,
    resource: resourceOf(cognito, body),
  });
  if (denied !== undefined) refuse(denied.type, denied.message);
  return operation.run(cognito, body);
}

function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {
    'content-type': 'application/x-amz-json-1.1',
    'x-amzn-requestid': randomUUID(),
    ...headers,
  });
  response.end(JSON.stringify(body));
}

function sendError(response: ServerResponse, error: unknown, log: (line: string) => void): void {
  const refusal = refusalOf(error);
  if (!refusal) log(`cognito: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  const { type, message } = refusal ?? { type: 'InternalErrorException', message: 'Internal error' };
  send(response, refusal ? 400 : 500, { __type: type, message }, { 'x-amzn-errortype': type });
}

function sendDocument(wiring: Wiring, request: IncomingMessage, response: ServerResponse): void {
  const [, poolId = '', document] = /^\/([^/]+)\/\.well-known\/([a-z.-]+)$/u.exec(request.url ?? '') ?? [];
  const pool = entry(wiring.cognito.state.pools, poolId);
  const issuer = wiring.cognito.issuer(poolId);
  const json = { 'content-type': 'application/json' };
  if (pool && document === 'jwks.json') {
    send(response, 200, keySet(pool), json);
  } else if (pool && document === 'openid-configuration') {
    send(response, 200, { issuer, jwks_uri: `${issuer}/.well-known/jwks.json` }, json);
  } else {
    send(response, 404, { message: 'Not found' }, json);
  }
}

/** Answers the JSON 1.1 protocol on `POST /`, and each pool's public documents on `GET`. */
export function answerRequest(wiring: Wiring): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    if (request.method !== 'POST') {
      sendDocument(wiring, request, response);
      return;
    }
    const answer = async (): Promise<void> => {
      try {
        const body = await call(wiring, request);
        await wiring.save();
        send(response, 200, body);
      } catch (error) {
        // A refusal has changed things too: attempts are counted.
        await wiring.save();
        sendError(response, error, wiring.log);
      }
    };
    answer().catch((error: unknown) => {
      sendError(response, error, wiring.log);
    });
  };
}
