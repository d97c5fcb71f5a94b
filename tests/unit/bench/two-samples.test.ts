import { describe, expect, it } from 'vitest';
import { mannWhitney, medianDifference } from '../../bench/two-samples.ts';

const figures = (from: number) => Array.from({ length: 100 }, (_, place) => from + (place % 10));

describe('two samples', () => {
  it('that are alike are told as alike', () => {
    expect(mannWhitney(figures(5), figures(5))).toBeCloseTo(1);
    const { difference, from, to } = medianDifference(figures(5), figures(5));
    expect(difference).toBe(0);
    expect(from).toBeLessThanOrEqual(0);
    expect(to).toBeGreaterThanOrEqual(0);
  });

  it('that differ are told apart', () => {
    expect(mannWhitney(figures(9), figures(5))).toBeLessThan(0.001);
    expect(medianDifference(figures(9), figures(5)).from).toBeGreaterThan(0);
  });

  it('have the chance that tables give', () => {
    // U = 4 of 5 and 5, normal approximation: z = -1.776.
    expect(mannWhitney([1, 2, 3, 4, 9], [5, 6, 7, 8, 10])).toBeCloseTo(0.0758, 2);
  });
});
