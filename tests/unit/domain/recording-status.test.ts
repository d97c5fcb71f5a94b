import { describe, expect, test } from 'vitest';
import { addEvidence, removeEvidence } from '#domain/evidence.ts';
import { RECORDING_EVENTS, type RecordingEvent } from '#domain/recording-events.ts';
import type { RecordingFacts, RecordingState } from '#domain/recording-types.ts';
import { remindersSuffice } from '#domain/recording-status.ts';
import { defaultPolicy } from '#domain/centre-policy.ts';
import { assess, at, every, facts, sweep } from './recording-support.ts';
import {
  confirmed,
  dayAt,
  everyDays,
  everyWeeks,
  FIRST_DAY,
  notTaken,
  plan,
  regimen,
  treated,
} from './support.ts';

const said = (given: RecordingFacts, to: number, from = 0): readonly string[] =>
  sweep(given, every(6, from, to)).said;
const stageAt = (given: RecordingFacts, offset: number, time = '09:00'): string =>
  sweep(given, [at(offset, time)]).state.stage;

describe('a patient who never records', () => {
  test('is reminded, lapses and gets a formal notice on the days the rules say', () => {
    const run = sweep(facts(), every(1, 0, 32));
    expect(run.said).toEqual([
      `${dayAt(2)} reminder-1`,
      `${dayAt(9)} reminder-2`,
      `${dayAt(16)} reminder-3`,
      `${dayAt(23)} digest`,
      `${dayAt(30)} formal-notice`,
    ]);
    expect(run.state.stage).toBe('at-risk');
    expect(run.deliveryStatus).toBe('at-risk');
  });

  test('passes each stage in turn', () => {
    const stages = [1, 2, 8, 9, 22, 23, 29].map((day) => stageAt(facts(), day));
    expect(stages).toEqual(['up-to-date', 'due', 'due', 'reminded', 'reminded', 'lapsed', 'lapsed']);
    expect(stageAt(facts(), 2, '07:59')).toBe('up-to-date');
    expect(stageAt(facts(), 2, '08:00')).toBe('due');
  });

  test('is not sent a formal notice without home delivery', () => {
    const run = sweep(facts({ deliveryStatus: 'none' }), every(12, 0, 40));
    expect(run.said.join()).not.toContain('formal-notice');
    expect(run.state.stage).toBe('at-risk');
    expect(run.deliveryStatus).toBe('none');
  });

  test('gets the notice when delivery becomes active while at risk, once', () => {
    const { state } = sweep(facts({ deliveryStatus: 'none' }), every(12, 0, 40));
    const now = facts({ remindedOn: [dayAt(2), dayAt(9)] });
    const first = assess(now, at(41), { previous: state });
    expect(first.mail?.kind).toBe('formal-notice');
    const again = assess(now, at(42), { previous: first.state });
    expect(again.mail).toBeUndefined();
    expect(again.deliveryStatus).toBe('active');
  });

  test('whose reminders did not arrive becomes a call for the centre, not a notice', () => {
    const instants = every(6, 0, 45);
    let previous: RecordingState | undefined;
    const tasks = instants.flatMap((now) => {
      const result = assess(facts(), now, { previous });
      previous = result.state;
      return result.task === undefined ? [] : [now.toString().slice(0, 10)];
    });
    expect(tasks).toEqual([dayAt(30)]);
    expect(previous?.stage).toBe('lapsed');
    const called = assess(facts({ remindedOn: [dayAt(32), dayAt(39)] }), at(46), { previous });
    expect(called.mail?.kind).toBe('formal-notice');
  });

  test('is suspended and restored by nobody but people', () => {
    expect(sweep(facts({ deliveryStatus: 'suspended' }), every(12, 0, 40)).deliveryStatus).toBe('suspended');
    const recorded = facts({ deliveryStatus: 'suspended', evidence: [notTaken(dayAt(0), dayAt(40))] });
    expect(sweep(recorded, every(12, 0, 40)).deliveryStatus).toBe('suspended');
  });
});

test('reminders suffice when enough arrived over enough days of this lapse', () => {
  const suffice = (...days: number[]) =>
    remindersSuffice(days.map(dayAt), { dueOn: dayAt(2) }, defaultPolicy);
  expect(suffice(2, 9)).toBe(true);
  expect(suffice(2, 8)).toBe(false);
  expect(suffice(2)).toBe(false);
  expect(suffice()).toBe(false);
  expect(suffice(-20, 2)).toBe(false);
  const three = { ...defaultPolicy, atRiskReminders: 3 };
  expect(remindersSuffice([dayAt(2), dayAt(16)], { dueOn: dayAt(2) }, three)).toBe(false);
});

