import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasCheckDigit } from '#domain/gs1/check-digit.ts';
import { GROUP_SEPARATOR as GS, readPack, type ScannedPack } from '#domain/gs1/read-pack.ts';

const TODAY = '2026-11-22';
const read = (text: string, today = TODAY) => readPack(text, today);
const problem = (text: string): string | undefined => {
  const result = read(text);
  return result.ok ? undefined : result.error;
};
const GTIN = '09504000059118';

describe('a code that is read', () => {
  it.each<[string, ScannedPack]>([
    [
      `]d201095040000591181714112010ABC123${GS}2110987654d321`,
      { gtin: GTIN, expiresOn: '2014-11-20', batch: 'ABC123', serial: '10987654d321' },
    ],
    [`]d2010950400005911810ABC${GS}17280200`, { gtin: GTIN, batch: 'ABC', expiresOn: '2028-02-29' }],
    [`${GS}01${GTIN}${GS}11250131${GS}3012${GS}10A`, { gtin: GTIN, producedOn: '2025-01-31', batch: 'A' }],
    [`]C101${GTIN}710ABC${GS}2405${GS}70032801311200${GS}10B-1/2`, { gtin: GTIN, batch: 'B-1/2' }],
    [`(01)${GTIN}(17)280229(10)AB(12)C`, { gtin: GTIN, expiresOn: '2028-02-29', batch: 'AB(12)C' }],
    [`(01) ${GTIN} (10) AB12`, { gtin: GTIN, batch: 'AB12' }],
    [']E09504000059118', { gtin: '09504000059118' }],
    ['9504000059118', { gtin: GTIN }],
    ['96385074', { gtin: '00000096385074' }],
  ])('%j', (text, pack) => {
    expect(read(text)).toEqual({ ok: true, value: pack });
  });
});

describe('a code that is refused says why', () => {
  it.each([
    ['', 'empty'],
    [']d2', 'empty'],
    [`]d101${GTIN}`, 'not-gs1'],
    [`]Q101${GTIN}`, 'not-gs1'],
    ['https://example.org/', 'not-gs1'],
    ['()', 'not-gs1'],
    [`01${GTIN}99X`, 'unknown-identifier'],
    [`(01)${GTIN}(99)X`, 'wrong-length'],
    ['(99)X', 'unknown-identifier'],
    [`01${GTIN}10A${GS}10A`, 'repeated'],
    [`01${GTIN}01${GTIN}`, 'repeated'],
    [`01${GTIN}10${GS}17280229`, 'empty-value'],
    [`01${GTIN}10`, 'empty-value'],
    ['0195040000591', 'check-digit'],
    ['01095040000591', 'wrong-length'],
    [`01${GTIN}1728022`, 'wrong-length'],
    [`01${GTIN}10ABCDEFGHIJKLMNOPQRSTU`, 'wrong-length'],
    [']E0123456789012345', 'wrong-length'],
    [`01${GTIN}172802AB`, 'not-digits'],
    [`01${GTIN}10AB#`, 'wrong-character'],
    ['0109504000059119', 'check-digit'],
    ['9504000059119', 'check-digit'],
    [`01${GTIN}17281301`, 'month'],
    [`01${GTIN}17280001`, 'month'],
    [`01${GTIN}17270229`, 'day'],
    ['10ABC', 'no-product'],
  ])('%j: %s', (text, reason) => {
    expect(problem(text)).toBe(reason);
  });
});

it('takes the century within 49 years behind and 50 years ahead, and day 00 as the last of the month', () => {
  const expiry = (date: string, today: string): string | undefined => {
    const result = read(`01${GTIN}17${date}`, today);
    return result.ok ? result.value.expiresOn : result.error;
  };
  expect(expiry('761231', '2026-01-01')).toBe('2076-12-31');
  expect(expiry('771231', '2026-01-01')).toBe('1977-12-31');
  expect(expiry('000100', '2060-01-01')).toBe('2100-01-31');
  expect(expiry('110100', '2060-01-01')).toBe('2011-01-31');
  expect(expiry('000200', '2099-01-01')).toBe('2100-02-28');
  expect(expiry('281200', TODAY)).toBe('2028-12-31');
});

const withCheckDigit = (thirteen: string): string =>
  Array.from({ length: 10 }, (_, digit) => `${thirteen}${String(digit)}`).find(hasCheckDigit) ?? '';
const anyGtin = fc.stringMatching(/^\d{13}$/).map(withCheckDigit);
const anyText = fc.stringMatching(/^[!"%&'*+,\-./0-9:;<=>?A-Z_a-z]{1,20}$/);
const anyDay = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2075-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const short = (day: string): string => day.slice(2).replaceAll('-', '');

it('reads back whatever was written, in any order and in both forms', () => {
  fc.assert(
    fc.property(
      anyGtin,
      anyText,
      anyText,
      anyDay,
      fc.integer({ min: 0, max: 23 }),
      (gtin, batch, serial, expiresOn, order) => {
        const parts = [`01${gtin}`, `10${batch}`, `21${serial}`, `17${short(expiresOn)}`];
        for (let turn = 0; turn < order % 4; turn += 1) parts.push(parts.shift() ?? '');
        const raw = parts
          .map((part, index) => (index < parts.length - 1 && /^(?:10|21)/.test(part) ? `${part}${GS}` : part))
          .join('');
        const forPeople = parts.map((part) => `(${part.slice(0, 2)})${part.slice(2)}`).join('');
        const value = { gtin, batch, serial, expiresOn };
        expect(read(`]d2${raw}`)).toEqual({ ok: true, value });
        expect(read(forPeople)).toEqual({ ok: true, value });
      },
    ),
  );
});

it('finds every single wrong digit of a GTIN', () => {
  fc.assert(
    fc.property(anyGtin, fc.nat(13), fc.integer({ min: 1, max: 9 }), (gtin, at, by) => {
      const wrong = gtin.slice(0, at) + String((Number(gtin[at]) + by) % 10) + gtin.slice(at + 1);
      expect(problem(`01${wrong}`)).toBe('check-digit');
    }),
  );
});

it('answers for any text at all', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(read(text)).toHaveProperty('ok');
    }),
  );
});
