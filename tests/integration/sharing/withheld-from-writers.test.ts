import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BleedBody } from '#contracts/entries.ts';
import type { WithheldBody } from '#contracts/sharing.ts';
import type { WithheldKind } from '#domain/vocabulary.ts';
import { readLog } from '#usecases/audit/read-log.ts';
import { centreProfile } from '#table/entities/centre.ts';
import { entry } from '#table/entities/diary.ts';
import * as patterns from '#table/patterns.ts';
import { correctBleed } from '#usecases/diary/correct-bleed.ts';
import { correctTreatment } from '#usecases/diary/correct-treatment.ts';
import { recordBleed } from '#usecases/diary/record-bleed.ts';
import { confirmPeriod } from '#usecases/diary/record-period.ts';
import { recordTreatment } from '#usecases/diary/record-treatment.ts';
import { viewMonth } from '#usecases/diary/view-month.ts';
import { voidEntry } from '#usecases/diary/void-entry.ts';
import { addressesSeen } from '#usecases/withheld/addresses-seen.ts';
import { auditSeen } from '#usecases/withheld/audit-seen.ts';
import { sightOfCaller } from '#usecases/withheld/as-seen.ts';
import { withhold } from '#usecases/withheld/withhold.ts';
import { DIARY, startDiaryWorld, treatment, type DiaryWorld } from '../../support/diary-world.ts';
import { valueOf } from '../../support/value-of.ts';

const NOW = '2026-06-10T12:00:00Z';
const TOKYO = 'Asia/Tokyo';
const quiet = { recording: { stage: 'up-to-date' as const, since: NOW, openDoses: [] } };

let world: DiaryWorld;
let acts = 0;

const act = (): string => `act-${String((acts += 1))}`;
const hide = (
  what: WithheldKind,
  id: string,
  from: Partial<WithheldBody['from']> = { accounts: ['carer'] },
  more: Partial<WithheldBody> = {},
) =>
  withhold(world.context, world.staff(), {
    patient: DIARY.patient,
    what,
    id,
    body: {
      mutationId: act(),
      from: { carers: false, accounts: [], centres: [], ...from },
      reason: 'The patient asked for it',
      reviewOn: '2026-07-10',
      ...more,
    },
  });
const bleed = (more: Partial<BleedBody> = {}): BleedBody => ({
  mutationId: act(),
  typedAt: NOW,
  passed: ['possible-duplicate'],
  site: 'knee',
  side: 'left',
  cause: 'spontaneous',
  severity: 0,
  startedAt: { local: '2026-06-09T20:00', zone: 'Europe/London' },
  ...more,
});
const confirmation = (to: string) => ({
  mutationId: act(),
  typedAt: NOW,
  passed: [],
  from: '2026-06-01',
  to,
  answers: ['no-bleeds' as const],
});
const month = async (account: string) =>
  valueOf(await viewMonth(world.context, world.person(account), DIARY, '2026-06'));
const seenBy = (account: string) => sightOfCaller(world.context, world.person(account), DIARY);
const log = async () =>
  (await world.context.store.queryAll(patterns.auditOf({ of: 'diary', ...DIARY }))).map(({ item }) => item);

beforeEach(async () => {
  world = await startDiaryWorld(NOW);
  await world.putPatient(quiet);
  await world.putLink('self', { relation: 'self' });
  for (const account of ['carer', 'other']) await world.putLink(account);
});
afterEach(() => world.stop());

