import { beforeEach, describe, expect, it } from 'vitest';
import { routes } from '#contracts/routes.ts';
import { managerCount, registryStaff, staff } from '#table/entities/centre.ts';
import { resetCode } from '#table/entities/system.ts';
import { created } from '#table/item.ts';
import type { RegistryCaller } from '#usecases/ports/context.ts';
import type { Result } from '#usecases/result.ts';
import { resetHash } from '#usecases/session/invitation-code.ts';
import { centreHandlers } from '../../../functions/api/handlers/centre.ts';
import { diaryHandlers } from '../../../functions/api/handlers/diary.ts';
import { registryHandlers } from '../../../functions/api/handlers/registry.ts';
import { auditsOf } from '../../support/audits-of.ts';
import {
  DIARY,
  POLICY,
  STATEMENT,
  startDiaryWorld,
  treatment,
  type DiaryWorld,
} from '../../support/diary-world.ts';
import { rememberedAccounts } from '../../support/no-accounts.ts';

const NOW = '2026-06-10T12:00:00Z';
const { centre: c, patient: p } = DIARY;
const ACCOUNT = 'ann';
const registry: RegistryCaller = {
  kind: 'registry',
  account: 'reg',
  username: 'reg',
  issuedAt: 1_800_000_000,
  job: 'manager',
};

let world: DiaryWorld;
const seeded = created({ at: NOW, by: 'test', mutationId: 'seeded' });
const files = { write: () => Promise.resolve(), link: () => Promise.resolve('') };
const asPerson = () => [world.person(ACCOUNT), world.context] as const;
const asStaff = () => [world.staff(), { ...world.context, accounts: rememberedAccounts(), files }] as const;
const asRegistry = () => [registry, { ...world.context, accounts: rememberedAccounts() }] as const;

const typed = (mutationId: string) => ({ mutationId, typedAt: NOW, passed: ['possible-duplicate'] });
const given = (mutationId: string) => treatment('2026-06-10T07:30', typed(mutationId));
const bled = (mutationId: string) => ({
  ...typed(mutationId),
  site: 'knee' as const,
  side: 'left' as const,
  cause: 'spontaneous' as const,
  severity: 0 as const,
  startedAt: { local: '2026-06-09T20:00', zone: 'Europe/London' },
});
const days = (mutationId: string) => ({ ...typed(mutationId), from: '2026-06-01', to: '2026-06-02' });
const person = (mutationId: string) => ({
  mutationId,
  givenName: 'Ned',
  familyName: 'Example',
  birthDate: '2016-02-29',
  diagnosis: 'haemophilia-a' as const,
  homeZone: 'Europe/London',
  homeTherapy: true,
  homeDelivery: false,
  channel: 'online' as const,
  guardianConsentNeeded: false,
});
const centreBody = (mutationId: string, name: string) => ({
  mutationId,
  name,
  email: 'other@example.org',
  phone: '01632 960100',
  emergencyPhone: '01632 960199',
  address: 'Moor Road 2',
  zone: 'Europe/London',
  policy: POLICY,
  firstDataManager: { email: 'first@example.org', name: 'A first manager' },
});
const regimen = {
  kind: 'routine' as const,
  productId: 'elocta',
  amount: { value: 2000, unit: 'IU' as const, moiety: 'FVIII' as const },
  anchor: '2026-06-10',
  schedule: { kind: 'every-days' as const, days: 2 },
  dosesPerDay: 1,
};

const fresh = { query: undefined, ifMatch: undefined };
const diaryAt = (id: string) => ({ ...fresh, params: { c, p, id } });
const patientAt = (id: string) => ({ ...fresh, params: { p, id } });
const patient = { ...fresh, params: { p } };
const linkAt = { ...fresh, params: { p, account: ACCOUNT } };

const d = diaryHandlers;
const s = centreHandlers;
const r = registryHandlers;
type Does = (act: string) => Promise<Result<unknown>>;

