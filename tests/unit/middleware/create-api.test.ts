import { describe, expect, it, vi } from 'vitest';
import { Temporal } from 'temporal-polyfill';
import { problem } from '#contracts/problem.ts';
import { acceptBody, resetBody } from '#contracts/session.ts';
import { fail, ok } from '#usecases/result.ts';
import { diaryHandlers } from '../../../functions/api/handlers/diary.ts';
import type { DiaryContext } from '../../../functions/container.ts';
import { fieldProblems } from '../../../functions/middleware/field-problems.ts';
import { createApi } from '../../../functions/middleware/create-api.ts';
import type { Handlers } from '../../../functions/middleware/handlers.ts';
import { apiEvent, ORIGIN_SECRET, type Asked } from '../../support/api-event.ts';
import { lambdaContext } from '../../support/lambda-context.ts';
import { unusedStore } from '../../support/unused-store.ts';

const unused = (): never => {
  throw new Error('not used here');
};
const context: DiaryContext = {
  workbooks: { write: unused },
  clinicPages: { write: unused },
  // The caller's link still stands; nothing else is asked for.
  store: { ...unusedStore, get: () => Promise.resolve({ notBefore: 0 } as never) },
  now: () => Temporal.Instant.from('2026-11-22T09:00:00Z'),
  newId: () => 'made-1',
  statementInForce: () => Promise.resolve(1),
  recallsAt: () => Promise.resolve([]),
};
const claims = {
  token_use: 'id',
  account: 'acc-1',
  'cognito:username': 'robin',
  iat: '1795338000',
  diaries: 'northgate/p-1 southbank/p-2',
};
const PUT_BLEED = 'PUT /v1/diaries/{c}/{p}/bleeds/{id}';
const params = { c: 'northgate', p: 'p-1', id: 'b-1' };
const bleed = {
  mutationId: 'm-1',
  typedAt: '2026-11-22T08:59:00Z',
  site: 'knee',
  side: 'left',
  cause: 'trauma',
  severity: 1,
  startedAt: { local: '2026-11-22T08:00', zone: 'Europe/London' },
};

const saving: Handlers<'diary'> = {
  ...diaryHandlers,
  'put-bleed': ({ params: { id }, ifMatch }) => Promise.resolve(ok({ id, version: (ifMatch ?? 0) + 1 })),
};

const ask = async (asked: Asked, given: Partial<Handlers<'diary'>> = {}) => {
  const handlers = { ...saving, ...given };
  const api = createApi({
    audience: 'diary',
    handlers,
    contextFor: () => context,
    originSecret: ORIGIN_SECRET,
  });
  const answer = await api(apiEvent({ claims, ...asked }), lambdaContext);
  const body: unknown = answer.body === undefined ? undefined : JSON.parse(answer.body);
  return { ...answer, body, headers: answer.headers ?? {} };
};
const putBleed = (more: Partial<Asked> = {}, handlers?: Partial<Handlers<'diary'>>) =>
  ask({ routeKey: PUT_BLEED, params, body: bleed, ...more }, handlers);
const problemOf = async (answer: ReturnType<typeof ask>) => problem.parse((await answer).body);

