import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RouteName } from '#contracts/routes.ts';
import { centreProfile, registryStaff, staff } from '#table/entities/centre.ts';
import { created } from '#table/item.ts';
import * as patterns from '#table/patterns.ts';
import { stillIn } from '#usecases/caller/still-in.ts';
import type { RegistryCaller } from '#usecases/ports/context.ts';
import { readDirectory } from '#usecases/sharing/list-directory.ts';
import { centreHandlers } from '../../../functions/api/handlers/centre.ts';
import { createApi } from '../../../functions/middleware/create-api.ts';
import { apiEvent, ORIGIN_SECRET } from '../../support/api-event.ts';
import { DIARY, startDiaryWorld, STATEMENT, type DiaryWorld } from '../../support/diary-world.ts';
import { corrections } from '../../support/examples/corrections.ts';
import { requestOf } from '../../support/examples/examples.ts';
import { lambdaContext } from '../../support/lambda-context.ts';
import { rememberedAccounts } from '../../support/no-accounts.ts';

const NOW = '2026-06-10T12:00:00Z';
const ABOUT = {
  ...DIARY,
  account: 'ann',
  colleague: 'staff-consultant',
  entry: 'none',
  version: 7,
  fresh: 'new',
  act: 'act',
  today: '2026-06-10',
  statement: STATEMENT,
};
let world: DiaryWorld;

/** What the nurse, whose token is of now, is answered. */
const ask = async (name: RouteName, more: Parameters<typeof requestOf>[2] = {}): Promise<number> => {
  const files = { write: () => Promise.resolve(), link: () => Promise.resolve('') };
  const directory = readDirectory(world.context.store);
  const context = { ...world.context, accounts: rememberedAccounts(), files, directory };
  const api = createApi({
    audience: 'centre',
    handlers: centreHandlers,
    contextFor: () => context,
    originSecret: ORIGIN_SECRET,
  });
  const { account, username, issuedAt, centre, job } = world.staff('nurse');
  const { method, route, ifMatch, ...request } = requestOf(name, ABOUT, more);
  const answer = await api(
    apiEvent({
      ...request,
      routeKey: `${method} ${route}`,
      headers: { 'if-match': ifMatch === undefined ? undefined : `"${String(ifMatch)}"` },
      claims: { token_use: 'id', account, 'cognito:username': username, iat: String(issuedAt), centre, job },
    }),
    lambdaContext,
  );
  return answer.statusCode ?? 0;
};
const views = async () =>
  (await world.context.store.queryAll(patterns.auditOf({ of: 'diary', ...DIARY }))).length;

const change = async (more: Readonly<Record<string, unknown>>): Promise<void> => {
  const nurse = world.staff('nurse');
  const before = await world.context.store.get(staff, staff.key(nurse));
  await world.context.store.put(staff, { ...before, ...more });
};
const suspend = async (): Promise<void> => {
  const before = await world.context.store.get(centreProfile, centreProfile.key(DIARY));
  await world.context.store.put(centreProfile, { ...before, status: 'suspended' });
};

describe('a token of somebody at a centre', () => {
  beforeAll(async () => {
    world = await startDiaryWorld(NOW);
  });
  afterAll(() => world.stop());
  beforeEach(async () => {
    await world.putPatient();
    await change({ status: 'active', job: 'nurse', notBefore: 0 });
  });

  it('reads while the job is held', async () => {
    expect(await ask('get-patient')).toBe(200);
    expect(await ask('list-patients')).toBe(200);
  });

  it.each([
    ['has ended', () => change({ status: 'ended' })],
    ['is another one now', () => change({ job: 'physiotherapist' })],
    ['was signed out everywhere', () => change({ notBefore: world.staff().issuedAt + 1 })],
    ['is at a centre that was suspended', suspend],
  ])('reads nothing once the job %s, and no view is noted', async (_, end) => {
    const before = await views();
    await end();
    expect(await ask('get-patient')).toBe(401);
    expect(await ask('get-patient-month')).toBe(401);
    expect(await ask('list-patients')).toBe(401);
    expect(await views()).toBe(before);
  });

  it('is told by a write nothing but that the job has ended', async () => {
    const correct = () => ask('put-patient-treatment', corrections['put-patient-treatment'](ABOUT));
    await world.context.store.put(centreProfile, {
      ...(await world.context.store.get(centreProfile, centreProfile.key(DIARY))),
      status: 'active',
    });
    expect(await correct()).toBe(404);
    await change({ status: 'ended' });
    expect(await correct()).toBe(401);
  });
});

it('of the registry reads nothing once the job there has ended', async () => {
  const { table, context, stop } = await startDiaryWorld(NOW);
  const caller: RegistryCaller = {
    kind: 'registry',
    account: 'reg',
    username: 'reg',
    issuedAt: 1_800_000_000,
    job: 'analyst',
  };
  const item = {
    account: 'reg',
    username: 'reg',
    displayName: 'An analyst',
    job: 'analyst' as const,
    status: 'active' as const,
    since: NOW,
    notBefore: 0,
    ...created({ at: NOW, by: 'test', mutationId: 'seeded' }),
  };
  await table.store.put(registryStaff, item);
  expect(await stillIn(context, caller, undefined)).toMatchObject({ ok: true });
  await table.store.put(registryStaff, { ...item, status: 'ended' });
  expect(await stillIn(context, caller, undefined)).toMatchObject({ failure: { code: 'signed-out' } });
  await stop();
});
