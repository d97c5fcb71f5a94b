import { describe, expect, it } from 'vitest';
import { filledMonths } from '../../../web/shared/insights/filled-months.ts';
import { aroundChanges, asLongBefore, lastMonths, twoTimes } from '../../../web/shared/insights/spans.ts';
import { markCounts } from '../../../web/shared/insights/mark-counts.ts';

describe('the times to look back at', () => {
  it('end today and leave no day twice and none out', () => {
    expect(lastMonths('2026-11-22', 12)).toEqual({ from: '2025-11-23', to: '2026-11-22' });
    expect(lastMonths('2028-03-31', 1)).toEqual({ from: '2028-03-01', to: '2028-03-31' });
    expect(twoTimes('2026-11-22', 6)).toEqual([
      { from: '2025-11-23', to: '2026-05-22' },
      { from: '2026-05-23', to: '2026-11-22' },
    ]);
    expect(asLongBefore({ from: '2028-03-01', to: '2028-03-02' })).toEqual({
      from: '2028-02-28',
      to: '2028-02-29',
    });
  });

  it('are the days before and after each change of plan, at most a year on either side, newest first', () => {
    const changes = ['2020-01-01', '2026-01-10', '2026-06-01', '2026-12-24'];
    expect(aroundChanges(changes, '2026-11-22')).toEqual([
      {
        change: '2026-06-01',
        spans: [
          { from: '2026-01-10', to: '2026-05-31' },
          { from: '2026-06-01', to: '2026-11-22' },
        ],
      },
      {
        change: '2026-01-10',
        spans: [
          { from: '2025-01-10', to: '2026-01-09' },
          { from: '2026-01-10', to: '2026-05-31' },
        ],
      },
    ]);
  });
});

it('a month without an amount has its place among the bars', () => {
  expect(
    filledMonths([
      { month: '2025-12', value: 1 },
      { month: '2026-02', value: 2 },
    ]),
  ).toEqual([
    { month: '2025-12', value: 1 },
    { month: '2026-01', value: 0 },
    { month: '2026-02', value: 2 },
  ]);
  expect(filledMonths([])).toEqual([]);
});

it('each day of a month is counted once', () => {
  const marks = [
    { day: '2026-01-01', mark: 'bleed' as const },
    { day: '2026-01-02', mark: 'bleed' as const },
    { day: '2026-02-01', mark: 'treatment' as const },
  ];
  expect([...markCounts(marks, '2026-01')]).toEqual([['bleed', 2]]);
});
