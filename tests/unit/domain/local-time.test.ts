import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  clockDay,
  isTimeZone,
  localDay,
  localDayOf,
  monthBounds,
  morningOf,
  quietHoursEnd,
  resolveLocalTime,
} from '#domain/local-time.ts';

const london = 'Europe/London';
const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const zones = ['Europe/London', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia'];
const anyInstant = fc
  .integer({ min: Date.UTC(2020, 0, 1) / 1000, max: Date.UTC(2030, 0, 1) / 1000 })
  .map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000));

describe('a local time as entered', () => {
  test('becomes the instant of its zone', () => {
    expect(resolveLocalTime('2026-07-01T07:30', london)).toEqual({
      ok: true,
      value: { instant: '2026-07-01T06:30:00Z', offsetMinutes: 60 },
    });
  });

  test('is refused when the clock skips it', () => {
    expect(resolveLocalTime('2026-03-29T01:30', london)).toEqual({ ok: false, error: 'missing-hour' });
    expect(resolveLocalTime('2026-03-29T01:30', london, 'later')).toEqual({
      ok: false,
      error: 'missing-hour',
    });
  });

  test('that comes twice needs to be told which', () => {
    expect(resolveLocalTime('2026-10-25T01:30', london)).toEqual({ ok: false, error: 'doubled-hour' });
    expect(resolveLocalTime('2026-10-25T01:30', london, 'earlier')).toMatchObject({
      value: { instant: '2026-10-25T00:30:00Z', offsetMinutes: 60 },
    });
    expect(resolveLocalTime('2026-10-25T01:30', london, 'later')).toMatchObject({
      value: { instant: '2026-10-25T01:30:00Z', offsetMinutes: 0 },
    });
  });

  test.each(['2026-02-30T10:00', '2026-01-01', '2026-01-01T10:00:00', '2026-01-01T25:00', 'yesterday'])(
    '%j cannot be read',
    (text) => {
      expect(resolveLocalTime(text, london)).toEqual({ ok: false, error: 'unreadable' });
    },
  );

  test.each(['Europe/Lundon', '+01:00', ''])('zone %j is unknown', (zone) => {
    expect(isTimeZone(zone)).toBe(false);
    expect(resolveLocalTime('2026-01-01T10:00', zone)).toEqual({ ok: false, error: 'unknown-zone' });
  });

  test('comes back as entered, whatever the zone', () => {
    fc.assert(
      fc.property(
        anyInstant,
        fc.constantFrom(...zones),
        fc.constantFrom('earlier', 'later'),
        (instant, zone, fold) => {
          const local = instant
            .toZonedDateTimeISO(zone)
            .toPlainDateTime()
            .toString({ smallestUnit: 'minute' });
          const result = resolveLocalTime(local, zone, fold);
          const back = result.ok
            ? at(result.value.instant).toZonedDateTimeISO(zone).toPlainDateTime()
            : undefined;
          expect(back?.toString({ smallestUnit: 'minute' })).toBe(local);
        },
      ),
    );
  });
});

test('the local day is that of the home zone', () => {
  expect(localDayOf('2026-07-01T23:30:00Z', london)).toBe('2026-07-02');
  expect(localDay(at('2026-07-01T23:30:00Z'), 'America/New_York')).toBe('2026-07-01');
});

test('a month has its bounds, also in a leap year and at the turn of the year', () => {
  expect(monthBounds('2028-02')).toEqual({
    firstDay: '2028-02-01',
    lastDay: '2028-02-29',
    start: '2028-02-01T00:00',
    end: '2028-03-01T00:00',
  });
  expect(monthBounds('2026-12').end).toBe('2027-01-01T00:00');
});

describe('quiet hours', () => {
  test.each([
    ['2026-01-10T07:59:59Z', '2026-01-10T08:00:00Z'],
    ['2026-01-10T08:00:00Z', '2026-01-10T08:00:00Z'],
    ['2026-01-10T20:59:59Z', '2026-01-10T20:59:59Z'],
    ['2026-01-10T21:00:00Z', '2026-01-11T08:00:00Z'],
    ['2026-03-28T22:00:00Z', '2026-03-29T07:00:00Z'],
    ['2026-10-24T22:00:00Z', '2026-10-25T08:00:00Z'],
  ])('at %s mail may go at %s in London', (now, expected) => {
    expect(quietHoursEnd(at(now), london).toString()).toBe(expected);
  });

  test('mail never goes in them and never more than half a day late', () => {
    fc.assert(
      fc.property(anyInstant, fc.constantFrom(...zones), (now, zone) => {
        const sent = quietHoursEnd(now, zone);
        const { hour } = sent.toZonedDateTimeISO(zone);
        expect(hour >= 8 && hour < 21).toBe(true);
        expect(sent.epochMilliseconds - now.epochMilliseconds).toBeGreaterThanOrEqual(0);
        expect(sent.epochMilliseconds - now.epochMilliseconds).toBeLessThanOrEqual(12 * 3_600_000);
        expect(quietHoursEnd(sent, zone).equals(sent)).toBe(true);
      }),
    );
  });
});

test('the clocks of a day run out at 08:00 home time', () => {
  expect(clockDay(at('2026-07-02T06:59:59Z'), london)).toBe('2026-07-01');
  expect(clockDay(at('2026-07-02T07:00:00Z'), london)).toBe('2026-07-02');
  fc.assert(
    fc.property(anyInstant, fc.constantFrom(...zones), (now, zone) => {
      const day = clockDay(now, zone);
      expect(Temporal.Instant.compare(morningOf(day, zone), now)).toBeLessThanOrEqual(0);
      expect(clockDay(morningOf(day, zone), zone)).toBe(day);
    }),
  );
});
