import readExcel from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Temporal } from 'temporal-polyfill';
import type { MonthView } from '#contracts/diary.ts';
import { routes, type RouteName } from '#contracts/routes.ts';
import type { WithheldBody } from '#contracts/sharing.ts';
import { plan } from '#table/entities/diary.ts';
import { created } from '#table/item.ts';
import * as patterns from '#table/patterns.ts';
import { listWorklist } from '#usecases/centre/list-worklist.ts';
import { recordBleed } from '#usecases/diary/record-bleed.ts';
import { recordTreatment } from '#usecases/diary/record-treatment.ts';
import { voidEntry } from '#usecases/diary/void-entry.ts';
import { viewMonth } from '#usecases/diary/view-month.ts';
import type { Directory } from '#usecases/ports/directory.ts';
import { sweep } from '#usecases/recording/sweep.ts';
import type { Result } from '#usecases/result.ts';
import { viewSharedMonth } from '#usecases/sharing/view-shared-month.ts';
import { liftWithheld, withhold } from '#usecases/withheld/withhold.ts';
import { centreHandlers } from '../../../functions/api/handlers/centre.ts';
import { diaryHandlers } from '../../../functions/api/handlers/diary.ts';
import type { AnyInput } from '../../../functions/middleware/read-input.ts';
import { DIARY, startDiaryWorld, STATEMENT, treatment, type DiaryWorld } from '../../support/diary-world.ts';
import { bleedBody } from '../../support/examples/bodies.ts';
import { corrections } from '../../support/examples/corrections.ts';
import type { About } from '../../support/examples/example.ts';
import { examples } from '../../support/examples/examples.ts';
import { otherStaff, putGrant, putOtherCentre } from '../../support/other-centre.ts';

const NOW = '2026-06-10T12:00:00Z';
const REVIEW = '2026-07-10';
const MONTH = '2026-06';
/** Stands in every free field of what is withheld. */
const MARK = 'zq-marked';
const missing = { ok: false, failure: { code: 'not-found' } };
const invalid = { ok: false, failure: { code: 'invalid' } };

let world: DiaryWorld;
let shared: DiaryWorld['context'] & Directory;
let acts = 0;

const about = (more: Partial<About> = {}): About => ({
  ...DIARY,
  account: 'carer',
  colleague: 'none',
  entry: 'zq-marked-bleed',
  version: 1,
  fresh: `made-${String((acts += 1))}`,
  act: `act-${String((acts += 1))}`,
  today: '2026-06-10',
  statement: STATEMENT,
  ...more,
});
const hide = (id: string, from: Partial<WithheldBody['from']>, what: 'entry' | 'zone' = 'entry') =>
  withhold(shared, world.staff(), {
    patient: DIARY.patient,
    what,
    id,
    body: {
      mutationId: about().act,
      from: { carers: false, accounts: [], centres: [], ...from },
      reason: 'The patient asked for it',
      reviewOn: REVIEW,
    },
  });
const everyone = { carers: true, centres: ['moorside'] };

const month = (account: string) => viewMonth(shared, world.person(account), DIARY, MONTH);
const theirMonth = () => viewSharedMonth(shared, otherStaff(world), DIARY, MONTH);
/** What the diary says without the moment at which a stage began, which a sweep alone knows. */
const told = (view: Result<Partial<MonthView>>) => {
  if (!view.ok) return view;
  const { recording, ...rest } = view.value;
  return { ...rest, recording: { ...recording, since: '' } };
};

/** The young person records a bleed, its treatment, and another bleed that goes on from the first. */
const recordSecretly = async (): Promise<void> => {
  const self = world.person('self');
  const bleed = { ...bleedBody(about()), note: MARK };
  const given = treatment('2026-06-09T21:00', {
    bleeds: ['zq-marked-bleed'],
    reason: 'new-bleed',
    note: MARK,
  });
  for (const result of [
    await recordBleed(shared, self, DIARY, 'zq-marked-bleed', bleed),
    await recordTreatment(shared, self, DIARY, 'zq-marked-dose', given),
  ])
    expect(result).toMatchObject({ ok: true });
};
const hideBoth = async (from: Partial<WithheldBody['from']>): Promise<void> => {
  for (const id of ['zq-marked-bleed', 'zq-marked-dose'])
    expect(await hide(id, from)).toMatchObject({ ok: true });
};

