import { describe, expect, it } from 'vitest';
import { routes, type RouteName } from '#contracts/routes.ts';
import type { Route } from '#contracts/route.ts';
import { readCaller } from '../../../functions/middleware/read-caller.ts';
import { apiEvent } from '../../support/api-event.ts';

const routeOf = (name: RouteName): Parameters<typeof readCaller>[0] => {
  const found: Route | undefined = routes.find((route) => route.name === name);
  if (found === undefined || found.audience === 'open') throw new Error('no such route');
  return { ...found, audience: found.audience };
};
const common = { token_use: 'id', account: 'acc-1', 'cognito:username': 'sam', iat: '1795338000' };
const read = (name: RouteName, claims: Record<string, string>) =>
  readCaller(routeOf(name), apiEvent({ routeKey: 'GET /v1/x', claims: { ...common, ...claims } }));

describe('staff', () => {
  it('are known by centre and job', () => {
    expect(read('get-centre', { centre: 'northgate', job: 'nurse' })).toEqual({
      ok: true,
      value: {
        kind: 'staff',
        account: 'acc-1',
        username: 'sam',
        issuedAt: 1_795_338_000,
        centre: 'northgate',
        job: 'nurse',
      },
    });
  });

  it('may call only what covers their job', () => {
    expect(read('put-policy', { centre: 'northgate', job: 'nurse' })).toMatchObject({
      failure: { code: 'not-allowed' },
    });
    expect(read('put-policy', { centre: 'northgate', job: 'data-manager' }).ok).toBe(true);
  });

  it('without a job, or with one that is none, are signed out', () => {
    for (const claims of [
      { centre: 'northgate' },
      { job: 'nurse' },
      { centre: 'northgate', job: 'manager' },
    ]) {
      expect(read('get-centre', claims as Record<string, string>)).toMatchObject({
        failure: { code: 'signed-out' },
      });
    }
  });
});

describe('the registry', () => {
  it('lets analysts read and managers write', () => {
    expect(read('list-centres', { job: 'analyst' }).ok).toBe(true);
    expect(read('put-centre', { job: 'analyst' })).toMatchObject({ failure: { code: 'not-allowed' } });
    expect(read('put-centre', { job: 'manager' }).ok).toBe(true);
  });
});

describe('a person', () => {
  it('may have no diary', () => {
    expect(read('get-me', {})).toMatchObject({ value: { kind: 'person', diaries: [] } });
    expect(read('get-me', { diaries: '' })).toMatchObject({ value: { diaries: [] } });
  });
});