describe('one single open dose', () => {
  const oneMissed = facts({ evidence: [...Array(40).keys()].slice(1).map((n) => treated(dayAt(n * 2))) });

  test('never goes past reminded', () => {
    expect(said(oneMissed, 50)).toEqual([
      `${dayAt(2)} reminder-1`,
      `${dayAt(9)} reminder-2`,
      `${dayAt(16)} reminder-3`,
    ]);
    expect(stageAt(oneMissed, 50)).toBe('reminded');
  });

  test('is forgotten when it leaves the look-back', () => {
    expect(stageAt(oneMissed, 55)).toBe('reminded');
    expect(stageAt(oneMissed, 56)).toBe('up-to-date');
  });

  test('with a second one lapses as soon as the second is due, not on the day it is planned', () => {
    const weekly = facts({ plans: [plan(FIRST_DAY, regimen(everyWeeks(1)))] });
    const two = { ...weekly, evidence: [treated(dayAt(7)), treated(dayAt(14)), treated(dayAt(21))] };
    expect(stageAt(two, 23)).toBe('reminded');
    expect(stageAt(two, 28)).toBe('reminded');
    expect(stageAt(two, 30)).not.toBe('reminded');
  });
});

describe('an entry', () => {
  const lapsed = sweep(facts(), every(12, 0, 25)).state;

  test('that closes the open doses returns the patient to up to date in the same write', () => {
    const evidence = addEvidence([], notTaken(dayAt(0), dayAt(25)));
    const result = assess(facts({ evidence }), at(25, '03:00'), {
      previous: lapsed,
      event: 'entry-recorded',
    });
    expect(result.state).toMatchObject({ stage: 'up-to-date', openDoses: [], lapse: { over: true } });
    expect(result.cancelMail).toBe('lapse');
    expect(result.changed).toBe(true);
  });

  test('lets a delivery at risk become active again', () => {
    const evidence = [notTaken(dayAt(0), dayAt(31))];
    const { state } = sweep(facts(), every(12, 0, 31));
    const result = assess(facts({ evidence, deliveryStatus: 'at-risk' }), at(31), {
      previous: state,
      event: 'entry-recorded',
    });
    expect(result.deliveryStatus).toBe('active');
  });

  test('that closes only some doses lowers the stage, and what was said is not said again', () => {
    const some = facts({ evidence: [notTaken(dayAt(0), dayAt(13))] });
    const result = assess(some, at(25), { previous: lapsed, event: 'entry-recorded' });
    expect(result.state.stage).toBe('reminded');
    expect(result.state.lapse?.id).toBe(lapsed.lapse?.id);
    expect(sweep(some, every(6, 25, 37), result.state).said).toEqual([]);
    expect(sweep(some, every(6, 25, 38), result.state).state.stage).toBe('lapsed');
  });

  test('voided brings the lapse back without repeating its mails', () => {
    const mark = notTaken(dayAt(0), dayAt(25));
    const closed = assess(facts({ evidence: [mark] }), at(25), { previous: lapsed, event: 'entry-recorded' });
    const evidence = removeEvidence([mark], mark.id);
    const back = assess(facts({ evidence }), at(25, '10:00'), {
      previous: closed.state,
      event: 'entry-voided',
    });
    expect(back.state).toMatchObject({ stage: 'lapsed', lapse: { id: lapsed.lapse?.id, over: false } });
    expect(sweep(facts(), every(1, 25, 29), back.state).said).toEqual([]);
  });

  test('corrected counts once, with its new days', () => {
    const first = treated(dayAt(0));
    const list = addEvidence([first], { ...first, from: dayAt(2), to: dayAt(2) });
    expect(list).toHaveLength(1);
    expect(assess(facts({ evidence: list }), at(2)).state.openDoses.map((dose) => dose.day)).toEqual([
      dayAt(0),
    ]);
  });

  test('late, for days long past, counts by the days it covers', () => {
    const evidence = [...Array(13).keys()].map((n) => treated(dayAt(n * 2)));
    expect(assess(facts({ evidence }), at(25), { previous: lapsed }).state.stage).toBe('up-to-date');
  });

  test('of a bleed treatment or a confirmation does not close a planned dose it does not fit', () => {
    const evidence = [confirmed(dayAt(0), dayAt(25)), treated(dayAt(0), { reason: 'other' })];
    expect(assess(facts({ evidence }), at(25)).state.openDoses).toHaveLength(13);
  });
});

