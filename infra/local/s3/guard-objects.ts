import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { credentialsIn } from '../access-key-id.ts';
import type { Iam } from '../iam/authorise.ts';
import type { Caller, Unidentified } from '../iam/identify.ts';
import type { Credentials } from '../iam/sessions.ts';
import { objectNeeds, type ObjectRequest } from './object-calls.ts';

/** An error in the words of S3. */
interface Refused {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

const denied = (message: string): Refused => ({ status: 403, code: 'AccessDenied', message });
const UNIDENTIFIED: Readonly<Record<Unidentified, Refused>> = {
  'unknown-key': {
    status: 403,
    code: 'InvalidAccessKeyId',
    message: 'The AWS Access Key Id you provided does not exist in our records.',
  },
  'wrong-token': {
    status: 400,
    code: 'InvalidToken',
    message: 'The provided token is malformed or otherwise invalid.',
  },
  expired: { status: 400, code: 'ExpiredToken', message: 'The provided token has expired.' },
};

const oneOf = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value.join(',') : value;

function read(request: IncomingMessage): ObjectRequest {
  // Not by URL, which would take `..` in a key for a way up: the store doesn't.
  const [path = '/', query = ''] = (request.url ?? '/').split(/\?(.*)/su);
  return {
    method: request.method ?? 'GET',
    path: decodeURIComponent(path),
    query: new URLSearchParams(query),
    headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, oneOf(value)])),
  };
}

/** A signed link carries what a header carries otherwise. */
function signerOf(request: IncomingMessage, query: URLSearchParams): Credentials | undefined {
  const accessKeyId = query.get('X-Amz-Credential')?.split('/')[0];
  if (accessKeyId === undefined) return credentialsIn(request);
  return { accessKeyId, sessionToken: query.get('X-Amz-Security-Token') ?? undefined };
}

function refusalOf(iam: Iam, caller: Caller, request: ObjectRequest): Refused | undefined {
  if (caller === 'administrator') return undefined;
  const needs = objectNeeds(request, Date.now());
  if (needs === undefined) {
    const message = `The local run does not know which permission ${request.method} ${request.path} needs`;
    return { status: 501, code: 'NotImplemented', message };
  }
  for (const wanted of needs.wanted) {
    const refusal = iam.refusal(caller, wanted);
    if (refusal !== undefined) return denied(refusal);
  }
  const use = { of: needs.bucket, through: 's3' as const, actions: needs.keyActions };
  const refusal = iam.keyRefusal(caller, use);
  return refusal === undefined ? undefined : denied(refusal);
}

function judge(iam: Iam, incoming: IncomingMessage): Refused | undefined {
  const request = read(incoming);
  const credentials = signerOf(incoming, request.query);
  // Nothing of ours is public.
  if (credentials === undefined) return denied('Access Denied');
  const caller = iam.identify(credentials);
  if (typeof caller === 'object' && 'refused' in caller) return UNIDENTIFIED[caller.refused];
  return refusalOf(iam, caller, request);
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  { status, code, message }: Refused,
): void {
  const body =
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<Error><Code>${code}</Code><Message>${escaped(message)}</Message><RequestId>${randomUUID()}</RequestId></Error>`;
  // What of the body is still on its way is not waited for.
  response.writeHead(status, { 'content-type': 'application/xml', connection: 'close' });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** The one key that the store itself knows: who calls has been decided before it hears of a request. */
const STORE_KEY = 'S3RVER';

function asTheStoreKnowsIt(request: IncomingMessage): void {
  const { authorization } = request.headers;
  if (authorization !== undefined)
    request.headers.authorization = authorization.replace(/Credential=[^/]+/u, `Credential=${STORE_KEY}`);
  request.url = request.url?.replace(/(?<=X-Amz-Credential=)[^&/%]+/u, STORE_KEY);
}

/** Lets through to the object store what the templates' policies allow: signed requests and signed links alike. */
export function guardObjects(iam: Iam, store: RequestListener, log: (line: string) => void): RequestListener {
  return (request, response) => {
    try {
      const refused = judge(iam, request);
      if (refused !== undefined) {
        refuse(request, response, refused);
        return;
      }
    } catch (error) {
      log(`s3: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      refuse(request, response, { status: 500, code: 'InternalError', message: 'Internal error' });
      return;
    }
    asTheStoreKnowsIt(request);
    store(request, response);
  };
}