describe('an entry whose id somebody sends again from whom it is withheld', () => {
  const record = (account: string, id: string, more: Partial<BleedBody> = {}) =>
    recordBleed(world.context, world.person(account), DIARY, id, bleed(more));

  it('is recorded, read, corrected and taken out as if that id were free', async () => {
    valueOf(await record('self', 'secret', { note: 'the first' }));
    expect(await record('other', 'secret')).toMatchObject({ failure: { code: 'taken' } });
    valueOf(await hide('entry', 'secret'));
    const body = bleed({ note: 'the second' });
    const again = () => recordBleed(world.context, world.person('carer'), DIARY, 'secret', body);
    expect(await again()).toEqual({ ok: true, value: { id: 'secret', version: 1 } });
    // Twice is once, as with any id.
    expect(await again()).toEqual({ ok: true, value: { id: 'secret', version: 1 } });
    expect(await month('carer')).toMatchObject({
      entries: [{ id: 'secret', note: 'the second', recordedBy: 'you' }],
      openBleeds: [{ id: 'secret' }],
    });
    const dose = treatment('2026-06-09T21:00', { bleeds: ['secret'], reason: 'new-bleed' });
    valueOf(await recordTreatment(world.context, world.person('carer'), DIARY, 'dose', dose));
    expect(await month('carer')).toMatchObject({ entries: [{}, { id: 'dose', bleeds: ['secret'] }] });
    const given = { id: 'secret', version: 1, body: bleed({ note: 'the third' }) };
    expect(await correctBleed(world.context, world.person('carer'), DIARY, given)).toEqual({
      ok: true,
      value: { id: 'secret', version: 2 },
    });
    const out = { id: 'secret', version: 2, body: { mutationId: act(), reason: 'Wrong' } };
    valueOf(await voidEntry(world.context, world.person('carer'), DIARY, out));
    expect((await month('carer')).openBleeds).toEqual([]);
    const self = await month('self');
    expect(self.openBleeds).toMatchObject([{ id: 'secret' }]);
    const notes = self.entries.map(({ kind, voided, ...one }) => [
      kind === 'bleed' && one,
      voided !== undefined,
    ]);
    expect(notes).toHaveLength(3);
    expect(notes).toContainEqual([expect.objectContaining({ note: 'the first' }), false]);
    expect(notes).toContainEqual([expect.objectContaining({ note: 'the third' }), true]);
  });

  it('does so for treatments and for periods, which may name it or be it', async () => {
    const dose = () => treatment('2026-06-09T21:00', { passed: ['possible-duplicate'] });
    const save = (account: string) =>
      recordTreatment(world.context, world.person(account), DIARY, 'dose', dose());
    const confirm = (account: string) =>
      confirmPeriod(world.context, world.person(account), DIARY, 'told', confirmation('2026-06-09'));
    for (const one of [save, confirm]) {
      valueOf(await one('self'));
      expect(await one('carer')).toMatchObject({ failure: { code: 'taken' } });
    }
    for (const id of ['dose', 'told']) valueOf(await hide('entry', id));
    expect(await save('carer')).toMatchObject({ value: { id: 'dose', version: 1 } });
    expect(await confirm('carer')).toMatchObject({ value: { id: 'told', version: 1 } });
    // For whom nothing is withheld the id is as taken as before.
    for (const one of [save, confirm])
      expect(await one('other')).toMatchObject({ failure: { code: 'taken' } });
    const stored = await world.context.store.get(entry, entry.key({ ...DIARY, entry: 'dose' }));
    expect(stored).toMatchObject({ version: 1, recordedBy: { account: 'self' } });
  });

  it('hides what stands for it so well that nobody can ask for that', async () => {
    valueOf(await record('self', 'secret'));
    valueOf(await hide('entry', 'secret', { carers: true }));
    valueOf(await record('carer', 'secret'));
    valueOf(await record('other', 'secret'));
    const ids = (await month('self')).entries.map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    for (const id of ids.filter((one) => one !== 'secret')) expect(id).toMatch(/^[0-9a-f]{32}$/u);
  });
});