describe('an answer', () => {
  it('goes out through its schema, with the version as its tag', async () => {
    const answer = await putBleed(
      {},
      { 'put-bleed': () => Promise.resolve(ok({ id: 'b-1', version: 3, secret: 'never' })) },
    );
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toEqual({ id: 'b-1', version: 3 });
    expect(answer.headers).toMatchObject({ 'content-type': 'application/json', etag: '"3"' });
  });

  it('carries what keeps it from being stored, framed, sniffed or read elsewhere', async () => {
    const { headers } = await putBleed();
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'x-correlation-id': 'request-1',
    });
  });

  it('may be a file', async () => {
    const answer = createApi({
      audience: 'diary',
      handlers: {
        ...diaryHandlers,
        'export-diary': () =>
          Promise.resolve(ok({ fileName: 'diary.xlsx', contentType: 'x/y', bytes: new Uint8Array([1, 2]) })),
      },
      contextFor: () => context,
      originSecret: ORIGIN_SECRET,
    });
    const event = apiEvent({
      routeKey: 'GET /v1/diaries/{c}/{p}/export',
      params: { c: 'northgate', p: 'p-1' },
      query: { from: '2026-01-01', to: '2026-02-01' },
      claims,
    });
    expect(await answer(event, lambdaContext)).toMatchObject({
      statusCode: 200,
      isBase64Encoded: true,
      body: 'AQI=',
      headers: { 'content-disposition': 'attachment; filename="diary.xlsx"', 'content-type': 'x/y' },
    });
  });

  it('that is a failure is a problem document with nothing beside what the contract names', async () => {
    const answer = await putBleed({}, { 'put-bleed': () => Promise.resolve(fail('stale', { current: 7 })) });
    expect(answer.statusCode).toBe(412);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(answer.body).toEqual({
      type: 'urn:haemdiary:stale',
      title: 'It was changed in the meantime.',
      status: 412,
      code: 'stale',
      current: 7,
      correlationId: 'request-1',
    });
  });

  it('to too many tries says when to come back, in the header too', async () => {
    const slow = fail('too-many', { retryAfterSeconds: 60 });
    const answer = await putBleed({}, { 'put-bleed': () => Promise.resolve(slow) });
    expect(answer).toMatchObject({ statusCode: 429, headers: { 'retry-after': '60' } });
  });
});

describe('a fault', () => {
  const broken: Partial<Handlers<'diary'>> = {
    'put-bleed': () => Promise.reject(new TypeError('Robin Example was born on 2014-03-09')),
  };

  it('answers 500 with an id and no internals, counts it, and logs nothing that a person typed', async () => {
    const written: string[] = [];
    const spies = [
      vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0),
      vi.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0),
      vi.spyOn(console, 'log').mockImplementation((text) => written.push(String(text))),
    ];
    const answer = await putBleed({}, broken);
    for (const spy of spies) spy.mockRestore();
    expect(answer.body).toEqual({
      type: 'urn:haemdiary:broken',
      title: 'Something went wrong on our side.',
      status: 500,
      code: 'broken',
      correlationId: 'request-1',
    });
    expect(answer.headers).toMatchObject({ 'x-correlation-id': 'request-1', 'cache-control': 'no-store' });
    const log = written.join('');
    expect(log).toContain('"BrokenAnswers"');
    expect(log).toContain('TypeError');
    expect(log).not.toMatch(/Robin|2014-03-09/);
  });

  it('is also an answer that does not fit its route', async () => {
    const wrong = { 'put-bleed': () => Promise.resolve(ok({ id: 'b-1', version: 0 })) };
    expect((await putBleed({}, wrong)).statusCode).toBe(500);
  });
});

describe('a caller', () => {
  it('reaches the handler as the token says', async () => {
    const seen: unknown[] = [];
    await putBleed(
      {},
      {
        'put-bleed': (_input, caller) => {
          seen.push(caller);
          return Promise.resolve(ok({ id: 'b-1', version: 1 }));
        },
      },
    );
    expect(seen).toEqual([
      {
        kind: 'person',
        account: 'acc-1',
        username: 'robin',
        issuedAt: 1_795_338_000,
        diaries: [
          { centre: 'northgate', patient: 'p-1' },
          { centre: 'southbank', patient: 'p-2' },
        ],
      },
    ]);
  });

  it.each([
    ['an access token', { ...claims, token_use: 'access' }],
    ['no account', { token_use: 'id', 'cognito:username': 'robin', iat: '1' }],
    ['a diary that is none', { ...claims, diaries: 'northgate' }],
    ['a key in a diary', { ...claims, diaries: 'northgate/p#1' }],
  ])('with %s is signed out', async (_what, wrong) => {
    expect(await problemOf(putBleed({ claims: wrong }))).toMatchObject({ status: 401, code: 'signed-out' });
  });

  it('without any claims is signed out', async () => {
    const api = createApi({
      audience: 'diary',
      handlers: saving,
      contextFor: () => context,
      originSecret: ORIGIN_SECRET,
    });
    const answer = await api(apiEvent({ routeKey: PUT_BLEED, params, body: bleed }), lambdaContext);
    expect(answer.statusCode).toBe(401);
  });

  it('who goes round the edge finds nothing', async () => {
    for (const secret of [undefined, '', 'another']) {
      expect((await putBleed({ headers: { 'x-origin-secret': secret } })).statusCode).toBe(404);
    }
  });
});