/** A plan with a dose each day that has fallen due, as the sweep left it. */
const fallDue = async (): Promise<void> => {
  const regimen = {
    kind: 'routine' as const,
    productId: 'elocta',
    amount: { value: 2000, unit: 'IU' as const, moiety: 'FVIII' as const },
    anchor: '2026-06-08',
    schedule: { kind: 'every-days' as const, days: 4 },
    dosesPerDay: 1,
  };
  const ids = { effectiveOn: '2026-06-08', regimens: [regimen] };
  await shared.store.put(plan, {
    ...DIARY,
    plan: 'plan-1',
    ...ids,
    setAt: '2026-06-01T00:00:00Z',
    setBy: 'staff-nurse',
    ...created({ at: NOW, by: 'test', mutationId: 'seeded' }),
  });
  await world.putPatient({
    clockFrom: '2026-06-08',
    plans: [{ id: 'plan-1', ...ids }],
    recording: {
      stage: 'up-to-date',
      since: '2026-06-06T00:00:00Z',
      openDoses: [],
      nextCheckAt: '2026-06-09T00:00:00Z',
    },
  });
  await sweep(
    shared,
    Temporal.Instant.from(NOW),
    () => false,
    (error) => {
      throw error;
    },
  );
};

/** Everything a handler may answer, as text: a file's cells too. */
const answered = async (result: Result<unknown>): Promise<string> => {
  if (!result.ok || result.value === undefined) return JSON.stringify(result);
  const { bytes } = result.value as { bytes?: Uint8Array };
  return bytes === undefined
    ? JSON.stringify(result.value)
    : JSON.stringify(await readExcel(Buffer.from(bytes)));
};
type AnyHandler = (input: AnyInput, caller: unknown, context: unknown) => Promise<Result<unknown>>;
const ask = (name: RouteName, input: AnyInput, caller: object): Promise<Result<unknown>> => {
  const handlers: Readonly<Record<string, unknown>> = { ...diaryHandlers, ...centreHandlers };
  return (handlers[name] as AnyHandler)(input, caller, shared);
};
const isCorrection = (name: RouteName): name is keyof typeof corrections => name in corrections;
const inputsOf = (name: RouteName): AnyInput[] => [
  examples[name](about()),
  ...(isCorrection(name) ? [corrections[name](about())] : []),
];

