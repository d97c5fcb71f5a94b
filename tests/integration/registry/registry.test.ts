import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CentreBody } from '#contracts/centre.ts';
import { registryStaff } from '#table/entities/centre.ts';
import { outbox } from '#table/entities/system.ts';
import { created } from '#table/item.ts';
import type { RegistryCaller } from '#usecases/ports/context.ts';
import { changeCentreStatus, correctCentre } from '#usecases/registry/correct-centre.ts';
import { listCentres, readCentreForRegistry } from '#usecases/registry/list-centres.ts';
import { onboardCentre } from '#usecases/registry/onboard-centre.ts';
import { publishStatement } from '#usecases/registry/publish-statement.ts';
import { readRegistry } from '#usecases/registry/read-registry.ts';
import { getStatement } from '#usecases/session/get-statement.ts';
import { valueOf } from '../../support/value-of.ts';
import { POLICY, startDiaryWorld, type DiaryWorld } from '../../support/diary-world.ts';

const NOW = '2026-06-10T12:00:00Z';
let world: DiaryWorld;
let acts = 0;
const act = (): string => `m${String((acts += 1))}`;
const manager: RegistryCaller = {
  kind: 'registry',
  account: 'reg',
  username: 'reg',
  issuedAt: 1_800_000_000,
  job: 'manager',
};

const centre = (more: Partial<CentreBody> = {}): CentreBody => ({
  mutationId: act(),
  name: 'Moorside',
  email: 'moorside@example.org',
  phone: '01632 960100',
  emergencyPhone: '01632 960199',
  address: 'Moor Road 2',
  zone: 'Europe/London',
  policy: POLICY,
  firstDataManager: { email: 'first@example.org', name: 'A first manager' },
  ...more,
});

describe('what the registry does', () => {
  beforeAll(async () => {
    world = await startDiaryWorld(NOW);
    await world.context.store.put(registryStaff, {
      account: manager.account,
      username: 'reg',
      displayName: 'A manager',
      job: 'manager',
      status: 'active',
      since: NOW,
      notBefore: 0,
      ...created({ at: NOW, by: 'test', mutationId: 'seeded' }),
    });
  });
  afterAll(() => world.stop());

  it('tells who is signed in', async () => {
    expect(await readRegistry(world.context, manager)).toMatchObject({
      ok: true,
      value: { displayName: 'A manager', job: 'manager' },
    });
    expect(await readRegistry(world.context, { ...manager, account: 'x' })).toEqual({
      ok: false,
      failure: { code: 'not-found' },
    });
  });

  it('onboards a centre with its first data manager in one act, once', async () => {
    const body = centre();
    const done = await onboardCentre(world.context, manager, 'moorside', body);
    expect(done).toMatchObject({ ok: true, value: { id: 'moorside', status: 'active', version: 1 } });
    expect(await onboardCentre(world.context, manager, 'moorside', body)).toEqual(done);
    expect(await onboardCentre(world.context, manager, 'moorside', centre())).toEqual({
      ok: false,
      failure: { code: 'taken' },
    });
    const { pk } = outbox.key({ owner: { of: 'centre', centre: 'moorside' }, at: '0', outbox: '0' });
    const mails = await world.context.store.queryAll({
      name: 'outboxOf',
      partition: pk,
      range: 'all',
      finds: [outbox],
    });
    expect(mails.map(({ item }) => item.job)).toMatchObject([
      { message: 'invitation-staff', to: 'first@example.org' },
    ]);
    const listed = valueOf(await listCentres(world.context, undefined));
    expect(listed.items).toMatchObject([{ id: 'moorside', name: 'Moorside' }]);
    expect(await readCentreForRegistry(world.context, 'moorside')).toMatchObject({
      ok: true,
      value: { policy: POLICY },
    });
    expect(await readCentreForRegistry(world.context, 'nowhere')).toEqual({
      ok: false,
      failure: { code: 'not-found' },
    });
  });

  it('refuses an office number as the number for the night, and a centre without its first data manager', async () => {
    expect(
      await onboardCentre(world.context, manager, 'other', centre({ emergencyPhone: '01632-960-100' })),
    ).toMatchObject({ ok: false, failure: { fields: [{ reason: 'same-as-office' }] } });
    const { firstDataManager: _, ...without } = centre();
    expect(await onboardCentre(world.context, manager, 'other', without)).toMatchObject({
      ok: false,
      failure: { fields: [{ pointer: '/firstDataManager' }] },
    });
  });

  it('lets nobody write who has left the registry', async () => {
    const gone = { ...manager, account: 'gone' };
    expect(await onboardCentre(world.context, gone, 'other', centre())).toEqual({
      ok: false,
      failure: { code: 'signed-out' },
    });
  });

  it('corrects a centre from the version that was seen', async () => {
    const body = centre({ name: 'Moorside Centre' });
    expect(await correctCentre(world.context, manager, { centre: 'moorside', body, version: 5 })).toEqual({
      ok: false,
      failure: { code: 'stale', current: 1 },
    });
    const done = await correctCentre(world.context, manager, { centre: 'moorside', body, version: 1 });
    expect(done).toMatchObject({ ok: true, value: { name: 'Moorside Centre', version: 2 } });
    expect(await correctCentre(world.context, manager, { centre: 'moorside', body, version: 1 })).toEqual(
      done,
    );
    expect(
      await correctCentre(world.context, manager, { centre: 'nowhere', body: centre(), version: 1 }),
    ).toEqual({ ok: false, failure: { code: 'not-found' } });
  });

  it('suspends a centre and makes it active again, on the list too', async () => {
    const change = (status: 'active' | 'suspended', mutationId = act()) =>
      changeCentreStatus(world.context, manager, {
        centre: 'moorside',
        body: { mutationId, status, reason: 'A review' },
      });
    const mutationId = act();
    const done = await change('suspended', mutationId);
    expect(done).toMatchObject({ ok: true, value: { status: 'suspended' } });
    expect(await change('suspended', mutationId)).toEqual(done);
    expect(await change('suspended')).toEqual({ ok: false, failure: { code: 'not-now' } });
    expect(valueOf(await listCentres(world.context, undefined)).items).toMatchObject([
      { status: 'suspended' },
    ]);
    expect(await change('active')).toMatchObject({ ok: true, value: { status: 'active' } });
  });

  it('publishes statements one after the other, and never changes one', async () => {
    const body = () => ({
      mutationId: act(),
      publishedOn: '2026-06-10',
      changes: 'The first.',
      sections: [{ heading: 'What', paragraphs: ['Why.'] }],
    });
    const publish = (version: number, given: Parameters<typeof publishStatement>[2]['body'] = body()) =>
      publishStatement(world.context, manager, { version, body: given });
    const first = body();
    const done = await publish(1, first);
    expect(done).toMatchObject({ ok: true, value: { version: 1 } });
    expect(await publish(1, first)).toEqual(done);
    expect(await publish(1)).toMatchObject({ ok: false, failure: { fields: [{ reason: 'not-the-next' }] } });
    expect(await publish(3)).toMatchObject({ ok: false, failure: { code: 'invalid' } });
    expect(await publish(2)).toMatchObject({ ok: true, value: { version: 2 } });
    expect(valueOf(await getStatement(world.context)).answer).not.toHaveProperty('easyRead');
    const easyRead = [{ picture: 'lock' as const, sentences: ['We keep it safe.'] }];
    expect(await publish(3, { ...body(), easyRead })).toMatchObject({ value: { version: 3, easyRead } });
    expect(valueOf(await getStatement(world.context)).answer).toMatchObject({ version: 3, easyRead });
  });
});
