import { expect, it } from 'vitest';
import { newerThanOldest } from '../../../web/older-phones.ts';

it.each([
  ['a list sorted without changing it', 'const a=b.toSorted()', '.toSorted('],
  ['the last that fits', 'const a=b.findLast(f)', '.findLast('],
  ['a pattern that looks behind', 'const a=/(?<!x)y/.test(b)', '(?<!'],
  ['a deep copy', 'const a=structuredClone(b)', 'structuredClone('],
  ['what two sets have in common', 'a.isSubsetOf(b)', '.isSubsetOf('],
  ['a request that gives up by itself', 'fetch(a,{signal:AbortSignal.timeout(5)})', 'AbortSignal.timeout'],
  [
    'a picture turned by a name of 2023',
    'createImageBitmap(a,{imageOrientation:"from-image"})',
    'from-image',
  ],
])('a script with %s is refused: phones of 2021 stop at it', (_what, code, found) => {
  expect(newerThanOldest(code)).toEqual([found]);
});

it('a script with what those phones know passes, named groups of a pattern among it', () => {
  expect(
    newerThanOldest('a.at(-1);Object.hasOwn(a,"b");/(?<year>\\d{4})/.exec(c);a.replaceAll("b","c")'),
  ).toEqual([]);
});
