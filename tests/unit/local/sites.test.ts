import { describe, expect, it } from 'vitest';
import { applyHeadersPolicy } from '../../../infra/local/sites/apply-headers-policy.ts';
import { compress } from '../../../infra/local/sites/compress.ts';
import { withEdgeCache } from '../../../infra/local/sites/edge-cache.ts';
import { matchesPath } from '../../../infra/local/sites/matches-path.ts';
import { fromViewerRequest, toViewerEvent } from '../../../infra/local/sites/viewer-event.ts';
import { createViewerFunction, parseViewerAnswer } from '../../../infra/local/sites/viewer-function.ts';

const distribution = {
  id: 'D',
  arn: 'arn:aws:cloudfront::000000000000:distribution/D',
  name: 'diary',
  domain: 'd.cloudfront.net',
  aliases: [],
  rootObject: '',
  origins: [],
  behaviours: [],
};
const request = {
  method: 'GET',
  path: '/calendar',
  query: 'a=1&a=2',
  headers: { cookie: 'x=1; y=2', accept: '*/*' },
  body: Buffer.alloc(0),
  sourceIp: '192.0.2.1',
};
const event = toViewerEvent(distribution, 'viewer-request', 'r', request);

describe('path patterns', () => {
  it.each([
    ['/v1/*', '/v1/me', true],
    ['/v1/*', '/v10/me', false],
    ['v1/*', '/v1/a/b', true],
    ['*.js', '/assets/a.js', true],
    ['/a?c', '/abc', true],
    ['/a.c', '/abc', false],
  ])('%s and %s: %s', (pattern, path, fits) => {
    expect(matchesPath(pattern, path)).toBe(fits);
  });
});

describe('viewer functions', () => {
  it('may change the request, and repeated query names come through as they were', async () => {
    const code =
      "function handler(event) { var r = event.request; r.uri = '/index.html'; r.headers['x-viewer-ip'] = { value: event.viewer.ip }; return r; }";
    const answer = parseViewerAnswer(await createViewerFunction(code, 'f')(event));
    if (!('request' in answer)) throw new Error('It answered a response');
    expect(fromViewerRequest(answer.request, request)).toMatchObject({
      path: '/index.html',
      query: 'a=1&a=2',
      headers: { accept: '*/*', cookie: 'x=1; y=2', 'x-viewer-ip': '192.0.2.1' },
    });
  });

  it('may answer by themselves', async () => {
    const code =
      "async function handler() { return { statusCode: 302, headers: { location: { value: '/' } } }; }";
    expect(parseViewerAnswer(await createViewerFunction(code, 'f')(event))).toMatchObject({
      response: { statusCode: 302 },
    });
  });

  it('have nothing of Node', async () => {
    const code =
      'function handler(e) { e.request.uri = typeof process + typeof require + typeof fetch; return e.request; }';
    expect(await createViewerFunction(code, 'f')(event)).toMatchObject({
      uri: 'undefinedundefinedundefined',
    });
  });

  it('are stopped when they run on', async () => {
    const endless = createViewerFunction('function handler() { while (true) {} }', 'f', 100);
    await expect(endless(event)).rejects.toThrow('timed out');
  });
});

describe('the response headers policy', () => {
  it('sets, overrides only where it says so, and removes', () => {
    const policy = {
      set: [
        { name: 'a', value: 'policy', overrides: true },
        { name: 'b', value: 'policy', overrides: false },
        { name: 'c', value: 'policy', overrides: false },
      ],
      remove: ['server'],
    };
    const headers = applyHeadersPolicy(
      [
        ['a', 'own'],
        ['b', 'own'],
        ['server', 'x'],
      ],
      policy,
    );
    expect(headers).toEqual([
      ['b', 'own'],
      ['a', 'policy'],
      ['c', 'policy'],
    ]);
  });
});

describe('the cache of an edge', () => {
  const file = (cacheControl: string) => ({
    status: 200,
    headers: [
      ['etag', '"1"'],
      ['cache-control', cacheControl],
    ] as const,
    body: Buffer.from('a file'),
  });
  const asked = async (response: Awaited<ReturnType<Parameters<typeof withEdgeCache>[0]>>) => {
    const reads: string[] = [];
    const read = withEdgeCache((key) => {
      reads.push(key);
      return Promise.resolve(response);
    });
    const answers = [
      await read('a.js', request),
      await read('a.js', { ...request, headers: { 'if-none-match': 'W/"1"' } }),
    ];
    return { reads, answers: answers.map(({ status, body }) => [status, body.toString()]) };
  };

  it('reads what says it never changes once, and still knows what the browser has', async () => {
    expect(await asked(file('public, max-age=31536000, immutable'))).toEqual({
      reads: ['a.js'],
      answers: [
        [200, 'a file'],
        [304, ''],
      ],
    });
  });

  it('reads all else each time', async () => {
    expect((await asked(file('no-cache'))).reads).toEqual(['a.js', 'a.js']);
    const missing = { ...file('immutable'), status: 403 };
    expect(await asked(missing)).toEqual({
      reads: ['a.js', 'a.js'],
      answers: [
        [403, 'a file'],
        [403, 'a file'],
      ],
    });
  });
});

describe('compression', () => {
  const text = Buffer.from('word '.repeat(1000));
  it.each([
    ['brotli before gzip', text, 'text/html', 'gzip, br', 'br'],
    ['gzip where brotli is not known', text, 'text/html', 'gzip', 'gzip'],
    ['nothing where neither is', text, 'text/html', 'identity', undefined],
    ['nothing for pictures', text, 'image/png', 'br', undefined],
    ['nothing for small files', Buffer.from('short'), 'text/html', 'br', undefined],
  ])('%s', async (_name, body, type, accepted, encoding) => {
    expect((await compress(body, type, accepted))?.encoding).toBe(encoding);
  });
});