describe('before and beyond the clock', () => {
  test.each([
    ['without home therapy', { homeTherapy: false }],
    ['without a plan', { plans: [] }],
    ['before anything was delivered', { clockFrom: undefined }],
  ])('%s nothing is started and nothing is checked', (_case, changes) => {
    const result = assess(facts(changes), at(40));
    expect(result.state).toMatchObject({ stage: 'not-started', openDoses: [] });
    expect(result.state).not.toHaveProperty('nextCheckAt');
    expect(result.mail).toBeUndefined();
  });

  test('the clock starts at the later of plan start and delivery', () => {
    const later = facts({ clockFrom: dayAt(10) });
    expect(assess(later, at(5)).state).toMatchObject({
      stage: 'not-started',
      nextCheckAt: at(10, '08:00').toString(),
    });
    expect(said(later, 15)).toEqual([`${dayAt(12)} reminder-1`]);
  });

  test('a stopped patient is never sent anything again, and what is queued is cancelled', () => {
    const { state } = sweep(facts(), every(12, 0, 10));
    const stopped = facts({ stop: { reason: 'died' } });
    const result = assess(stopped, at(11), { previous: state, event: 'stopped' });
    expect(result).toMatchObject({ cancelMail: 'all', centreDigest: false, state: { stage: 'stopped' } });
    expect(result.state).not.toHaveProperty('nextCheckAt');
    const run = sweep(stopped, every(24, 11, 80), result.state);
    expect(run.said).toEqual([]);
    expect(assess(stopped, at(12), { previous: result.state }).cancelMail).toBe('none');
  });
});

describe('a pause', () => {
  const pauses = [{ from: dayAt(5), to: dayAt(14), reason: 'hospital' as const }];

  test('stops the clock, owes nothing for its days, and ends back where the dates say', () => {
    const run = said(facts({ pauses }), 45);
    expect(run).toEqual([
      `${dayAt(2)} reminder-1`,
      `${dayAt(19)} reminder-2`,
      `${dayAt(26)} reminder-3`,
      `${dayAt(33)} digest`,
      `${dayAt(40)} formal-notice`,
    ]);
    expect(stageAt(facts({ pauses }), 10)).toBe('paused');
    expect(stageAt(facts({ pauses }), 15)).toBe('due');
  });

  test('begins by withdrawing the reminders that are still queued', () => {
    const { state } = sweep(facts(), every(12, 0, 4));
    const result = assess(facts({ pauses }), at(5), { previous: state, event: 'paused' });
    expect(result.cancelMail).toBe('lapse');
    expect(result.state.nextCheckAt).toBe(at(15, '08:00').toString());
    expect(assess(facts({ pauses }), at(6), { previous: result.state }).cancelMail).toBe('none');
  });

  test('of one after another ends with the last', () => {
    const both = [...pauses, { from: dayAt(15), to: dayAt(20), reason: 'trial' as const }];
    expect(assess(facts({ pauses: both.reverse() }), at(6)).state.nextCheckAt).toBe(
      at(21, '08:00').toString(),
    );
  });
});

describe('without frequent planned doses', () => {
  const onDemand = facts({ plans: [plan(FIRST_DAY, regimen(undefined))] });
  const fourWeekly = facts({ plans: [plan(FIRST_DAY, regimen(everyWeeks(4)))] });

  test('silence is due 28 days after the last accounted day', () => {
    expect(said({ ...onDemand, evidence: [treated(dayAt(3))] }, 40)).toEqual([
      `${dayAt(31)} reminder-1`,
      `${dayAt(38)} reminder-2`,
    ]);
    expect(said({ ...onDemand, accountedThrough: dayAt(5) }, 35)).toEqual([`${dayAt(33)} reminder-1`]);
  });

  test('a confirmation satisfies the clock', () => {
    const { state } = sweep(onDemand, every(24, 0, 55));
    expect(state.stage).toBe('lapsed');
    const evidence = [confirmed(dayAt(0), dayAt(55))];
    expect(assess({ ...onDemand, evidence }, at(55), { previous: state }).state.stage).toBe('up-to-date');
  });

  test('four-weekly doses recorded on time bring no reminder at all', () => {
    const evidence = [0, 28, 56].map((day) => treated(dayAt(day + 1)));
    expect(said({ ...fourWeekly, evidence }, 80)).toEqual([]);
  });

  test('a missed four-weekly dose is due two days after it was planned', () => {
    const evidence = [treated(dayAt(0))];
    expect(said({ ...fourWeekly, evidence }, 40)).toEqual([
      `${dayAt(30)} reminder-1`,
      `${dayAt(37)} reminder-2`,
    ]);
  });

  test('a dose marked not taken for the days ahead counts when those days come', () => {
    const evidence = [notTaken(dayAt(60), dayAt(90))];
    expect(stageAt({ ...onDemand, evidence }, 57)).toBe('lapsed');
    expect(stageAt({ ...onDemand, evidence }, 60)).toBe('up-to-date');
  });
});

