import { describe, expect, it } from 'vitest';
import { accessLine } from '../../../infra/local/http-api/access-line.ts';
import { createHttpApi } from '../../../infra/local/http-api/create-http-api.ts';
import { fromResult } from '../../../infra/local/http-api/from-result.ts';
import type { ApiRequest, HttpApi, Stage } from '../../../infra/local/http-api/http-api.ts';
import { matchRoute } from '../../../infra/local/http-api/match-route.ts';
import { createGate } from '../../../infra/local/http-api/throttle.ts';
import { toEvent } from '../../../infra/local/http-api/to-event.ts';

const route = (key: string) => ({ key, integrationId: 'i', authorizerId: undefined, scopes: [] });
const stage: Stage = {
  name: '$default',
  throttle: undefined,
  routeThrottles: new Map(),
  accessLogFormat: undefined,
};
const api = (routes: string[], stages: Stage[] = [stage], timeoutMs = 30_000): HttpApi => ({
  id: 'abc',
  name: 'api',
  account: '000000000000',
  domain: 'abc.execute-api.eu-west-2.amazonaws.com',
  routes: routes.map(route),
  integrations: new Map([['i', { functionArn: 'arn', timeoutMs }]]),
  authorizers: new Map(),
  stages,
});
const request = (changes: Partial<ApiRequest> = {}): ApiRequest => ({
  method: 'GET',
  path: '/v1/me',
  query: '',
  headers: {},
  body: Buffer.alloc(0),
  sourceIp: '127.0.0.1',
  ...changes,
});
const tools = (payload: unknown, lines: string[] = []) => ({
  invoke: () => Promise.resolve({ ok: true as const, payload: JSON.stringify(payload) }),
  keys: { issuerOf: (issuer: string) => issuer, fetchKeys: () => Promise.resolve({ keys: [] }) },
  clock: () => 1_800_000_000_000,
  writeAccessLog: (line: string) => lines.push(line),
});
const textOf = ({ body }: { body: Buffer }): string => body.toString('utf8');

describe('routes', () => {
  const routes = ['GET /v1/a/{id}', 'GET /v1/a/fixed', 'ANY /v1/a/{id}', 'GET /v1/{rest+}', '$default'].map(
    route,
  );
  it.each([
    ['GET', '/v1/a/fixed', 'GET /v1/a/fixed', {}],
    ['GET', '/v1/a/1%202', 'GET /v1/a/{id}', { id: '1 2' }],
    ['POST', '/v1/a/1', 'ANY /v1/a/{id}', { id: '1' }],
    ['GET', '/v1/b/c/d', 'GET /v1/{rest+}', { rest: 'b/c/d' }],
    ['GET', '/v1/a/', 'GET /v1/{rest+}', undefined],
    ['PUT', '/elsewhere', '$default', {}],
  ])('%s %s is answered by %s', (method, path, key, parameters) => {
    const match = matchRoute(routes, method, path);
    expect(match?.route.key).toBe(key);
    if (parameters !== undefined) expect(match?.pathParameters).toEqual(parameters);
  });

  it('are not found without a default', () => {
    expect(matchRoute([route('GET /v1/a')], 'GET', '/v1/b')).toBeUndefined();
    expect(matchRoute([route('GET /v1/a/{id}')], 'GET', '/v1/a/b/c')).toBeUndefined();
  });
});

describe('the event of a request', () => {
  const event = (changes: Partial<ApiRequest>) => {
    const asked = request(changes);
    const match = { route: route('GET /v1/{x}'), pathParameters: { x: 'me' } };
    return toEvent({
      api: api([]),
      stage,
      request: asked,
      match,
      authorisation: undefined,
      requestId: 'r',
      nowMs: 1_800_000_000_000,
    });
  };

  it('joins repeated query values and takes cookies out of the headers', () => {
    const given = event({ query: 'a=1&a=2&b=%20', headers: { cookie: 'x=1; y=2', 'user-agent': 'test' } });
    expect(given).toMatchObject({
      queryStringParameters: { a: '1,2', b: ' ' },
      rawQueryString: 'a=1&a=2&b=%20',
      cookies: ['x=1', 'y=2'],
      pathParameters: { x: 'me' },
      requestContext: { http: { userAgent: 'test' }, time: '15/Jan/2027:08:00:00 +0000' },
    });
    expect(given['headers']).not.toHaveProperty('cookie');
  });

  it('hands JSON on as text and other bodies in base64', () => {
    const json = event({
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: Buffer.from('{"é":1}'),
    });
    expect(json).toMatchObject({ body: '{"é":1}', isBase64Encoded: false });
    const bytes = event({ headers: { 'content-type': 'image/jpeg' }, body: Buffer.from([0xff, 0xd8]) });
    expect(bytes).toMatchObject({ body: '/9g=', isBase64Encoded: true });
  });
});

