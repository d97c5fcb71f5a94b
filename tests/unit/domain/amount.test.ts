import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addAmounts,
  compareAmounts,
  isMultipleOfStep,
  sameKind,
  sumExactly,
  timesAmount,
  totalByKind,
  type Amount,
} from '#domain/amount.ts';
import { formatAmount } from '#domain/format-amount.ts';
import { parseAmountText } from '#domain/parse-amount.ts';

const mg = (value: number): Amount<'mg', 'concizumab'> => ({ value, unit: 'mg', moiety: 'concizumab' });
const fviii = (value: number): Amount<'IU', 'FVIII'> => ({ value, unit: 'IU', moiety: 'FVIII' });
const fix = (value: number): Amount<'IU', 'FIX'> => ({ value, unit: 'IU', moiety: 'FIX' });
const tenths = fc.integer({ min: 0, max: 1_000_000 }).map((count) => count / 10);

describe('adding amounts', () => {
  test('does not drift', () => {
    expect(addAmounts(mg(0.1), mg(0.2)).value).toBe(0.3);
    expect(sumExactly(Array.from({ length: 10 }, () => 0.1))).toBe(1);
  });

  test('of different moiety or unit does not compile, and throws where only known at run time', () => {
    // @ts-expect-error factor VIII and factor IX are never added
    expect(() => addAmounts(fviii(500), fix(500))).toThrow(TypeError);
    // @ts-expect-error milligrams and international units are never added
    expect(() => addAmounts(mg(1), fviii(1))).toThrow(TypeError);
    const loose: Amount = fix(500);
    expect(() => addAmounts<Amount['unit'], Amount['moiety']>(fviii(500), loose)).toThrow(TypeError);
  });

  test('of products the catalogue does not hold is refused: they may be two things', () => {
    const other: Amount<'mg', 'unmapped'> = { value: 1, unit: 'mg', moiety: 'unmapped' };
    expect(sameKind(other, other)).toBe(false);
    expect(() => addAmounts(other, other)).toThrow(TypeError);
    expect(totalByKind([other, other])).toHaveLength(2);
  });

  test('gives one total for each kind', () => {
    expect(totalByKind([fviii(250), mg(0.1), fviii(500), mg(0.2)])).toEqual([fviii(750), mg(0.3)]);
  });

  test('is exact in any order', () => {
    fc.assert(
      fc.property(fc.array(tenths, { maxLength: 30 }), (values) => {
        const total = totalByKind(values.map(mg))[0]?.value ?? 0;
        expect(total).toBe(totalByKind(values.toReversed().map(mg))[0]?.value ?? 0);
        expect(total).toBe(values.reduce((sum, value) => sum + Math.round(value * 10), 0) / 10);
        expect(isMultipleOfStep(total, 0.1)).toBe(true);
      }),
    );
  });
});

test('containers are counted whole', () => {
  expect(timesAmount(mg(0.1), 3)).toEqual(mg(0.3));
  expect(() => timesAmount(mg(1), 1.5)).toThrow(RangeError);
  expect(() => timesAmount(mg(1), -1)).toThrow(RangeError);
});

test('amounts of one kind have an order', () => {
  expect([compareAmounts(mg(1), mg(2)), compareAmounts(mg(2), mg(2)), compareAmounts(mg(3), mg(2))]).toEqual([
    -1, 0, 1,
  ]);
  expect(() => compareAmounts(mg(1), fviii(1))).toThrow(TypeError);
});

test.each([
  [1500, 1, true],
  [1500.5, 1, false],
  [6.6, 0.1, true],
  [6.65, 0.1, false],
  [0.0001, 0.1, false],
  [Number.NaN, 1, false],
  [Number.POSITIVE_INFINITY, 1, false],
  [1e12, 1, false],
])('%d is a number of steps of %d: %s', (value, step, expected) => {
  expect(isMultipleOfStep(value, step)).toBe(expected);
});

test('an amount too large to be exact throws', () => {
  expect(() => addAmounts(fviii(Number.MAX_SAFE_INTEGER), fviii(1))).toThrow(RangeError);
});

describe('an amount as typed', () => {
  test.each([
    ['1500', 1, 1500],
    [' 1500 ', 1, 1500],
    ['6.6', 0.1, 6.6],
    ['6,6', 0.1, 6.6],
    ['0.50', 0.1, 0.5],
    ['١٥٠٠', 1, 1500],
    ['۱۵۰۰', 1, 1500],
    ['٦٫٦', 0.1, 6.6],
  ])('%j is read', (text, step, value) => {
    expect(parseAmountText(text, step)).toEqual({ ok: true, value });
  });

  test.each([
    ['', 'empty'],
    ['1.500', 'ambiguous'],
    ['1,500', 'ambiguous'],
    ['٠,٥٠٠', 'ambiguous'],
    ['1,500,000', 'not-a-number'],
    ['1 500', 'not-a-number'],
    ['1e3', 'not-a-number'],
    ['-5', 'not-a-number'],
    ['+5', 'not-a-number'],
    ['.5', 'not-a-number'],
    ['5.', 'not-a-number'],
    ['1500 IU', 'not-a-number'],
    ['0x10', 'not-a-number'],
    ['1.2345', 'not-a-number'],
    ['123456789', 'not-a-number'],
    ['0', 'not-above-zero'],
    ['0.0', 'not-above-zero'],
    ['12.5', 'not-a-step'],
  ])('%j is refused as %s', (text, error) => {
    expect(parseAmountText(text, 1)).toEqual({ ok: false, error });
  });

  test('comes back as it was written, in any digits', () => {
    fc.assert(
      fc.property(
        tenths.filter((value) => value > 0 && value < 100_000),
        fc.constantFrom('en-GB', 'ar-EG', 'fa-IR'),
        (value, locale) => {
          const text = new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 1 }).format(
            value,
          );
          expect(parseAmountText(text, 0.1)).toEqual({ ok: true, value });
        },
      ),
    );
  });
});

test('an amount is shown without trailing zeros, and micrograms are spelt out', () => {
  expect(formatAmount(fviii(1500))).toBe('1,500\u00A0IU');
  expect(formatAmount(mg(0.5))).toBe('0.5\u00A0mg');
  expect(formatAmount({ value: 150, unit: 'ug' })).toBe('150\u00A0micrograms');
});
