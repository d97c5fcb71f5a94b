import { execFile } from 'node:child_process';
import { promisify, stripVTControlCharacters } from 'node:util';
import { root } from '../../infra/setup/root.mjs';
import type { Figure } from './figure.ts';

/** Those that count; of the scanner's only the one that is saved. */
const JOURNEYS: readonly (readonly string[])[] = [
  ['tests/e2e/taps.test.ts'],
  ['tests/e2e/scan.test.ts', '-t', 'is a saved entry in three taps'],
];

/** By what the journeys call them when they print a count. */
const MOST: readonly (readonly [RegExp, number])[] = [
  [/another box, the day before/, 4],
  [/another box/, 3],
  [/^The same, yesterday/, 3],
  [/^Repeat/, 2],
  [/scan/i, 3],
  [/bleed with its treatment, yesterday/, 9],
  [/bleed with its treatment/, 8],
];

/**
 * Taps, counted by the end-to-end journeys that drive the pages (each fails by itself where it takes one more). They
 * run beside this process, which may be the one that answers them.
 */
export async function benchTaps(address: string): Promise<Figure[]> {
  const said: string[] = [];
  for (const journey of JOURNEYS) {
    const args = ['infra/setup/run.mjs', 'test', 'e2e', ...journey];
    const { stdout } = await promisify(execFile)(process.execPath, args, {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
      env: { ...process.env, HAEMDIARY_RUN: address },
    });
    said.push(stdout);
  }
  const stdout = said.join('\n');
  const counted = [...stripVTControlCharacters(stdout).matchAll(/^(.+): (\d+) taps$/gm)];
  if (counted.length === 0) throw new Error(`No taps were counted:\n${stdout}`);
  return counted.flatMap(([, what = '', taps]) => {
    const target = MOST.find(([name]) => name.test(what))?.[1];
    return target === undefined ? [] : [{ what, measured: Number(taps), target, unit: 'taps' as const }];
  });
}
