import { describe, expect, it } from 'vitest';
import type { Audience } from '#contracts/route.ts';
import { routes } from '#contracts/routes.ts';
import { cameFromOurPage } from '../../../functions/middleware/came-from-our-page.ts';
import { createApi } from '../../../functions/middleware/create-api.ts';
import { apiEvent, ORIGIN_SECRET } from '../../support/api-event.ts';
import { lambdaContext } from '../../support/lambda-context.ts';

const HOST = 'diary.haemdiary.example';
const from = (headers: Record<string, string | undefined>): boolean =>
  cameFromOurPage(apiEvent({ routeKey: 'POST /v1/x', headers: { 'x-viewer-host': HOST, ...headers } }));

describe('a request that changes something', () => {
  it('comes from our page with its header, whatever else the browser says of itself or leaves out', () => {
    expect(from({})).toBe(true);
    expect(from({ origin: `https://${HOST}` })).toBe(true);
    expect(from({ origin: `https://${HOST}`, 'sec-fetch-site': 'same-origin' })).toBe(true);
  });

  it.each([
    ['without the header', { 'x-haemdiary': undefined }],
    ['with another value', { 'x-haemdiary': 'true' }],
    ['from another site', { origin: 'https://evil.example' }],
    ['from a neighbour of the same site', { origin: 'https://centre.haemdiary.example' }],
    ['from a longer name', { origin: `https://${HOST}.evil.example` }],
    ['from a sandboxed page', { origin: 'null' }],
    ['fetched across sites', { 'sec-fetch-site': 'cross-site' }],
    ['fetched from a neighbour', { 'sec-fetch-site': 'same-site' }],
    ['typed or clicked outside any page', { 'sec-fetch-site': 'none' }],
    [
      'with an origin and no host to compare it to',
      { origin: `https://${HOST}`, 'x-viewer-host': undefined },
    ],
  ])('is not ours %s', (_what, headers) => {
    expect(from(headers)).toBe(false);
  });
});

/** Whoever gets past the guard ends here, and says so. */
const reached = () => {
  throw new Error('reached');
};
const claims = {
  token_use: 'id',
  account: 'acc-1',
  'cognito:username': 'robin',
  iat: '1795338000',
  diaries: 'northgate/p-1',
  centre: 'northgate',
};

describe.each(routes.filter(({ method }) => method !== 'GET'))('$method $path', (route) => {
  it.each(['another site', 'a form without the header'])('refuses %s before anything else', async (who) => {
    const handlers = new Proxy({}, { get: () => reached });
    const job = route.audience === 'registry' ? 'manager' : 'data-manager';
    const api = createApi({
      audience: route.audience satisfies Audience | 'open' as 'diary',
      handlers: handlers as Parameters<typeof createApi<'diary'>>[0]['handlers'],
      contextFor: reached,
      originSecret: ORIGIN_SECRET,
    });
    const headers =
      who === 'another site'
        ? { origin: 'https://evil.example', 'x-viewer-host': HOST }
        : { 'x-haemdiary': undefined };
    const event = apiEvent({
      routeKey: `${route.method} ${route.path}`,
      params: { audience: 'diary' },
      claims: { ...claims, job },
      cookies: ['__Host-haemdiary-diary=0192f0c1-0000-7000-8000-000000000000.token'],
      body: {},
      headers,
    });
    const answer = await api(event, lambdaContext);
    expect(answer.statusCode).toBe(403);
    expect(answer.cookies).toBeUndefined();
  });
});