/** Every act that somebody signed in can do, by its route's name. */
const ACTS: Readonly<Record<string, Does>> = {
  'answer-statement': (act) =>
    d['answer-statement'](
      { ...fresh, params: undefined, body: { mutationId: act, version: STATEMENT, agreed: true } },
      ...asPerson(),
    ),
  'put-treatment': (act) => d['put-treatment']({ ...diaryAt('t'), body: given(act) }, ...asPerson()),
  'put-bleed': (act) => d['put-bleed']({ ...diaryAt('b'), body: bled(act) }, ...asPerson()),
  'put-not-taken': (act) => d['put-not-taken']({ ...diaryAt('n'), body: days(act) }, ...asPerson()),
  'put-confirmation': (act) =>
    d['put-confirmation']({ ...diaryAt('c'), body: { ...days(act), answers: ['no-bleeds'] } }, ...asPerson()),
  'void-entry': (act) =>
    d['void-entry'](
      { ...diaryAt('mine'), ifMatch: 1, body: { mutationId: act, reason: 'Typed twice' } },
      ...asPerson(),
    ),
  'put-patient-treatment': (act) =>
    s['put-patient-treatment']({ ...patientAt('st'), body: given(act) }, ...asStaff()),
  'put-patient-bleed': (act) => s['put-patient-bleed']({ ...patientAt('sb'), body: bled(act) }, ...asStaff()),
  'put-patient-not-taken': (act) =>
    s['put-patient-not-taken']({ ...patientAt('sn'), body: days(act) }, ...asStaff()),
  'put-patient-confirmation': (act) =>
    s['put-patient-confirmation'](
      { ...patientAt('sc'), body: { ...days(act), answers: ['no-bleeds'] } },
      ...asStaff(),
    ),
  'void-patient-entry': (act) =>
    s['void-patient-entry'](
      { ...patientAt('theirs'), ifMatch: 1, body: { mutationId: act, reason: 'Typed twice' } },
      ...asStaff(),
    ),
  'put-policy': (act) =>
    s['put-policy'](
      { ...fresh, params: undefined, ifMatch: 1, body: { mutationId: act, policy: POLICY } },
      ...asStaff(),
    ),
  'put-staff': (act) =>
    s['put-staff'](
      {
        ...fresh,
        params: { account: 'staff-second' },
        body: { mutationId: act, change: 'end', reason: 'Moved on' },
      },
      ...asStaff(),
    ),
  'invite-staff': (act) =>
    s['invite-staff'](
      {
        ...fresh,
        params: { id: 'inv-staff' },
        body: { mutationId: act, email: 'new@example.org', name: 'A new nurse', job: 'nurse' },
      },
      ...asStaff(),
    ),
  'put-patient': (act) =>
    s['put-patient']({ ...fresh, params: { p: 'ned' }, body: person(act) }, ...asStaff()),
  'put-plan': (act) =>
    s['put-plan'](
      {
        ...patientAt('plan'),
        body: { mutationId: act, passed: [], effectiveOn: '2026-06-10', regimens: [regimen] },
      },
      ...asStaff(),
    ),
  'put-consent': (act) =>
    s['put-consent'](
      {
        ...fresh,
        params: { p: 'kim', id: 'consent' },
        body: {
          mutationId: act,
          change: 'given',
          givenBy: 'A parent',
          relation: 'parent',
          on: '2026-06-09',
          formReference: 'F-1',
        },
      },
      ...asStaff(),
    ),
  'put-paper-statement': (act) =>
    s['put-paper-statement'](
      { ...patient, body: { mutationId: act, version: STATEMENT, on: '2026-06-09', formReference: 'F-2' } },
      ...asStaff(),
    ),
  'invite-person': (act) =>
    s['invite-person'](
      {
        ...patientAt('inv-person'),
        body: {
          mutationId: act,
          relation: 'parent',
          mayRecord: true,
          by: 'mail',
          email: 'carer@example.org',
          name: 'A carer',
        },
      },
      ...asStaff(),
    ),
  'put-link': (act) => s['put-link']({ ...linkAt, body: { mutationId: act, change: 'end' } }, ...asStaff()),
  'recover-account': (act) =>
    s['recover-account'](
      { ...linkAt, body: { mutationId: act, lost: 'second-factor', identityCheckedBy: 'in-person' } },
      ...asStaff(),
    ),
  'put-delivery': (act) =>
    s['put-delivery'](
      { ...patient, body: { mutationId: act, status: 'suspended', reason: 'No record' } },
      ...asStaff(),
    ),
  'put-pause': (act) =>
    s['put-pause'](
      {
        ...patient,
        body: { mutationId: act, change: 'starts', reason: 'hospital', from: '2026-06-08', to: '2026-06-20' },
      },
      ...asStaff(),
    ),
  'stop-patient': (act) =>
    s['stop-patient']({ ...patient, body: { mutationId: act, reason: 'left' } }, ...asStaff()),
  'put-paper-form': (act) =>
    s['put-paper-form'](
      {
        ...patientAt('form'),
        body: { mutationId: act, from: '2026-05-01', to: '2026-05-31', receivedOn: '2026-06-02' },
      },
      ...asStaff(),
    ),
  'note-contact': (act) =>
    s['note-contact'](
      { ...patientAt('contact'), body: { mutationId: act, how: 'phone', note: 'Will record tonight' } },
      ...asStaff(),
    ),
  'start-export': (act) =>
    s['start-export'](
      { ...fresh, params: { id: 'exp' }, body: { mutationId: act, from: '2026-05-01', to: '2026-05-31' } },
      ...asStaff(),
    ),
  'put-centre': (act) =>
    r['put-centre'](
      { ...fresh, params: { c: 'moorside' }, body: centreBody(act, 'Moorside') },
      ...asRegistry(),
    ),
  'put-centre-status': (act) =>
    r['put-centre-status'](
      { ...fresh, params: { c }, body: { mutationId: act, status: 'suspended', reason: 'Closed' } },
      ...asRegistry(),
    ),
  'put-statement': (act) =>
    r['put-statement'](
      {
        ...fresh,
        params: { version: 1 },
        body: {
          mutationId: act,
          publishedOn: '2026-06-10',
          changes: 'The first version.',
          sections: [{ heading: 'What is kept', paragraphs: ['What you record.'] }],
        },
      },
      ...asRegistry(),
    ),
};