describe('a correction by somebody from whom the home zone is withheld', () => {
  const at = (local: string) => ({ local, zone: TOKYO });

  beforeEach(async () => {
    await world.putPatient({ ...quiet, homeZone: TOKYO });
    const dose = treatment('2026-06-10T18:30', { when: at('2026-06-10T18:30') });
    valueOf(await recordTreatment(world.context, world.person('self'), DIARY, 'dose', dose));
    valueOf(
      await recordBleed(
        world.context,
        world.person('self'),
        DIARY,
        'bleed',
        bleed({ startedAt: at('2026-06-10T17:00') }),
      ),
    );
    valueOf(await hide('zone', 'home'));
  });

  it('moves the moment and keeps the zone they don’t see', async () => {
    const seen = (await month('carer')).entries.find(({ id }) => id === 'dose');
    if (seen?.kind !== 'treatment') throw new Error('There is no dose.');
    expect(seen.when).toEqual({ local: '2026-06-10T10:30', zone: 'Europe/London' });
    const body = treatment('', { when: { ...seen.when, local: '2026-06-10T09:45' } });
    valueOf(
      await correctTreatment(world.context, world.person('carer'), DIARY, { id: 'dose', version: 1, body }),
    );
    const startedAt = { local: '2026-06-10T09:00', zone: 'Europe/London' };
    const endedAt = { local: '2026-06-10T12:00', zone: 'Europe/London' };
    const given = { id: 'bleed', version: 1, body: bleed({ startedAt, endedAt }) };
    valueOf(await correctBleed(world.context, world.person('carer'), DIARY, given));
    expect((await month('self')).entries).toMatchObject([
      { startedAt: at('2026-06-10T17:00'), endedAt: at('2026-06-10T20:00') },
      { when: at('2026-06-10T17:45'), day: '2026-06-10', at: '2026-06-10T08:45:00Z' },
    ]);
  });

  it('takes a zone that they chose themselves', async () => {
    const when = { local: '2026-06-10T11:00', zone: 'Europe/Paris' };
    const body = treatment('', { when });
    valueOf(
      await correctTreatment(world.context, world.person('carer'), DIARY, { id: 'dose', version: 1, body }),
    );
    expect((await month('self')).entries.find(({ id }) => id === 'dose')).toMatchObject({ when });
  });
});

it('keeps the withheld bleed that a bleed goes on from, when somebody corrects it who doesn’t see that one', async () => {
  const self = world.person('self');
  valueOf(await recordBleed(world.context, self, DIARY, 'first', bleed()));
  valueOf(await recordBleed(world.context, self, DIARY, 'second', bleed({ sameAs: 'first' })));
  valueOf(await hide('entry', 'first'));
  const correct = async (account: string, version: number) =>
    valueOf(
      await correctBleed(world.context, world.person(account), DIARY, {
        id: 'second',
        version,
        body: bleed(),
      }),
    );
  const kept = async () => (await month('self')).entries.find(({ id }) => id === 'second');
  await correct('carer', 1);
  expect(await kept()).toMatchObject({ sameAs: 'first' });
  // Who sees it takes it away by leaving it out.
  await correct('self', 2);
  expect(await kept()).not.toHaveProperty('sameAs');
});

describe('a period that ends today', () => {
  /** Noon in London; in Auckland the next day has just begun. */
  const confirm = (account: string, to: string) =>
    confirmPeriod(world.context, world.person(account), DIARY, act(), confirmation(to));
  const tooFar = { failure: { fields: [{ pointer: '/to', reason: 'in-the-future' }] } };

  it('ends by the home day, before and behind the usual zone', async () => {
    await world.putPatient({ ...quiet, homeZone: 'Pacific/Auckland' });
    world.at('2026-06-10T12:30:00Z');
    expect(await confirm('self', '2026-06-11')).toMatchObject({ ok: true });
    expect(await confirm('self', '2026-06-12')).toMatchObject(tooFar);
    await world.putPatient({ ...quiet, homeZone: 'Pacific/Honolulu' });
    world.at('2026-06-10T08:00:00Z');
    expect(await confirm('self', '2026-06-09')).toMatchObject({ ok: true });
    expect(await confirm('self', '2026-06-10')).toMatchObject(tooFar);
  });

  it('ends for whom the home zone is withheld on the same day wherever the patient lives', async () => {
    const profile = await world.context.store.get(centreProfile, centreProfile.key(DIARY));
    if (profile === undefined) throw new Error('There is no centre.');
    valueOf(await hide('zone', 'home'));
    for (const [zone, now] of [
      ['Europe/London', '2026-06-10T08:00:00Z'],
      ['Europe/London', '2026-06-10T16:30:00Z'],
      ['Atlantic/Azores', '2026-06-10T23:30:00Z'],
      ['Asia/Tokyo', '2026-06-10T16:30:00Z'],
    ] as const) {
      await world.context.store.put(centreProfile, { ...profile, zone });
      world.at(now);
      const answers = new Set<string>();
      for (const homeZone of ['Europe/London', 'Pacific/Honolulu', 'Pacific/Auckland']) {
        await world.putPatient({ ...quiet, homeZone });
        const days = ['2026-06-10', '2026-06-11', '2026-06-12'];
        const told = await Promise.all(days.map((day) => confirm('carer', day)));
        answers.add(told.map(({ ok }) => ok).join());
      }
      expect([zone, now, [...answers]]).toMatchObject([zone, now, { length: 1 }]);
    }
  });
});

