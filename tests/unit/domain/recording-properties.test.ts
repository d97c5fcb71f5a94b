import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { addDays } from '#domain/calendar-day.ts';
import { defaultPolicy } from '#domain/centre-policy.ts';
import { clockDay } from '#domain/local-time.ts';
import { measureRecording, type RecordingMeasure } from '#domain/measure-recording.ts';
import { LEVELS } from '#domain/recording-clocks.ts';
import { RECORDING_EVENTS, type RecordingEvent } from '#domain/recording-events.ts';
import type { RecordingFacts, RecordingState } from '#domain/recording-types.ts';
import { anyFacts, assess, at, every, facts, sweep, zone } from './recording-support.ts';
import {
  anyEvidence,
  anySchedule,
  confirmed,
  dayAt,
  FIRST_DAY,
  notTaken,
  plan,
  products,
  regimen,
} from './support.ts';

const anyDay = fc.integer({ min: 0, max: 85 });
const anyHour = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:30`);
const anyEvent = fc.constantFrom(
  ...Object.keys(RECORDING_EVENTS).filter((event): event is RecordingEvent => event in RECORDING_EVENTS),
);

const measure = (given: RecordingFacts, offset: number): RecordingMeasure =>
  measureRecording(given, dayAt(offset), { policy: defaultPolicy, products });
const levelOf = (found: RecordingMeasure): number =>
  found.kind === 'running' ? LEVELS.indexOf(found.level) : 0;

test('assessed again with its own result, nothing new is said or stored', () => {
  fc.assert(
    fc.property(
      anyFacts,
      anyDay,
      anyHour,
      anyEvent,
      fc.option(anyDay),
      (given, day, hour, event, earlier) => {
        const previous = earlier === null ? undefined : sweep(given, [at(Math.min(earlier, day))]).state;
        const first = assess(given, at(day, hour), { event, previous });
        const after = { ...given, deliveryStatus: first.deliveryStatus };
        const second = assess(after, at(day, hour), { event, previous: first.state });
        expect(second).toMatchObject({ changed: false, centreDigest: false, cancelMail: 'none' });
        expect(second.mail).toBeUndefined();
        expect(second.task).toBeUndefined();
        expect(second.state).toEqual(first.state);
      },
    ),
  );
});

test('silence never makes the status better while its doses are looked back at', () => {
  const silent = fc
    .record({ schedule: anySchedule, evidence: fc.array(anyEvidence(-5, 20), { maxLength: 10 }) })
    .map(({ schedule, evidence }) => facts({ evidence, plans: [plan(FIRST_DAY, regimen(schedule))] }));
  const lookback = defaultPolicy.openDoseLookbackDays - 1;
  fc.assert(
    fc.property(
      silent,
      fc.integer({ min: 27, max: lookback }),
      fc.integer({ min: 27, max: lookback }),
      (given, a, b) => {
        const [before, after] = [measure(given, Math.min(a, b)), measure(given, Math.max(a, b))];
        expect(levelOf(after)).toBeGreaterThanOrEqual(levelOf(before));
      },
    ),
  );
});

test('an entry more never makes the status worse', () => {
  fc.assert(
    fc.property(anyFacts, anyEvidence(-5, 70), anyDay, (given, added, day) => {
      const withIt = measure({ ...given, evidence: [...given.evidence, added] }, day);
      expect(levelOf(withIt)).toBeLessThanOrEqual(levelOf(measure(given, day)));
    }),
  );
});

test('entries that close every open dose and the silence return to up to date at once', () => {
  fc.assert(
    fc.property(anyFacts, anyDay, (given, day) => {
      const { state } = sweep(given, [at(Math.floor(day / 2)), at(day)]);
      fc.pre(['due', 'reminded', 'lapsed', 'at-risk'].includes(state.stage));
      const evidence = [...given.evidence, notTaken(dayAt(-20), dayAt(day)), confirmed(dayAt(day))];
      const result = assess({ ...given, evidence }, at(day), { previous: state, event: 'entry-recorded' });
      expect(result.state).toMatchObject({ stage: 'up-to-date', openDoses: [] });
      expect(result.state.lapse?.over).toBe(true);
      expect(result.deliveryStatus).not.toBe('at-risk');
    }),
  );
});

test('the order of entries, plans and pauses is irrelevant', () => {
  fc.assert(
    fc.property(anyFacts, anyDay, (given, day) => {
      const turned = {
        ...given,
        evidence: given.evidence.toReversed(),
        plans: given.plans.toReversed(),
        pauses: given.pauses.toReversed(),
        remindedOn: given.remindedOn.toReversed(),
      };
      expect(assess(turned, at(day))).toEqual(assess(given, at(day)));
    }),
  );
});

test('a stopped patient is never mailed, called or listed, whatever happened before', () => {
  fc.assert(
    fc.property(anyFacts, anyDay, anyEvent, (given, day, event) => {
      const { state } = sweep(given, [at(Math.floor(day / 2))]);
      const stopped = { ...given, stop: { reason: 'left' as const } };
      const result = assess(stopped, at(day), { previous: state, event });
      expect([result.mail, result.task, result.centreDigest]).toEqual([undefined, undefined, false]);
      expect(result.state.stage).toBe('stopped');
      expect(result.state.nextCheckAt).toBeUndefined();
    }),
  );
});

test('nothing changes by itself before the next check', () => {
  const essence = (found: RecordingMeasure): unknown =>
    found.kind === 'running' && found.level !== 'none'
      ? [found.kind, found.level, found.clock?.dueOn]
      : [found.kind];
  fc.assert(
    fc.property(anyFacts, anyDay, (given, day) => {
      const { nextCheckAt } = sweep(given, [at(day, '12:00')]).state;
      const wake =
        nextCheckAt === undefined ? dayAt(day + 70) : clockDay(Temporal.Instant.from(nextCheckAt), zone);
      expect(wake > dayAt(day)).toBe(true);
      const now = essence(measure(given, day));
      for (let offset = day + 1; dayAt(offset) < wake; offset += 1) {
        expect(essence(measure(given, offset))).toEqual(now);
      }
    }),
    { numRuns: 200 },
  );
});

test('swept only when the next check says so, the same is said as when swept every time', () => {
  fc.assert(
    fc.property(anyFacts, (given) => {
      const often = sweep({ ...given, remindedOn: [] }, every(8, 0, 60));
      expect(sweptWhenDue({ ...given, remindedOn: [] })).toEqual(often.said);
    }),
    { numRuns: 10 },
  );
});

function sweptWhenDue(given: RecordingFacts): string[] {
  const said: string[] = [];
  let current = given;
  let previous: RecordingState | undefined;
  for (const now of every(8, 0, 60)) {
    const next = previous?.nextCheckAt;
    if (previous !== undefined && (next === undefined || Temporal.Instant.compare(next, now) > 0)) continue;
    const run = sweep(current, [now], previous);
    previous = run.state;
    said.push(...run.said);
    const reminded = run.said.some((line) => /reminder|notice/.test(line));
    current = {
      ...current,
      deliveryStatus: run.deliveryStatus,
      remindedOn: reminded ? [...current.remindedOn, now.toString().slice(0, 10)] : current.remindedOn,
    };
  }
  return said;
}

test('hourly, daily or after a month’s outage the sweep ends in the same stage, with at most one mail to catch up', () => {
  fc.assert(
    fc.property(anyFacts, fc.integer({ min: 40, max: 75 }), (given, end) => {
      const hourly = sweep(given, [...every(24, 0, end - 2), ...every(1, end - 1, end)]);
      const daily = sweep(
        given,
        every(24, 0, end).map((instant) => instant.add({ hours: 12 })),
      );
      const before = sweep(given, every(24, 0, end - 30));
      // One day's clocks: what is said before they run out at 08:00 waits for the morning, and is overtaken there.
      const lastHours = every(1, end, end);
      const clock = (instant: Temporal.Instant): string => clockDay(instant, given.homeZone);
      const lastClock = clock(lastHours.at(-1) ?? Temporal.Instant.fromEpochMilliseconds(0));
      const outage = sweep(
        { ...given, deliveryStatus: before.deliveryStatus },
        lastHours.filter((instant) => clock(instant) === lastClock),
        before.state,
      );
      const stage = ({ state }: { state: RecordingState }): string =>
        state.stage === 'at-risk' ? 'lapsed' : state.stage;
      expect(stage(daily)).toBe(stage(hourly));
      expect(stage(outage)).toBe(stage(hourly));
      expect(outage.said.filter((line) => /reminder|notice/.test(line)).length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 12 },
  );
});

test('each thing is said once per lapse, in order, at most once a day and never at night', () => {
  fc.assert(
    fc.property(anyFacts, fc.integer({ min: 8, max: 13 }), (given, hours) => {
      let state: RecordingState | undefined;
      let current = { ...given, remindedOn: [] as string[] };
      const seen = new Set<string>();
      const days = new Set<string>();
      for (const now of every(hours, 0, 75)) {
        const result = assess(current, now, { previous: state });
        state = result.state;
        current = { ...current, deliveryStatus: result.deliveryStatus };
        if (result.mail === undefined) continue;
        const { kind, lapseId, notBefore } = result.mail;
        expect(seen).not.toContain(`${lapseId} ${kind}`);
        seen.add(`${lapseId} ${kind}`);
        const local = Temporal.Instant.from(notBefore).toZonedDateTimeISO(zone);
        expect(local.hour >= 8 && local.hour < 21).toBe(true);
        const day = local.toPlainDate().toString();
        expect(days).not.toContain(day);
        days.add(day);
        current = { ...current, remindedOn: [...current.remindedOn, day] };
      }
    }),
    { numRuns: 12 },
  );
});

test('only a sweep with home delivery active brings a formal notice and puts delivery at risk', () => {
  fc.assert(
    fc.property(anyFacts, anyDay, anyEvent, (given, day, event) => {
      const result = assess(given, at(day), { event });
      const becomes = given.deliveryStatus !== 'at-risk' && result.deliveryStatus === 'at-risk';
      expect(becomes).toBe(result.mail?.kind === 'formal-notice');
      if (becomes) expect([event, given.deliveryStatus]).toEqual(['sweep', 'active']);
      if (given.deliveryStatus === 'suspended') expect(result.deliveryStatus).toBe('suspended');
    }),
  );
});

test('one single open dose never goes past reminded', () => {
  fc.assert(
    fc.property(anySchedule, fc.integer({ min: 0, max: 55 }), (schedule, day) => {
      const given = facts({ plans: [plan(FIRST_DAY, regimen(schedule))] });
      const all = measure(given, day);
      const first = all.kind === 'running' && all.clock?.cause === 'doses' ? all.openDoses[0] : undefined;
      fc.pre(first !== undefined);
      const evidence = [notTaken(addDays(first.day, 1), dayAt(60))];
      expect(levelOf(measure({ ...given, evidence }, day))).toBeLessThanOrEqual(LEVELS.indexOf('reminder-3'));
    }),
  );
});