/** The same routes with `If-Match`: corrections. */
const CORRECTIONS: Readonly<Record<string, Does>> = {
  'put-treatment': (act) =>
    d['put-treatment']({ ...diaryAt('mine'), ifMatch: 1, body: given(act) }, ...asPerson()),
  'put-bleed': (act) =>
    d['put-bleed']({ ...diaryAt('my-bleed'), ifMatch: 1, body: bled(act) }, ...asPerson()),
  'put-patient-treatment': (act) =>
    s['put-patient-treatment']({ ...patientAt('mine'), ifMatch: 1, body: given(act) }, ...asStaff()),
  'put-patient-bleed': (act) =>
    s['put-patient-bleed']({ ...patientAt('my-bleed'), ifMatch: 1, body: bled(act) }, ...asStaff()),
  'put-patient': (act) =>
    s['put-patient']({ ...fresh, params: { p: 'kim' }, ifMatch: 1, body: person(act) }, ...asStaff()),
  'put-centre': (act) =>
    r['put-centre'](
      { ...fresh, params: { c }, ifMatch: 1, body: centreBody(act, 'Larkfield Road') },
      ...asRegistry(),
    ),
};

const writes = routes.filter(({ audience, reads }) => audience !== 'open' && !reads);

const seed = async (): Promise<void> => {
  const { store } = world.context;
  await world.putPatient({
    channel: 'paper',
    clockFrom: '2026-05-01',
    recording: { stage: 'due', since: NOW, openDoses: [] },
  });
  await world.putPatient({ patient: 'kim', consent: { state: 'needed' } });
  await world.putLink(ACCOUNT);
  for (const [id, record] of [
    ['mine', () => d['put-treatment']({ ...diaryAt('mine'), body: given('seed-mine') }, ...asPerson())],
    ['theirs', () => d['put-treatment']({ ...diaryAt('theirs'), body: given('seed-theirs') }, ...asPerson())],
    ['my-bleed', () => d['put-bleed']({ ...diaryAt('my-bleed'), body: bled('seed-bleed') }, ...asPerson())],
  ] as const)
    expect([id, await record()]).toMatchObject([id, { ok: true }]);
  const second = await store.get(staff, staff.key(world.staff()));
  await store.put(staff, { ...second, account: 'staff-second', username: 'second' });
  await store.put(managerCount, { centre: c, active: 2, ...seeded });
  await store.put(registryStaff, {
    account: registry.account,
    username: 'reg',
    displayName: 'A manager',
    job: 'manager',
    status: 'active',
    since: NOW,
    notBefore: 0,
    ...seeded,
  });
};

