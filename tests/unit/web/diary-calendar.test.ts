import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MonthView } from '#contracts/diary.ts';
import type { Entry } from '#contracts/entries.ts';
import { dayModel, dayName } from '../../../web/diary/calendar/day-marks.ts';
import { doseWords } from '../../../web/diary/calendar/dose-words.ts';
import {
  addDays,
  addMonths,
  daysBetween,
  daysFrom,
  firstDay,
  isDay,
  lastDay,
  localNow,
  weekdayOf,
} from '../../../web/shared/dates/days.ts';
import { matchPath } from '../../../web/shared/router/match-path.ts';

const anyDay = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const amount = { value: 2000, unit: 'IU', moiety: 'FVIII' } as const;
const dose = (day: string, state: MonthView['planned'][number]['state']): MonthView['planned'][number] => ({
  day,
  ordinal: 1,
  productId: 'elocta',
  productName: 'Elocta',
  amount,
  state,
});

const recorded = {
  id: 'x',
  version: 1,
  source: 'web',
  typedAt: '2026-11-12T19:00:00Z',
  receivedAt: '2026-11-12T19:00:00Z',
  recordedBy: 'you',
} as const;
const bleed: Entry = {
  ...recorded,
  kind: 'bleed',
  site: 'knee',
  side: 'right',
  cause: 'trauma',
  severity: 1,
  startedAt: { local: '2026-11-12T18:20', zone: 'Europe/London' },
  day: '2026-11-12',
};
const confirmed: Entry = {
  ...recorded,
  kind: 'confirmation',
  from: '2026-11-11',
  to: '2026-11-13',
  answers: ['no-other-treatment'],
};

const view = (entries: Entry[], planned: MonthView['planned'] = []): MonthView => ({
  month: '2026-11',
  today: '2026-11-22',
  homeZone: 'Europe/London',
  firstName: 'Sam',
  channel: 'online',
  centre: { name: 'Northmoor', phone: '01632 960001', email: 'a@b.example', emergencyPhone: '01632 960099' },
  recording: { stage: 'up-to-date', since: '2026-11-01T00:00:00Z', openDoses: [] },
  delivery: 'active',
  planned,
  entries,
  openBleeds: [],
  sharedWith: [],
  emergencySites: [],
});

describe('calendar arithmetic without a clock', () => {
  it('comes back to the same day after going away and back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -2000, max: 2000 }), (day, count) => {
        expect(addDays(addDays(day, count), -count)).toBe(day);
        expect(daysBetween(day, addDays(day, count))).toBe(count);
      }),
    );
  });

  it('gives every month its own days, each a week day after the one before', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const month = day.slice(0, 7);
        const days = daysFrom(firstDay(month), lastDay(month));
        expect(days.every((one) => one.startsWith(month))).toBe(true);
        expect(days.slice(1).every((one, at) => weekdayOf(one) === (weekdayOf(days[at] ?? '') % 7) + 1)).toBe(
          true,
        );
        expect(addMonths(addMonths(month, 1), -1)).toBe(month);
      }),
    );
  });

  it('refuses days that do not exist', () => {
    expect(['2026-02-29', '2026-13-01', '2026-1-1', '', 'x'].filter(isDay)).toEqual([]);
    expect(isDay('2028-02-29')).toBe(true);
  });

  it('tells the local day of a zone across midnight', () => {
    const now = Date.parse('2026-07-01T23:30:00Z');
    expect(localNow('Europe/London', now)).toEqual({ day: '2026-07-02', time: '00:30' });
    expect(localNow('America/New_York', now)).toEqual({ day: '2026-07-01', time: '19:30' });
  });
});

describe('what stands on a day of the calendar', () => {
  it('names the day with what is recorded and planned', () => {
    const month = view([bleed, confirmed], [dose('2026-11-12', 'open')]);
    expect(dayName(dayModel('2026-11-12', month))).toBe(
      'Thursday 12 November 2026: 1 planned treatment not recorded yet, 1 bleed, confirmed',
    );
    expect(dayName(dayModel('2026-11-20', month))).toBe('Friday 20 November 2026: nothing recorded');
  });

  it('shows a removed entry in the day but not as a mark', () => {
    const removed: Entry = { ...bleed, voided: { at: '2026-11-13T00:00:00Z', reason: 'Typed twice' } };
    const model = dayModel('2026-11-12', view([removed]));
    expect(model.entries).toHaveLength(1);
    expect(model.marks).toEqual([]);
  });

  it('marks a planned dose that was recorded only by its treatment', () => {
    const model = dayModel('2026-11-02', view([], [dose('2026-11-02', 'recorded')]));
    expect(model.marks).toEqual([]);
    expect(model.planned).toEqual([]);
  });

  it('says a planned dose with its unit', () => {
    expect(doseWords(dose('2026-11-02', 'ahead'))).toBe('Elocta 2,000\u00A0IU');
  });
});

describe('addresses', () => {
  it('match only the page they were made for', () => {
    expect(matchPath('/', '/')).toEqual({});
    expect(matchPath('/', '/record')).toBeUndefined();
    expect(matchPath('/treatments/:month/:id', '/treatments/2026-11/t1')).toEqual({
      month: '2026-11',
      id: 't1',
    });
    expect(matchPath('/treatments/:month/:id', '/treatments/2026-11')).toBeUndefined();
    expect(matchPath('/record', '/record/')).toEqual({});
  });
});
