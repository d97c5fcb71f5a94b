import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { defaultPolicy } from '#domain/centre-policy.ts';
import { explainStatus, type StatusExplanation } from '#domain/explain-status.ts';
import type { RecordingFacts } from '#domain/recording-types.ts';
import { anyFacts, at, facts, sweep } from './recording-support.ts';
import { dayAt, notTaken, plan, products, regimen, treated } from './support.ts';

const explain = (given: RecordingFacts, day: number): StatusExplanation =>
  explainStatus(given, at(day), { policy: defaultPolicy, products });

test('why am I lapsed: the open doses, the day it was due, and each step with its day', () => {
  const found = explain(facts(), 24);
  expect(found).toMatchObject({ reason: 'doses-open', dueOn: dayAt(2) });
  expect(found.openDoses).toHaveLength(13);
  expect(found.steps).toEqual([
    { level: 'reminder-1', on: dayAt(2), reached: true },
    { level: 'reminder-2', on: dayAt(9), reached: true },
    { level: 'reminder-3', on: dayAt(16), reached: true },
    { level: 'lapsed', on: dayAt(23), reached: true },
    { level: 'final', on: dayAt(30), reached: false },
  ]);
});

test('one dose open says so and shows no step past the reminders', () => {
  const found = explain(facts({ evidence: [notTaken(dayAt(2), dayAt(60))] }), 24);
  expect(found.reason).toBe('one-dose-open');
  expect(found.steps.map((step) => step.level)).toEqual(['reminder-1', 'reminder-2', 'reminder-3']);
});

test.each([
  ['up-to-date', {}, 1],
  ['stopped', { stop: { reason: 'withdrawn' as const } }, 30],
  ['no-home-therapy', { homeTherapy: false }, 30],
  ['no-plan', { plans: [] }, 30],
  ['nothing-delivered-yet', { clockFrom: undefined }, 30],
  ['starts-later', { clockFrom: dayAt(40) }, 30],
  ['paused', { pauses: [{ from: dayAt(3), to: dayAt(40), reason: 'trial' as const }] }, 30],
  ['nothing-heard', { plans: [plan(dayAt(0), regimen(undefined))] }, 30],
  ['form-awaited', { channel: 'paper' as const }, 30],
])('says %s', (reason, changes, day) => {
  expect(explain(facts(changes), day).reason).toBe(reason);
});

test('tells the last accounted day, when it starts and when it resumes', () => {
  expect(explain(facts({ evidence: [treated(dayAt(3))] }), 5).lastAccountedDay).toBe(dayAt(3));
  expect(explain(facts({ clockFrom: dayAt(40) }), 5).startsOn).toBe(dayAt(40));
  const pauses = [{ from: dayAt(3), to: dayAt(9), reason: 'hospital' as const }];
  expect(explain(facts({ pauses }), 5)).toMatchObject({
    resumesOn: dayAt(10),
    openDoses: [{ day: dayAt(0) }, { day: dayAt(2) }],
  });
});

test('never says another thing than the status does', () => {
  fc.assert(
    fc.property(anyFacts, fc.integer({ min: 0, max: 80 }), (given, day) => {
      const { state } = sweep(given, [at(day)]);
      const found = explain(given, day);
      expect(found.reason === 'up-to-date').toBe(state.stage === 'up-to-date');
      expect(found.reason === 'paused').toBe(state.stage === 'paused');
      expect(found.dueOn).toBe(state.dueOn);
      expect(found.openDoses).toEqual(state.openDoses);
    }),
  );
});
