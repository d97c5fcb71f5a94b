import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { eventOf } from '../../../infra/local/schedules/event-of.ts';
import { isDue } from '../../../infra/local/schedules/is-due.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);

describe('the event of a schedule', () => {
  const arn = 'arn:aws:scheduler:eu-west-2:000000000000:schedule/default/sweep';

  it('has the scheduled time in whole seconds where the Input asks for it', () => {
    const input =
      '{"time":"<aws.scheduler.scheduled-time>","by":"<aws.scheduler.schedule-arn>","n":"<aws.scheduler.attempt-number>"}';
    expect(eventOf({ arn, input }, at('2026-11-22T07:00:00.123Z'))).toEqual({
      time: '2026-11-22T07:00:00Z',
      by: arn,
      n: '1',
    });
  });

  it('leaves alone what the Scheduler has no word for', () => {
    expect(eventOf({ arn, input: '["<aws.scheduler.unheard-of>"]' }, at('2026-11-22T07:00:00Z'))).toEqual([
      '<aws.scheduler.unheard-of>',
    ]);
  });

  it('is empty without an Input', () => {
    expect(eventOf({ arn, input: undefined }, at('2026-11-22T07:00:00Z'))).toEqual({});
  });
});

describe('when a schedule is due', () => {
  const started = at('2026-11-22T07:10:30Z');
  it.each([
    ['rate(1 hour)', 'UTC', '2026-11-22T08:10:00Z', true],
    ['rate(1 hour)', 'UTC', '2026-11-22T08:00:00Z', false],
    ['rate(1 hour)', 'UTC', '2026-11-22T07:10:00Z', false],
    ['rate(5 minutes)', 'UTC', '2026-11-22T07:20:00Z', true],
    ['cron(0 * * * ? *)', 'Etc/UTC', '2026-11-22T09:00:00Z', true],
    ['cron(0 * * * ? *)', 'Etc/UTC', '2026-11-22T09:01:00Z', false],
    ['cron(0 8 * * ? *)', 'Europe/London', '2026-07-01T07:00:00Z', true],
    ['cron(0/15 8-9 ? * MON-FRI *)', 'UTC', '2026-11-23T09:45:00Z', true],
    ['cron(0/15 8-9 ? * MON-FRI *)', 'UTC', '2026-11-22T09:45:00Z', false],
    ['cron(0 0 1,15 JAN ? 2027)', 'UTC', '2027-01-15T00:00:00Z', true],
  ])('%s in %s at %s: %s', (expression, timeZone, minute, due) => {
    expect(isDue({ expression, timeZone }, started, at(minute))).toBe(due);
  });

  it.each(['cron(0 0 L * ? *)', 'at(2026-11-22T08:00:00)'])(
    'refuses %s, which it cannot read',
    (expression) => {
      expect(() => isDue({ expression, timeZone: 'UTC' }, started, started)).toThrow("can't read");
    },
  );
});
