import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { AnswerRequest } from './http-api/create-http-api.ts';
import type { ApiRequest, ApiResponse } from './http-api/http-api.ts';

/** API Gateway takes no more than this. */
const MAX_BODY_BYTES = 10 * 1024 * 1024;

/**
 * Puts an HTTP server in front of something that answers requests.
 *
 * @param log hears of faults of the local run itself, which answer 502 as a broken origin would.
 */
export function serve(answer: AnswerRequest, log: (line: string) => void): RequestListener {
  return (incoming, outgoing) => {
    toRequest(incoming)
      .then(answer)
      .then((response) => {
        send(response, incoming, outgoing);
      })
      .catch((error: unknown) => {
        log(
          `${incoming.method ?? ''} ${incoming.url ?? ''}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        );
        const body = Buffer.from('The local run failed to answer; its log says why.\n');
        send({ status: 502, headers: [['content-type', 'text/plain']], body }, incoming, outgoing);
      });
  };
}

async function toRequest(incoming: IncomingMessage): Promise<ApiRequest> {
  const [path = '/', query = ''] = (incoming.url ?? '/').split(/\?(.*)/s);
  const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [
    name,
    Array.isArray(value) ? value.join(',') : (value ?? ''),
  ]);
  return {
    method: incoming.method ?? 'GET',
    path,
    query,
    headers: Object.fromEntries(headers),
    body: await bodyOf(incoming),
    sourceIp: (incoming.socket.remoteAddress ?? '').replace(/^::ffff:/, ''),
  };
}

/** All of a body is read even when it is too large: a browser shows no answer to a request that was cut off. */
async function bodyOf(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  return size > MAX_BODY_BYTES ? undefined : Buffer.concat(chunks);
}

function send(response: ApiResponse, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const hasBody = incoming.method !== 'HEAD' && response.status !== 304 && response.status !== 204;
  const grouped = new Map<string, string[]>();
  for (const [name, value] of response.headers) grouped.set(name, [...(grouped.get(name) ?? []), value]);
  outgoing.statusCode = response.status;
  for (const [name, values] of grouped)
    outgoing.setHeader(name, name === 'set-cookie' ? values : values.join(', '));
  if (hasBody) outgoing.setHeader('content-length', response.body.length);
  outgoing.end(hasBody ? response.body : undefined);
}
