import type { ApiEvent } from '../../functions/middleware/event.ts';

export const ORIGIN_SECRET = 'only-the-edge-knows-this';

export interface Asked {
  readonly routeKey: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly cookies?: readonly string[];
  /** Sent as JSON with its content type, unless it is text already. */
  readonly body?: unknown;
  readonly claims?: Readonly<Record<string, string>>;
  readonly requestId?: string;
}

const known = (headers: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, value]],
    ),
  );

/** A request as an HTTP API hands it to a function (payload format 2.0), from our page through our edge. */
export const apiEvent = (asked: Asked): ApiEvent => {
  const [method = '', path = ''] = asked.routeKey.split(' ');
  const rawPath = path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => asked.params?.[name] ?? name);
  const rawQueryString = new URLSearchParams(asked.query ?? {}).toString();
  const { body } = asked;
  const jwt =
    asked.claims === undefined ? {} : { authorizer: { jwt: { claims: { ...asked.claims }, scopes: [] } } };
  return {
    version: '2.0',
    routeKey: asked.routeKey,
    rawPath,
    rawQueryString,
    ...(asked.cookies === undefined ? {} : { cookies: [...asked.cookies] }),
    headers: known({
      'x-origin-secret': ORIGIN_SECRET,
      'x-viewer-ip': '198.51.100.7',
      ...(asked.params?.['audience'] === undefined ? {} : { 'x-viewer-site': asked.params['audience'] }),
      'x-haemdiary': '1',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...asked.headers,
    }),
    ...(asked.query === undefined ? {} : { queryStringParameters: { ...asked.query } }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'api',
      domainName: 'api.example',
      domainPrefix: 'api',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
      requestId: asked.requestId ?? 'request-1',
      routeKey: asked.routeKey,
      stage: '$default',
      time: '22/Nov/2026:09:00:00 +0000',
      timeEpoch: 1_795_338_000_000,
      ...jwt,
    },
    ...(asked.params === undefined ? {} : { pathParameters: { ...asked.params } }),
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    isBase64Encoded: false,
  };
};
