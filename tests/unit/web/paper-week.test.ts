import { describe, expect, it } from 'vitest';
import type { Plan } from '#domain/plan.ts';
import { linesOf, MOST_WEEKS, weeksOf } from '../../../web/shared/paper/paper-week.ts';

const plan = (dosesPerDay: number, days: number): Plan => ({
  id: 'p-1',
  effectiveOn: '2026-11-01',
  setAt: '2026-11-01T08:00:00Z',
  regimens: [
    {
      kind: 'routine',
      productId: 'elocta',
      amount: { value: 2000, unit: 'IU', moiety: 'FVIII' },
      anchor: '2026-11-01',
      schedule: { kind: 'every-days', days },
      dosesPerDay,
    },
  ],
});

describe('the weeks of paper forms', () => {
  it.each([
    ['1', 1],
    [' 4 ', 4],
    [String(MOST_WEEKS), MOST_WEEKS],
    ['0', undefined],
    [String(MOST_WEEKS + 1), undefined],
    ['4.5', undefined],
    ['-4', undefined],
    ['1e1', undefined],
    ['', undefined],
    ['four', undefined],
  ])('typed as "%s" are %s', (typed, weeks) => {
    expect(weeksOf(typed)).toBe(weeks);
  });
});

describe('the lines of a week', () => {
  it('name the planned days of that week and leave the rest to write on', () => {
    const lines = linesOf([plan(1, 3)], '2026-11-22');
    expect(lines).toHaveLength(14);
    expect(lines.slice(0, 3)).toEqual([
      { day: '2026-11-22', productId: 'elocta' },
      { day: '2026-11-25', productId: 'elocta' },
      { day: '2026-11-28', productId: 'elocta' },
    ]);
    expect(lines.slice(3).every((line) => line.day === undefined)).toBe(true);
  });

  it('are all empty without a first day', () => {
    expect(linesOf([plan(1, 1)], undefined)).toEqual(Array.from({ length: 14 }, () => ({})));
  });

  it('grow with the plan as far as a page goes', () => {
    expect(linesOf([plan(2, 1)], '2026-11-22')).toHaveLength(18);
    expect(linesOf([plan(3, 1)], '2026-11-22')).toHaveLength(24);
  });

  it('never print a part of a plan that has more doses than a page has lines', () => {
    const lines = linesOf([plan(4, 1)], '2026-11-22');
    expect(lines.filter(({ day }) => day !== undefined)).toEqual([]);
  });
});