describe('on paper', () => {
  const paper = facts({ channel: 'paper' });

  test('the form is due, not the doses', () => {
    expect(said(paper, 36)).toEqual([`${dayAt(28)} reminder-1`, `${dayAt(35)} reminder-2`]);
  });

  test('a form received stops the clock before transcription', () => {
    const { state } = sweep(paper, every(24, 0, 35));
    const paperForm = { from: dayAt(0), to: dayAt(28) };
    const result = assess({ ...paper, paperForm }, at(36), { previous: state, event: 'form-received' });
    expect(result.state).toMatchObject({ stage: 'up-to-date', dueOn: dayAt(56) });
  });
});

describe('what does not come from the sweep', () => {
  const events = Object.keys(RECORDING_EVENTS).filter((event): event is RecordingEvent => event !== 'sweep');

  test.each(events)('%s says nothing itself and asks to be looked at now', (event) => {
    const result = assess(facts(), at(23, '11:11:11'), { event });
    expect(result.mail).toBeUndefined();
    expect(result.centreDigest).toBe(false);
    expect(result.state).toMatchObject({ stage: 'up-to-date', nextCheckAt: at(23, '11:11:11').toString() });
    expect(assess(facts(), at(23, '12:00'), { previous: result.state }).centreDigest).toBe(true);
  });

  test('a plan that ends the doses leaves nothing to remind of', () => {
    const { state } = sweep(facts(), every(12, 0, 10));
    const changed = facts({ plans: [plan(dayAt(-1)), plan(FIRST_DAY)] });
    expect(assess(changed, at(10), { previous: state, event: 'plan-changed' }).state).toMatchObject({
      stage: 'up-to-date',
      openDoses: [],
    });
  });

  test('a policy with more days is measured again', () => {
    const policy = { ...defaultPolicy, dueAfterDays: 6 };
    const { state } = sweep(facts(), every(12, 0, 4));
    expect(assess(facts(), at(4), { previous: state, policy, event: 'policy-changed' }).state.stage).toBe(
      'up-to-date',
    );
  });
});

describe('after an outage', () => {
  test.each([
    [10, ['reminder-2']],
    [17, ['reminder-3']],
    [24, ['digest']],
    [45, ['call', 'digest']],
  ])('of %i days the newest stage only is said', (days, expected) => {
    const { said: found } = sweep(facts(), [at(0), ...every(1, days, days + 1)]);
    expect(found.map((line) => line.slice(11))).toEqual(expected);
  });

  test('that ends at night the mail waits for the morning', () => {
    const result = assess(facts(), at(9, '23:30'));
    expect(result.mail?.notBefore).toBe(at(10, '08:00').toString());
  });
});

describe('the next check', () => {
  const nextCheck = (given: RecordingFacts, day: number) => assess(given, at(day)).state.nextCheckAt;
  const morning = (day: number) => at(day, '08:00').toString();

  test('of a diary that is up to date is when its next dose comes due', () => {
    expect(nextCheck(facts({ evidence: [treated(dayAt(0)), treated(dayAt(2))] }), 2)).toBe(morning(6));
  });

  test('of a single open dose is when a second one comes due', () => {
    const weekly = facts({ plans: [plan(FIRST_DAY, regimen(everyWeeks(1)))] });
    const evidence = [7, 14, 21, 28, 35].map((day) => treated(dayAt(day)));
    expect(nextCheck({ ...weekly, evidence }, 40)).toBe(morning(44));
  });

  test('is when a plan begins that ends the silence clock', () => {
    const plans = [
      plan(FIRST_DAY, regimen(undefined)),
      plan(dayAt(65), regimen(everyDays(2), { anchor: dayAt(65) })),
    ];
    expect(nextCheck(facts({ plans }), 60)).toBe(morning(65));
    expect(stageAt(facts({ plans }), 65)).toBe('up-to-date');
  });
});

test('in the weeks the clocks change the stages still begin at 08:00 home time', () => {
  const spring = facts({
    clockFrom: '2026-03-27',
    plans: [plan('2026-03-27', regimen(everyDays(2), { anchor: '2026-03-27' }))],
  });
  expect(assess(spring, at(27)).state.dueAt).toBe('2026-03-29T07:00:00Z');
  const autumn = facts({
    clockFrom: '2026-10-23',
    plans: [plan('2026-10-23', regimen(everyDays(2), { anchor: '2026-10-23' }))],
  });
  expect(assess(autumn, at(237)).state.dueAt).toBe('2026-10-25T08:00:00Z');
});
