import { describe, expect, it } from 'vitest';
import { clinicPages } from '#adapters/pdf/clinic-pages.ts';
import { workbooks } from '#adapters/workbook.ts';
import { REACHES, type Route } from '#contracts/route.ts';
import { routes } from '#contracts/routes.ts';
import type { Caller } from '#usecases/ports/context.ts';
import type { Scope } from '#usecases/ports/scopes.ts';
import { ok } from '#usecases/result.ts';
import type { Contexts } from '../../../functions/container.ts';
import { createApi } from '../../../functions/middleware/create-api.ts';
import { diaryHandlers } from '../../../functions/api/handlers/diary.ts';
import type { Handlers } from '../../../functions/middleware/handlers.ts';
import { mayWorkIn, scopeOf } from '../../../functions/middleware/scope-of.ts';
import { apiEvent, ORIGIN_SECRET } from '../../support/api-event.ts';
import { lambdaContext } from '../../support/lambda-context.ts';
import { wholeTable } from '../../support/whole-table.ts';
import { unusedStore } from '../../support/unused-store.ts';

const mine = { centre: 'northgate', patient: 'p-1' };
const common = { account: 'ann', username: 'ann', issuedAt: 1 };
const person: Caller = {
  kind: 'person',
  ...common,
  diaries: [mine, { centre: 'oxford', patient: 'p-9' }],
};
const staff: Caller = { kind: 'staff', ...common, centre: 'northgate', job: 'nurse' };
const registry: Caller = { kind: 'registry', ...common, job: 'manager' };
const callers: Readonly<Record<string, Caller>> = { diary: person, centre: staff, registry };

const scopeFor = (route: Pick<Route, 'reach'>, caller: Caller, params: Record<string, string> = {}) =>
  scopeOf(route as Route, caller, apiEvent({ routeKey: 'GET /v1/x', params }));
const notThere = { ok: false, failure: { code: 'not-found' } };

describe('the scope of a request', () => {
  it.each([
    ['account', person, {}, { of: 'account', account: 'ann' }],
    ['diary', person, { c: 'northgate', p: 'p-1' }, { of: 'diary', ...mine }],
    ['centre', staff, {}, { of: 'centre', centre: 'northgate' }],
    ['patient', staff, { p: 'anyone' }, { of: 'centre', centre: 'northgate' }],
    ['shared-diary', staff, { c: 'oxford', p: 'p-9' }, { of: 'diary', centre: 'oxford', patient: 'p-9' }],
    ['registry', registry, { c: 'oxford' }, undefined],
  ] as const)('of a route that reaches one %s is that and no more', (reach, caller, params, scope) => {
    expect(scopeFor({ reach }, caller, { ...params })).toEqual(ok(scope));
  });

  it.each([
    ['of another patient', { c: 'northgate', p: 'p-2' }],
    ['of another centre', { c: 'oxford', p: 'p-1' }],
    ['whose id only begins alike', { c: 'northgate', p: 'p-11' }],
    ['that has no form', { c: 'northgate', p: 'p-1#AUDIT' }],
  ])('is none at all for a diary %s', (_, params) => {
    expect(scopeFor({ reach: 'diary' }, person, params)).toEqual(notThere);
  });

  it('is found for each route there is, and each kind of reach is one of those', () => {
    for (const route of routes) {
      expect(REACHES).toContain(route.reach);
      const caller = callers[route.audience];
      if (caller === undefined) expect(route.reach).toBe('open');
      else expect(scopeFor(route, caller, { c: mine.centre, p: mine.patient }).ok).toBe(true);
    }
  });
});

describe('a use case that works in several scopes', () => {
  const scopes: readonly Scope[] = [
    { of: 'account', account: 'ann' },
    { of: 'account', account: 'ben' },
    { of: 'diary', ...mine },
    { of: 'diary', centre: 'northgate', patient: 'p-2' },
    { of: 'centre', centre: 'northgate' },
    { of: 'centre', centre: 'oxford' },
    { of: 'pair', ...mine, otherCentre: 'oxford', otherPatient: 'p-9' },
    { of: 'pair', ...mine, otherCentre: 'northgate', otherPatient: 'p-2' },
  ];

  it.each([
    [
      'a person their account and their diaries',
      person,
      [true, false, true, false, false, false, true, false],
    ],
    ['staff their account and their centre', staff, [true, false, false, false, true, false, false, false]],
    ['the registry no tenant', registry, [true, false, false, false, false, false, false, false]],
  ])('is given: %s', (_, caller, allowed) => {
    expect(scopes.map((scope) => mayWorkIn(scope, caller))).toEqual(allowed);
  });
});

describe('the context of a handler', () => {
  const asked: (Scope | undefined)[] = [];
  const context: Contexts['diary'] = {
    ...wholeTable(unusedStore),
    now: () => {
      throw new Error('not used here');
    },
    newId: () => 'made',
    statementInForce: () => Promise.resolve(1),
    recallsAt: () => Promise.resolve([]),
    workbooks,
    clinicPages,
  };
  const claims = {
    token_use: 'id',
    account: 'ann',
    'cognito:username': 'ann',
    iat: '1795338000',
    diaries: 'northgate/p-1',
  };
  const call = async (routeKey: string, params: Record<string, string>, more: Partial<Handlers<'diary'>>) => {
    asked.length = 0;
    const api = createApi({
      audience: 'diary',
      handlers: { ...diaryHandlers, ...more },
      contextFor: (scope) => {
        asked.push(scope);
        return context;
      },
      originSecret: ORIGIN_SECRET,
    });
    return (await api(apiEvent({ routeKey, params, claims, body: 'not even JSON' }), lambdaContext))
      .statusCode;
  };

  it('is not made for a diary that the token does not cover, whose body is not even read', async () => {
    const params = { c: 'oxford', p: 'p-1', id: 'b-1' };
    expect(await call('PUT /v1/diaries/{c}/{p}/bleeds/{id}', params, {})).toBe(404);
    expect(asked).toEqual([]);
    expect(await call('PUT /v1/diaries/{c}/{p}/bleeds/{id}', { ...params, c: 'northgate' }, {})).toBe(400);
  });

  it('breaks, and does not widen, when a handler asks for a scope of somebody else', async () => {
    const api = createApi({
      audience: 'diary',
      handlers: {
        ...diaryHandlers,
        'get-me': (_input, _caller, { within }) => {
          within({ of: 'diary', centre: 'oxford', patient: 'p-1' });
          throw new Error('It was let in.');
        },
      },
      contextFor: (scope) => {
        asked.push(scope);
        return context;
      },
      originSecret: ORIGIN_SECRET,
    });
    asked.length = 0;
    const answer = await api(apiEvent({ routeKey: 'GET /v1/me', claims }), lambdaContext);
    expect(answer.statusCode).toBe(500);
    expect(asked).toEqual([{ of: 'account', account: 'ann' }]);
  });
});
