import type { RouteName } from '#contracts/routes.ts';
import type { Answer, Call, PlainCall } from './call.ts';
import { failure, type Outcome } from './failure.ts';
import { failureOf } from './failure-of.ts';
import { routePaths } from './route-paths.ts';
import { noteTime } from './server-clock.ts';

const address = (path: string, call: PlainCall): string => {
  const params = new Map<string, unknown>(Object.entries(call.params ?? {}));
  const filled = path.replaceAll(/\{(\w+)\}/g, (_whole, key: string) =>
    encodeURIComponent(String(params.get(key))),
  );
  const asked = Object.entries(call.query ?? {}).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)]],
  );
  return asked.length === 0 ? filled : `${filled}?${new URLSearchParams(asked).toString()}`;
};

const request = (method: string, call: PlainCall, token: string | undefined): RequestInit => ({
  method,
  headers: {
    // A header no other site can set without our consent: the guard of the routes that read the cookie.
    'x-haemdiary': '1',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(call.version === undefined ? {} : { 'if-match': `"${String(call.version)}"` }),
  },
  ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
});

const read = async (response: Response): Promise<unknown> => {
  if (response.headers.has('content-disposition')) return (await import('./download.ts')).download(response);
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
};

const versionOf = (response: Response): { version?: number } => {
  const tag = /"(\d+)"/.exec(response.headers.get('etag') ?? '');
  return tag?.[1] === undefined ? {} : { version: Number(tag[1]) };
};

/**
 * Sends one request and reads its answer. Never throws for what can be expected: refused, or nothing reached.
 * The answer's type is the contract's; it is not parsed again here, to keep the schemas (83 kB) out of the page.
 */
export async function send<N extends RouteName>(
  name: N,
  call: Call<N>,
  token?: string,
): Promise<Outcome<Answer<N>>> {
  const [method = '', path = ''] = routePaths[name].split(' ');
  const plain: PlainCall = call;
  let response: Response;
  try {
    response = await fetch(address(path, plain), request(method, plain, token));
  } catch (error) {
    if (error instanceof TypeError) return { ok: false, failure: failure('offline') };
    throw error;
  }
  noteTime(response);
  if (!response.ok) return { ok: false, failure: await failureOf(response) };
  return { ok: true, value: (await read(response)) as Answer<N>, ...versionOf(response) };
}
