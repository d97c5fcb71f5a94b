import { execFile } from 'node:child_process';
import { promisify, stripVTControlCharacters } from 'node:util';
import { root } from '../../infra/setup/root.mjs';
import type { Figure } from './figure.ts';

/** By what the journeys call them when they print a count. */
const MOST: readonly (readonly [RegExp, number])[] = [
  [/another box/, 3],
  [/yesterday/, 3],
  [/^Repeat/, 2],
  [/scan/i, 3],
  [/bleed with its treatment/, 8],
];

/**
 * Taps, counted by the end-to-end journeys that drive the pages (each fails by itself where it takes one more). They
 * run beside this process, which may be the one that answers them.
 */
export async function benchTaps(address: string): Promise<Figure[]> {
  const args = ['infra/setup/run.mjs', 'test', 'e2e', 'tests/e2e/taps.test.ts'];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    env: { ...process.env, HAEMDIARY_RUN: address },
  });
  const counted = [...stripVTControlCharacters(stdout).matchAll(/^(.+): (\d+) taps$/gm)];
  if (counted.length === 0) throw new Error(`No taps were counted:\n${stdout}`);
  return counted.flatMap(([, what = '', taps]) => {
    const target = MOST.find(([name]) => name.test(what))?.[1];
    return target === undefined ? [] : [{ what, measured: Number(taps), target, unit: 'taps' as const }];
  });
}