describe('what is withheld', () => {
  beforeEach(async () => {
    world = await startDiaryWorld(NOW);
    shared = { ...world.context, ...(await putOtherCentre(world.context)) };
    await putGrant(shared);
    await world.putPatient({ recording: { stage: 'up-to-date', since: NOW, openDoses: [] } });
    await world.putLink('self', { relation: 'self' });
    for (const account of ['carer', 'other']) await world.putLink(account);
  });
  afterEach(() => world.stop());

  it('leaves a diary, to those it is withheld from, as if it had never been recorded', async () => {
    await fallDue();
    const [carer, them] = [await month('carer'), await theirMonth()];
    expect(carer).toMatchObject({ value: { recording: { stage: 'due' }, planned: { length: 6 } } });
    await recordSecretly();
    await hideBoth(everyone);
    const [carerNow, themNow] = [await month('carer'), await theirMonth()];
    expect(told(carerNow)).toEqual(told(carer));
    expect(themNow).toEqual(them);
    expect(await month('self')).toMatchObject({
      value: {
        recording: { stage: 'up-to-date' },
        entries: [{ id: 'zq-marked-bleed' }, { id: 'zq-marked-dose' }],
        openBleeds: [{ id: 'zq-marked-bleed' }],
        lastTreatment: { day: '2026-06-09' },
      },
    });
  });

  it('is in no answer of any route that a carer may call, nor of any that the other centre may', async () => {
    await recordSecretly();
    const open = async (): Promise<string> => {
      const seen = await Promise.all(
        (['get-month', 'export-diary'] as const).map((name) =>
          ask(name, examples[name](about()), world.person('carer')),
        ),
      );
      return (await Promise.all(seen.map((one) => answered(one)))).join();
    };
    // The look that must find nothing later finds it now.
    expect(await open()).toMatch(/zq-marked[^-].*zq-marked[^-]/u);
    await hideBoth(everyone);
    const at = { c: DIARY.centre, p: DIARY.patient };
    for (const { name, audience, reach } of routes) {
      if (audience !== 'diary' && reach !== 'shared-diary' && name !== 'list-shared') continue;
      const caller = audience === 'diary' ? world.person('carer') : otherStaff(world);
      for (const input of inputsOf(name)) {
        const params = reach === 'shared-diary' ? { ...(input.params as object), ...at } : input.params;
        const said = await answered(await ask(name, { ...input, params }, caller));
        expect([name, said.includes(MARK)]).toEqual([name, false]);
      }
    }
  });

  it('can’t be corrected, taken out or named in a treatment by those who don’t see it', async () => {
    await recordSecretly();
    await hideBoth({ accounts: ['carer'], centres: ['moorside'] });
    const named = treatment('2026-06-09T07:30', { bleeds: ['zq-marked-bleed'], reason: 'new-bleed' });
    const unknown = { ...named, mutationId: about().act, bleeds: ['nothing'] };
    for (const caller of [world.person('carer')]) {
      const record = (body: typeof named) => recordTreatment(shared, caller, DIARY, about().fresh, body);
      expect(await record(named)).toMatchObject(invalid);
      expect(await record(named)).toEqual(await record(unknown));
      for (const name of ['put-bleed', 'put-treatment'] as const) {
        const id = name === 'put-bleed' ? 'zq-marked-bleed' : 'zq-marked-dose';
        expect(await ask(name, corrections[name](about({ entry: id })), caller)).toMatchObject(missing);
      }
      expect(await ask('void-entry', examples['void-entry'](about()), caller)).toMatchObject(missing);
    }
    const other = world.person('other');
    expect(await ask('put-bleed', corrections['put-bleed'](about()), other)).toMatchObject({ ok: true });
  });

  it('is not told by the question about a double entry', async () => {
    await recordSecretly();
    await hideBoth({ accounts: ['carer'] });
    const again = () => treatment('2026-06-09T21:10');
    const asOther = await recordTreatment(shared, world.person('other'), DIARY, 'twin-1', again());
    expect(asOther).toMatchObject({ ok: false, failure: { code: 'question' } });
    const asCarer = await recordTreatment(shared, world.person('carer'), DIARY, 'twin-2', again());
    expect(asCarer).toMatchObject({ ok: true });
    // Their own is no secret to them.
    const twice = await recordTreatment(shared, world.person('carer'), DIARY, 'twin-3', again());
    expect(twice).toMatchObject({ ok: false, failure: { code: 'question' } });
  });

  it('keeps the bleed that a treatment is for, when somebody corrects it who doesn’t see that bleed', async () => {
    await recordSecretly();
    await hide('zq-marked-bleed', { accounts: ['carer'] });
    expect(await month('carer')).toMatchObject({
      value: { entries: [{ id: 'zq-marked-dose', bleeds: [] }], openBleeds: [] },
    });
    const correct = corrections['put-treatment'](about({ entry: 'zq-marked-dose' }));
    expect(await ask('put-treatment', correct, world.person('carer'))).toMatchObject({ ok: true });
    expect(await month('self')).toMatchObject({
      value: { entries: [{ id: 'zq-marked-dose', bleeds: ['zq-marked-bleed'] }, {}] },
    });
  });

  it('tells times by the centre’s clock where the home zone is withheld, in page and file', async () => {
    await world.putPatient({
      homeZone: 'Asia/Tokyo',
      recording: { stage: 'up-to-date', since: NOW, openDoses: [] },
    });
    const when = { local: '2026-06-10T18:30', zone: 'Asia/Tokyo' };
    const bleed = { ...bleedBody(about()), startedAt: { local: '2026-06-10T17:00', zone: 'Asia/Tokyo' } };
    await recordBleed(shared, world.person('self'), DIARY, 'away', bleed);
    await recordTreatment(shared, world.person('self'), DIARY, 'dose', treatment(when.local, { when }));
    // The 10th there, and still the 9th by the centre's clock: a day would tell the zone as well as an hour.
    const early = { local: '2026-06-10T05:30', zone: 'Asia/Tokyo' };
    await recordTreatment(
      shared,
      world.person('self'),
      DIARY,
      'early',
      treatment(early.local, { when: early }),
    );
    expect(await hide('home', { carers: true }, 'zone')).toMatchObject({ ok: true });
    const seen = await month('carer');
    expect(seen).toMatchObject({
      value: {
        homeZone: 'Europe/London',
        openBleeds: [{ startedAt: { local: '2026-06-10T09:00', zone: 'Europe/London' } }],
        entries: [
          { when: { local: '2026-06-09T21:30' }, day: '2026-06-09' },
          { startedAt: { zone: 'Europe/London' } },
          { when: { local: '2026-06-10T10:30' } },
        ],
        lastTreatment: { day: '2026-06-10' },
        recording: { since: '2026-06-09T23:00:00Z' },
      },
    });
    const file = await ask('export-diary', examples['export-diary'](about()), world.person('carer'));
    expect(JSON.stringify(seen) + (await answered(file))).not.toContain('Tokyo');
    expect(await month('self')).toMatchObject({ value: { homeZone: 'Asia/Tokyo' } });
    const undo = { id: 'dose', version: 1, body: { mutationId: 'undo', reason: 'Typed twice' } };
    expect(await voidEntry(shared, world.person('self'), DIARY, undo)).toMatchObject({ ok: true });
    expect(await month('carer')).toMatchObject({ value: { lastTreatment: { day: '2026-06-09' } } });
  });

  it('stays withheld past its review day, when it comes onto the worklist, until somebody lifts it', async () => {
    await recordSecretly();
    await hide('zq-marked-bleed', { carers: true });
    const work = async () => {
      const list = await listWorklist(shared, world.staff(), undefined);
      return list.ok ? list.value.items.filter(({ kind }) => kind === 'withheld') : [];
    };
    expect(await work()).toEqual([]);
    world.at(`${REVIEW}T09:00:00Z`);
    expect(await work()).toMatchObject([{ patient: DIARY.patient, about: 'zq-marked-bleed', what: 'entry' }]);
    expect(await month('carer')).toMatchObject({ value: { entries: [{ id: 'zq-marked-dose' }] } });
    const lift = await liftWithheld(shared, world.staff('nurse'), {
      patient: DIARY.patient,
      what: 'entry',
      id: 'zq-marked-bleed',
      body: { mutationId: about().act, reason: 'No longer needed' },
    });
    expect(lift).toMatchObject({ ok: true });
    expect(await month('carer')).toMatchObject({ value: { entries: [{ id: 'zq-marked-bleed' }, {}] } });
    expect(await work()).toEqual([]);
    const [lifted, marked] = (
      await shared.store.queryAll(patterns.auditOf({ of: 'diary', ...DIARY }))
    ).flatMap(({ item }) => (/withh/u.test(item.action) ? [item] : []));
    expect([marked, lifted]).toMatchObject([
      { action: 'withhold', reason: 'The patient asked for it', after: { reviewOn: REVIEW } },
      { action: 'lift-withheld', reason: 'No longer needed', before: { from: { carers: true } } },
    ]);
  });

  it('is only withheld from people and centres of this diary, and only what is there', async () => {
    await recordSecretly();
    const at = (pointer: string) => ({ failure: { fields: [{ pointer }] } });
    expect(await hide('zq-marked-bleed', { accounts: ['ghost'] })).toMatchObject(at('/from/accounts'));
    expect(await hide('zq-marked-bleed', { centres: ['ghost'] })).toMatchObject(at('/from/centres'));
    expect(await hide('nothing', { carers: true })).toMatchObject(missing);
    expect(await hide('away', { carers: true }, 'zone')).toMatchObject(missing);
  });
});
