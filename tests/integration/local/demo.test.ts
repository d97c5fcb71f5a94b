import { isDeepStrictEqual } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '#domain/calendar-day.ts';
import { normaliseBatch } from '#domain/batch.ts';
import { ageOn } from '#domain/patient-age.ts';
import { RECORDING_STAGES } from '#domain/vocabulary.ts';
import { planBody } from '#contracts/plan.ts';
import { entry, plan, use } from '#table/entities/diary.ts';
import { handover } from '#table/entities/handover.ts';
import { state } from '#table/entities/state.ts';
import { outbox } from '#table/entities/system.ts';
import { entriesBetween } from '#table/patterns.ts';
import { entityOf, fromItem, toItem } from '#table/item.ts';
import { checkTreatment } from '#usecases/diary/check-treatment.ts';
import { treatmentBody } from '#contracts/entries.ts';
import { makeDemo } from '../../../infra/local/demo/make-demo.ts';
import { writeItems } from '../../../infra/local/demo/write-items.ts';
import { startTable } from '../../support/table.ts';

const NOW = Temporal.Instant.from('2026-11-22T09:30:00Z');
const demo = [...makeDemo(NOW).items];

const patients = demo.filter(({ type }) => type === 'state').map((item) => fromItem(state, item));
const entries = demo.filter(({ type }) => type === 'entry').map((item) => fromItem(entry, item));

/** In the night before the clocks go forward, the next year. */
const SPRING = Temporal.Instant.from('2027-03-28T00:10:00Z');
const spring = [...makeDemo(SPRING).items]
  .filter(({ type }) => type === 'state')
  .map((item) => fromItem(state, item));

