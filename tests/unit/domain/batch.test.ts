import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseBatch } from '#domain/batch.ts';

test.each([
  ['lo-1 4i', '10141'],
  ['ABC123', 'ABC123'],
  ['abc 123', 'ABC123'],
  ['ABC\u2011123', 'ABC123'],
  ['ＡＢＣ１', 'ABC1'],
  [' OIL ', '011'],
])('%j is matched as %j', (typed, expected) => {
  expect(normaliseBatch(typed)).toBe(expected);
});

test('a normalised batch is normalised already, and case and spacing never matter', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9 -]{0,20}$/), (typed) => {
      const normalised = normaliseBatch(typed);
      expect(normaliseBatch(normalised)).toBe(normalised);
      expect(normaliseBatch(typed.toLowerCase())).toBe(normalised);
      expect(normaliseBatch(typed.split('').join(' '))).toBe(normalised);
    }),
  );
});