describe('the log', () => {
  it('leaves out withheld lines, lines about withheld entries, and that something is withheld', async () => {
    valueOf(await recordBleed(world.context, world.person('self'), DIARY, 'secret', bleed()));
    valueOf(await recordBleed(world.context, world.person('self'), DIARY, 'open', bleed()));
    await month('self');
    const view = (await log()).find(({ action }) => action === 'view-month');
    if (view === undefined) throw new Error('The view is not in the log.');
    valueOf(await hide('entry', 'secret'));
    valueOf(await hide('log', view.audit, { accounts: ['carer'] }, { at: view.at }));
    const told = async (account: string) =>
      auditSeen(await log(), await seenBy(account)).map(({ action, about = '' }) => `${action} ${about}`);
    expect(await told('carer')).toEqual(['record-bleed open']);
    expect(await told('other')).toEqual(['view-month 2026-06', 'record-bleed open', 'record-bleed secret']);
    // Neither what it was before nor why: a free text may name what isn't seen.
    for (const line of auditSeen(await log(), await seenBy('carer')))
      expect(Object.keys(line).sort()).toEqual(['about', 'action', 'actor', 'at', 'audit']);
  });

  it('can only have lines withheld that are in it', async () => {
    await month('self');
    const [line] = await log();
    if (line === undefined) throw new Error('The log is empty.');
    expect(await hide('log', line.audit)).toMatchObject({ failure: { fields: [{ pointer: '/at' }] } });
    const missing = { failure: { code: 'not-found' } };
    expect(await hide('log', line.audit, {}, { at: '2026-06-10T11:00:00.000Z' })).toMatchObject(missing);
    expect(await hide('log', 'nothing', {}, { at: line.at })).toMatchObject(missing);
  });
});

it('is read by the centre with names in place of ids, and with what was refused', async () => {
  valueOf(await recordBleed(world.context, world.person('self'), DIARY, 'secret', bleed()));
  valueOf(await hide('entry', 'secret'));
  valueOf(await hide('zone', 'home'));
  valueOf(await hide('address', 'other', { carers: true }));
  await viewMonth(world.context, { ...world.person('self'), issuedAt: -1 }, DIARY, '2026-06');
  const read = await readLog(world.context, world.staff(), DIARY.patient, undefined);
  // The look itself may be in it already, or not yet.
  const others = valueOf(read).items.filter(({ action }) => action !== 'read-log');
  const lines = others.map(({ who, did, action, about }) => [who, did, action, about]);
  const why = 'The patient asked for it';
  expect(lines.slice(0, 5)).toEqual([
    ['Name of self', 'was refused', 'view-month', '2026-06, signed-out'],
    ['A data-manager', 'changed', 'withhold', `the addresses of Name of other, ${why}`],
    ['A data-manager', 'changed', 'withhold', `the home zone, ${why}`],
    ['A data-manager', 'changed', 'withhold', `an entry of 2026-06-09, ${why}`],
    ['Name of self', 'changed', 'record-bleed', 'secret'],
  ]);
});

it('takes addresses out for those they are withheld from, the patient’s own and each linked person’s', async () => {
  const one = { name: 'Name of other', email: 'a@example.org', phone: '01632 960005', address: 'A Street' };
  valueOf(await hide('address', 'patient', { centres: [], accounts: ['carer'] }));
  valueOf(await hide('address', 'other', { carers: true }));
  expect(await hide('address', 'ghost')).toMatchObject({ failure: { code: 'not-found' } });
  const [carer, other, self] = [await seenBy('carer'), await seenBy('other'), await seenBy('self')];
  expect(addressesSeen(one, carer)).toEqual({ name: one.name });
  expect(addressesSeen(one, carer, 'other')).toEqual({ name: one.name });
  expect(addressesSeen(one, other, 'other')).toEqual({ name: one.name });
  expect(addressesSeen(one, other)).toEqual(one);
  for (const of of ['patient', 'other', 'carer']) expect(addressesSeen(one, self, of)).toEqual(one);
});