describe('the demo data', () => {
  it('is the same each time, and made in seconds', ({ annotate }) => {
    const began = process.cpuUsage();
    const again = [...makeDemo(NOW).items];
    const { user, system } = process.cpuUsage(began);
    const seconds = (user + system) / 1e6;
    // Of the processor, not of the clock: what else the machine does is not the demo's fault.
    expect(seconds).toBeLessThan(8);
    expect(JSON.stringify(again)).toBe(JSON.stringify(demo));
    return annotate(`${seconds.toFixed(1)} s for ${String(demo.length)} items`);
  });

  it('has forty patients at two centres, and a third centre that nobody has joined', () => {
    expect(patients).toHaveLength(40);
    expect(new Set(patients.map(({ centre }) => centre))).toEqual(new Set(['larkfield', 'moorside']));
    expect(demo.filter(({ type }) => type === 'centre')).toHaveLength(3);
  });

  it('holds only what the table takes, under keys of the table’s own making, each once', () => {
    for (const item of demo) {
      const entity = entityOf(item);
      const again = toItem(entity as never, fromItem(entity, item) as never);
      if (!isDeepStrictEqual(again, item)) expect(again).toEqual(item);
    }
    expect(new Set(demo.map(({ pk, sk }) => `${pk}|${sk}`)).size).toBe(demo.length);
  });

  it('has someone at every stage of recording, whatever the time of day and year', () => {
    const all = [...RECORDING_STAGES].sort();
    for (const people of [patients, spring])
      expect([...new Set(people.map(({ recording }) => recording.stage))].sort()).toEqual(all);
  });

  it('leaves nothing for the first sweep to catch up with, and no mail to send', () => {
    for (const { recording } of patients) {
      if (recording.nextCheckAt !== undefined) expect(recording.nextCheckAt > NOW.toString()).toBe(true);
    }
    const mails = demo.filter(({ type }) => type === 'outbox').map((item) => fromItem(outbox, item));
    expect(mails.length).toBeGreaterThan(0);
    expect(mails.filter((one) => one.state !== 'done' && one.state !== 'returned')).toEqual([]);
  });

  it('has a handover to come for whoever is under 16, and for nobody else', () => {
    const planned = demo.filter(({ type }) => type === 'handover').map((item) => fromItem(handover, item));
    const young = patients.filter(({ identity }) => ageOn(identity.birthDate, '2026-11-22') < 16);
    expect(young.length).toBeGreaterThan(3);
    expect(planned.map(({ patient }) => patient).sort()).toEqual(young.map(({ patient }) => patient).sort());
    expect(planned.every(({ dueAt, askedAt }) => dueAt > NOW.toString() && askedAt === undefined)).toBe(true);
  });

  it('covers a year and nothing of the future', () => {
    const days = entries.map(({ day }) => day).sort();
    expect(daysBetween(days.at(0) ?? '', '2026-11-22')).toBeGreaterThan(355);
    for (const one of entries) {
      expect(one.receivedAt <= NOW.toString({ smallestUnit: 'millisecond' })).toBe(true);
      expect(one.day <= '2026-11-22').toBe(true);
    }
  });

  it('has bleeds as seldom and as unevenly as published', () => {
    const bleeds = entries.filter(({ data, voided }) => data.kind === 'bleed' && voided === undefined);
    const perPatient = patients.map(({ patient }) => bleeds.filter((one) => one.patient === patient).length);
    const mean = bleeds.length / patients.length;
    expect(mean).toBeGreaterThan(2);
    expect(mean).toBeLessThan(6.5);
    expect(perPatient.toSorted((a, b) => a - b)[20]).toBeLessThanOrEqual(3);
    expect(Math.max(...perPatient)).toBeGreaterThan(10);
  });

  it('has what real diaries have: untreated bleeds, corrections, voided twins, unknown batches, marks', () => {
    const treated = new Set(entries.flatMap(({ data }) => (data.kind === 'treatment' ? data.bleeds : [])));
    const has = (test: (one: (typeof entries)[number]) => boolean) => entries.some(test);
    expect(has(({ data, entry: id }) => data.kind === 'bleed' && !treated.has(id))).toBe(true);
    expect(has(({ voided }) => voided !== undefined)).toBe(true);
    expect(has(({ data, version, voided }) => data.kind === 'treatment' && version === 2 && !voided)).toBe(
      true,
    );
    expect(has(({ data }) => data.kind === 'not-taken')).toBe(true);
    expect(has(({ data }) => data.kind === 'confirmation')).toBe(true);
    expect(has(({ source }) => source === 'paper') && has(({ source }) => source === 'offline')).toBe(true);
    expect(
      has(
        ({ data }) =>
          data.kind === 'treatment' && data.containers.some(({ batch }) => batch.kind === 'unknown'),
      ),
    ).toBe(true);
  });

  it('records only treatments that the API would take', () => {
    const refused = entries.flatMap(({ data, typedAt, mutationId, receivedAt }) => {
      if (data.kind !== 'treatment') return [];
      const { kind: _k, productName: _n, ...fields } = data;
      const body = treatmentBody.parse({ ...fields, typedAt, mutationId });
      const answer = checkTreatment(body, Temporal.Instant.from(receivedAt));
      return answer.ok ? [] : [answer.failure];
    });
    expect(refused).toEqual([]);
  });

  it('sets only plans that the API would take', () => {
    for (const item of demo.filter(({ type }) => type === 'plan')) {
      const { effectiveOn, weightKg, weighedOn, regimens, mutationId } = fromItem(plan, item);
      expect(planBody.safeParse({ effectiveOn, weightKg, weighedOn, regimens, mutationId }).success).toBe(
        true,
      );
    }
  });

  it('lets a recall find several people by one batch', () => {
    const uses = demo.filter(({ type }) => type === 'use').map((item) => fromItem(use, item));
    const byBatch = Map.groupBy(uses, ({ centre, normalisedBatch }) => `${centre} ${normalisedBatch}`);
    const people = [...byBatch.values()].map((found) => new Set(found.map(({ patient }) => patient)).size);
    expect(Math.max(...people)).toBeGreaterThanOrEqual(3);
    for (const { batch, normalisedBatch } of uses) expect(normalisedBatch).toBe(normaliseBatch(batch));
  });

  it('moves with the day it is made on', () => {
    const lapsed = (all: typeof patients) =>
      all
        .filter(({ recording }) => recording.stage === 'lapsed')
        .map(({ recording }) => recording.dueOn ?? '');
    const days = daysBetween('2026-11-22', '2027-03-28');
    expect(lapsed(spring)).toEqual(lapsed(patients).map((day) => addDays(day, days)));
  });

  it('is written whole, however it is handed over', async () => {
    const table = await startTable();
    const some = demo.slice(0, 130);
    const handed = {
      *[Symbol.iterator]() {
        yield* some;
      },
    };
    await writeItems(table.endpoint, table.tableName, handed);
    const sent = some.filter(({ type }) => type === 'entry').map((item) => fromItem(entry, item));
    const [{ centre, patient } = { centre: '', patient: '' }] = sent;
    const found = await table.store.queryAll(entriesBetween(centre, patient, '2025-01-01', '2026-12-31'));
    await table.stop();
    expect(sent.length).toBeGreaterThan(50);
    expect(found.map(({ item }) => item.entry).sort()).toEqual(sent.map((one) => one.entry).sort());
  });
});