describe('a request', () => {
  it.each([
    ['an unknown field', { ...bleed, colour: 'red' }, '/colour', 'unknown'],
    ['a missing field', { ...bleed, site: undefined }, '/site', 'missing'],
    ['a wrong type', { ...bleed, pain: '3' }, '/pain', 'wrong-type'],
    ['a number that is not whole', { ...bleed, pain: 2.5 }, '/pain', 'not-whole'],
    ['too large a number', { ...bleed, pain: 11 }, '/pain', 'too-much'],
    ['a value outside the list', { ...bleed, site: 'ear' }, '/site', 'not-in-list'],
    [
      'a wrong local time',
      { ...bleed, startedAt: { ...bleed.startedAt, local: '8 am' } },
      '/startedAt/local',
      'not-a-local-time',
    ],
    [
      'a zone that is none',
      { ...bleed, startedAt: { ...bleed.startedAt, zone: 'Moon/Base' } },
      '/startedAt/zone',
      'not-a-time-zone',
    ],
    ['control characters', { ...bleed, note: 'a\u0007b' }, '/note', 'unreadable-characters'],
    ['too long a text', { ...bleed, note: 'x'.repeat(501) }, '/note', 'too-long'],
    ['an id that is none', { ...bleed, mutationId: 'A#1' }, '/mutationId', 'not-an-id'],
  ])('with %s is refused at its field', async (_what, body, pointer, reason) => {
    expect(await problemOf(putBleed({ body }))).toMatchObject({
      status: 400,
      code: 'invalid',
      fields: [{ pointer, reason }],
    });
  });

  it.each([
    ['no body', undefined, 'missing'],
    ['what is not JSON', '{"site":', 'not-json'],
    ['more than 256 KB', JSON.stringify({ ...bleed, note: 'x'.repeat(257 * 1024) }), 'too-long'],
    ['a hundred thousand levels', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'wrong-form'],
    ['13 levels', `${'['.repeat(13)}${']'.repeat(13)}`, 'wrong-form'],
    ['a name that objects reserve', '{"__proto__":{"admin":true}}', 'wrong-form'],
    ['such a name further down', '{"site":{"constructor":1}}', 'wrong-form'],
  ])('with %s is refused whole', async (_what, body, reason) => {
    expect(await problemOf(putBleed({ body }))).toMatchObject({
      code: 'invalid',
      fields: [{ pointer: '', reason }],
    });
  });

  it.each([
    ['a name twice', '{"site":"knee","site":"ankle"}', '/site'],
    ['the same name written in two ways', '{"site":1,"s\\u0069te":2}', '/site'],
    ['a name twice further down', '{"x":[{},{"a/b":{"c":1,"c":2}}]}', '/x/1/a~1b/c'],
  ])(
    'with %s is refused there, because readers of JSON differ on which counts',
    async (_what, body, pointer) => {
      expect((await problemOf(putBleed({ body }))).fields).toEqual([{ pointer, reason: 'repeated' }]);
    },
  );

  it('may have the same name in two objects, and names inside texts', async () => {
    const { status } = await problemOf(putBleed({ body: '{"a":{"n":"{\\"n\\":1"},"b":[{"n":1},{"n":1}]}' }));
    expect(status).toBe(400);
    const answer = await problemOf(putBleed({ body: '{"a":{"n":"{\\"n\\":1"},"b":[{"n":1},{"n":1}]}' }));
    expect(answer.fields?.map(({ reason }) => reason)).not.toContain('repeated');
  });

  it('with ten thousand unknown names gets an answer of a hundred lines', async () => {
    const names = Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`n${String(n)}`, 1]));
    expect((await problemOf(putBleed({ body: { ...bleed, ...names } }))).fields).toHaveLength(100);
  });

  it('with a number past 2⁵³, an infinite one or none at all is refused at its field', async () => {
    for (const pain of ['9007199254740993', '1e400', '-1e400', '1e-400', '0.1e1', '-0']) {
      const body = JSON.stringify(bleed).replace('}', `},"pain":${pain}`);
      const answer = await putBleed({ body });
      const passes = ['1e-400', '0.1e1', '-0'].includes(pain);
      expect([pain, answer.statusCode]).toEqual([pain, passes ? 200 : 400]);
    }
  });

  it.each([undefined, 'text/plain', 'application/json; charset=latin1', 'application/x-www-form-urlencoded'])(
    'of the type %s is refused',
    async (type) => {
      const answer = await problemOf(putBleed({ headers: { 'content-type': type } }));
      expect(answer.fields).toEqual([{ pointer: '', reason: 'not-json' }]);
    },
  );

  it('may be sent as base64, in UTF-8 only', async () => {
    const api = createApi({
      audience: 'diary',
      handlers: saving,
      contextFor: () => context,
      originSecret: ORIGIN_SECRET,
    });
    const send = async (bytes: Buffer) => {
      const event = apiEvent({ routeKey: PUT_BLEED, params, claims, body: bytes.toString('base64') });
      return (await api({ ...event, isBase64Encoded: true }, lambdaContext)).statusCode;
    };
    expect(await send(Buffer.from(JSON.stringify({ ...bleed, note: 'Größe' })))).toBe(200);
    expect(await send(Buffer.from(JSON.stringify({ ...bleed, note: 'Größe' }), 'latin1'))).toBe(400);
  });

  it('for an id of the wrong form answers as for one that is not there', async () => {
    expect(await problemOf(putBleed({ params: { ...params, p: 'P#1' } }))).toMatchObject({
      code: 'not-found',
    });
    expect(await problemOf(ask({ routeKey: 'GET /v1/nothing' }))).toMatchObject({ code: 'not-found' });
  });

  it('has its query read as strictly', async () => {
    const month = (query: Record<string, string>) =>
      problemOf(
        ask(
          { routeKey: 'GET /v1/diaries/{c}/{p}', params: { c: 'northgate', p: 'p-1' }, query },
          {
            'get-month': () => Promise.resolve(fail('not-now')),
          },
        ),
      );
    expect((await month({ month: '2026-13' })).fields).toEqual([
      { pointer: '/month', reason: 'not-a-month' },
    ]);
    expect((await month({ month: '2026-11', x: '1' })).fields).toEqual([
      { pointer: '/x', reason: 'unknown' },
    ]);
    expect((await month({ month: '2026-11' })).code).toBe('not-now');
    expect((await problemOf(putBleed({ query: { x: '1' } }))).fields).toEqual([
      { pointer: '/x', reason: 'unknown' },
    ]);
  });

  it.each([
    ['"3"', 4],
    ['W/"3"', 4],
  ])('corrects the version of If-Match %s', async (tag, version) => {
    expect((await putBleed({ headers: { 'if-match': tag } })).body).toEqual({ id: 'b-1', version });
  });

  it.each(['3', '"0"', '"x"', '*', '"1", "2"'])('with If-Match %s is refused', async (tag) => {
    expect(await problemOf(putBleed({ headers: { 'if-match': tag } }))).toMatchObject({
      fields: [{ pointer: '/if-match', reason: 'wrong-form' }],
    });
  });
});

describe('a field of several forms', () => {
  it('is refused with the reason of the usual form', () => {
    const read = resetBody.safeParse(
      { username: 'robin', code: 'abc', password: 'long enough to pass' },
      { reportInput: true },
    );
    if (read.success) throw new Error('should be refused');
    expect(fieldProblems(read.error)).toEqual([{ pointer: '/code', reason: 'not-six-digits' }]);
  });

  it('that no kind names is not in the list', () => {
    const read = acceptBody.safeParse(
      { mutationId: 'm', code: 'ABCD-EFGH-JKMN', account: { kind: 'borrowed' } },
      { reportInput: true },
    );
    if (read.success) throw new Error('should be refused');
    expect(fieldProblems(read.error)).toEqual([{ pointer: '/account/kind', reason: 'not-in-list' }]);
  });
});
