import { createHash } from 'node:crypto';

/** Numbers that look drawn and are the same at every start: each person has a stream of their own. */
export interface Random {
  /** From 0 up to, not including, 1. */
  readonly next: () => number;
  readonly chance: (probability: number) => boolean;
  /** A whole number, both ends included. */
  readonly whole: (from: number, to: number) => number;
  readonly pick: <T>(from: readonly [T, ...T[]]) => T;
  /** One key, as often as its weight says. */
  readonly weighted: <K extends string>(weights: Readonly<Record<K, number>>) => K;
  /** How many events in a year, negative binomial: a gamma-distributed rate for the person, Poisson events. */
  readonly negativeBinomial: (mean: number, size: number) => number;
  /** An id of the shape our ids have (UUID version 7). */
  readonly id: (epochMilliseconds: number) => string;
}

/** Mulberry32 (public domain, T. Ettinger): 32 bits of state are enough for forty people. */
const mulberry32 = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** Ahrens and Dieter's GS, for shapes below 1 as the published bleed rates have. */
const gammaBelowOne = (next: () => number, shape: number): number => {
  const b = 1 + shape / Math.E;
  for (;;) {
    const p = b * next();
    const x = p <= 1 ? p ** (1 / shape) : -Math.log((b - p) / shape);
    if (next() <= (p <= 1 ? Math.exp(-x) : x ** (shape - 1))) return x;
  }
};

/** Knuth's product of uniforms; the rates here are tens at most. */
const poisson = (next: () => number, rate: number): number => {
  const floor = Math.exp(-Math.min(rate, 60));
  let events = -1;
  for (let product = 1; product > floor; product *= next()) events += 1;
  return events;
};

/** The stream of numbers that a name stands for. */
export const randomOf = (name: string): Random => {
  const next = mulberry32(createHash('sha256').update(`haemdiary demo ${name}`).digest().readInt32BE(0));
  const whole: Random['whole'] = (from, to) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick: (from) => from[whole(0, from.length - 1)] ?? from[0],
    weighted: (weights) => {
      const entries = Object.entries<number>(weights) as [keyof typeof weights, number][];
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) {
        left -= weight;
        if (left < 0) return key;
      }
      throw new Error('Nothing to choose from.');
    },
    negativeBinomial: (mean, size) => poisson(next, gammaBelowOne(next, size) * (mean / size)),
    id: (epochMilliseconds) => {
      const time = Math.trunc(epochMilliseconds).toString(16).padStart(12, '0');
      const hex = (digits: number): string =>
        Math.floor(next() * 16 ** digits)
          .toString(16)
          .padStart(digits, '0');
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(6)}${hex(6)}`;
    },
  };
};