describe('the answer of a function', () => {
  it('keeps status, headers, cookies and bytes', () => {
    const payload = {
      statusCode: 201,
      headers: { 'Content-Type': 'image/png', 'X-Count': 2 },
      cookies: ['a=1', 'b=2'],
      body: '/9g=',
      isBase64Encoded: true,
    };
    const response = fromResult({ ok: true, payload: JSON.stringify(payload) });
    expect(response).toEqual({
      status: 201,
      headers: [
        ['content-type', 'image/png'],
        ['x-count', '2'],
        ['set-cookie', 'a=1'],
        ['set-cookie', 'b=2'],
      ],
      body: Buffer.from([0xff, 0xd8]),
    });
  });

  it('without a status is the body of a 200', () => {
    expect(fromResult({ ok: true, payload: '{"a":1}' })).toMatchObject({
      status: 200,
      body: Buffer.from('{"a":1}'),
    });
  });

  it.each([
    ['that failed', { ok: false as const, errorType: 'Error', errorMessage: 'secret detail' }],
    ['that makes no sense', { ok: true as const, payload: '{"statusCode":"many"}' }],
  ])('%s is a 500 of API Gateway without internals', (_name, result) => {
    const response = fromResult(result);
    expect(response.status).toBe(500);
    expect(textOf(response)).toBe('{"message":"Internal Server Error"}');
  });
});

describe('what API Gateway answers itself', () => {
  it('is 404 for a path without a route', async () => {
    const response = await createHttpApi(api([]), tools({}))(request());
    expect([response.status, textOf(response)]).toEqual([404, '{"message":"Not Found"}']);
  });

  it('is 413 for a body over its limit', async () => {
    const response = await createHttpApi(api(['GET /v1/me']), tools({}))(request({ body: undefined }));
    expect([response.status, textOf(response)]).toEqual([413, '{"message":"Request Entity Too Large"}']);
  });

  it('is 503 when the integration takes too long', async () => {
    const never = { ...tools({}), invoke: () => new Promise<never>(() => undefined) };
    const response = await createHttpApi(api(['GET /v1/me'], [stage], 20), never)(request());
    expect([response.status, textOf(response)]).toEqual([503, '{"message":"Service Unavailable"}']);
  });

  it('is 429 beyond the throttle, for each route by itself', async () => {
    const throttled = {
      ...stage,
      throttle: { perSecond: 1, burst: 1 },
      routeThrottles: new Map([['GET /v1/b', { perSecond: 1, burst: 2 }]]),
    };
    const answer = createHttpApi(api(['GET /v1/a', 'GET /v1/b'], [throttled]), tools({ statusCode: 200 }));
    const statuses = [];
    for (const path of ['/v1/a', '/v1/a', '/v1/b', '/v1/b', '/v1/b'])
      statuses.push((await answer(request({ path }))).status);
    expect(statuses).toEqual([200, 429, 200, 200, 429]);
  });

  it('lets a throttled route through again as time passes', () => {
    const gate = createGate({ perSecond: 2, burst: 1 });
    expect([gate(0), gate(100), gate(600), gate(601)]).toEqual([true, false, true, false]);
  });
});

describe('the access log', () => {
  it('fills in the stage format and writes - for what it does not know', async () => {
    const lines: string[] = [];
    const logged = {
      ...stage,
      accessLogFormat: '{"route":"$context.routeKey","status":$context.status,"x":"$context.unheard.of"}',
    };
    await createHttpApi(api(['GET /v1/me'], [logged]), tools({ statusCode: 204 }, lines))(request());
    expect(lines).toEqual(['{"route":"GET /v1/me","status":204,"x":"-"}']);
  });

  it('writes no path where the format has none', () => {
    const answered = {
      api: api([]),
      stage,
      request: request({ path: '/v1/secret' }),
      response: fromResult({ ok: true, payload: '1' }),
      requestId: 'r',
      routeKey: 'GET /v1/{x}',
      startedAt: 1,
      endedAt: 3,
    };
    expect(accessLine('$context.routeKey $context.responseLatency', answered)).toBe('GET /v1/{x} 2');
  });
});