describe('an act that is sent twice', () => {
  let act = '';
  let acts = 0;
  beforeEach(async () => {
    world = await startDiaryWorld(NOW);
    await seed();
    act = `act-under-test-${String((acts += 1))}`;
    return () => world.stop();
  });

  it('is tried here for every route that writes for somebody signed in', () => {
    expect(Object.keys(ACTS).sort()).toEqual(writes.map(({ name }) => name).sort());
    expect(Object.keys(CORRECTIONS).every((name) => name in ACTS)).toBe(true);
  });

  it.each([
    ...Object.entries(ACTS).map(([name, does]) => [name, does] as const),
    ...Object.entries(CORRECTIONS).map(([name, does]) => [`${name}, correcting`, does] as const),
  ])('is done once and answered alike: %s', async (_, does) => {
    const first = await does(act);
    expect(first).toMatchObject({ ok: true });
    const audits = await auditsOf(world.table, act);
    expect(audits).toBeGreaterThan(0);
    expect(await does(act)).toEqual(first);
    expect(await auditsOf(world.table, act)).toBe(audits);
  });
});

describe('a code that is shown once', () => {
  beforeEach(async () => {
    world = await startDiaryWorld(NOW);
    await seed();
    return () => world.stop();
  });

  it('is made again for a lost password, under the same audit: the first was seen by nobody', async () => {
    const recover = () =>
      s['recover-account'](
        { ...linkAt, body: { mutationId: 'lost', lost: 'password', identityCheckedBy: 'in-person' } },
        ...asStaff(),
      );
    for (const answer of [await recover(), await recover()]) {
      const code = answer.ok ? (answer.value.code ?? '') : '';
      expect(
        await world.context.store.get(resetCode, resetCode.key({ hash: resetHash(code) })),
      ).toMatchObject({ account: ACCOUNT });
    }
    expect(await auditsOf(world.table, 'lost')).toBe(1);
  });

  it('is not answered for an invitation that was made before, though others wrote in between', async () => {
    const invite = () =>
      s['invite-person'](
        {
          ...patientAt('inv-print'),
          body: { mutationId: 'print', relation: 'parent', mayRecord: true, by: 'print', name: 'A carer' },
        },
        ...asStaff(),
      );
    const first = await invite();
    expect(first.ok && first.value.code).toMatch(/^.{4}-.{4}-.{4}$/u);
    expect(
      await s['note-contact'](
        { ...patientAt('between'), body: { mutationId: 'between', how: 'phone', note: 'Rang' } },
        ...asStaff(),
      ),
    ).toMatchObject({ ok: true });
    const again = await invite();
    expect(again).toMatchObject({ ok: true, value: { id: 'inv-print' } });
    expect(again.ok && again.value).not.toHaveProperty('code');
    expect(await auditsOf(world.table, 'print')).toBe(1);
  });
});
