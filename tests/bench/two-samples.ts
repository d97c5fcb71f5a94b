import { median } from './figures.ts';

const RESAMPLES = 2000;
/** Of the normal distribution, two-sided: P(|Z| > z), by Abramowitz and Stegun 26.2.17 (error below 1e-7). */
const twoSided = (z: number): number => {
  const x = Math.abs(z);
  const t = 1 / (1 + 0.2316419 * x);
  const tail =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return Math.min(1, 2 * tail * (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)));
};

/** The probability that a difference in rank as large as this, or larger, is chance (Mann–Whitney U, ties sharing a rank). */
export const mannWhitney = (one: readonly number[], other: readonly number[]): number => {
  const all = [...one.map((value) => [value, 1] as const), ...other.map((value) => [value, 0] as const)].sort(
    ([a], [b]) => a - b,
  );
  let ranks = 0;
  for (let from = 0, to = 0; from < all.length; from = to) {
    while (to < all.length && all[to]?.[0] === all[from]?.[0]) to += 1;
    const shared = (from + 1 + to) / 2;
    for (let place = from; place < to; place += 1) ranks += (all[place]?.[1] ?? 0) * shared;
  }
  const [n, m] = [one.length, other.length];
  const u = ranks - (n * (n + 1)) / 2;
  return twoSided((u - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12));
};

/** The difference of the medians with its 95 % interval, by drawing again from what was measured (percentile bootstrap). */
export const medianDifference = (one: readonly number[], other: readonly number[]) => {
  const again = (values: readonly number[]): number =>
    median(values.map(() => values[Math.floor(Math.random() * values.length)] ?? 0));
  const drawn = Array.from({ length: RESAMPLES }, () => again(one) - again(other)).sort((a, b) => a - b);
  const at = (share: number): number => drawn[Math.floor(share * RESAMPLES)] ?? Number.NaN;
  return { difference: median(one) - median(other), from: at(0.025), to: at(0.975) };
};
