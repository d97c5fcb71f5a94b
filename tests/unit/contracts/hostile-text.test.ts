import { posix } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { id, questionCode, line, lines, sentInstant } from '#contracts/text.ts';
import { batch, bleedBody, confirmationBody, notTakenBody, treatmentBody } from '#contracts/entries.ts';
import { normaliseBatch } from '#domain/batch.ts';

const reasons = (schema: z.ZodType, value: unknown): string[] =>
  schema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];

describe('a line of text', () => {
  it.each([
    ['a bidirectional override', 'Robin\u{202E}nibor'],
    ['an isolate that is never closed', 'Robin\u{2067}'],
    ['a mark of direction', 'Robin\u{200F}'],
    ['a soft hyphen', 'Ro\u{AD}bin'],
    ['a line separator', 'Robin\u{2028}Ashdown'],
    ['a paragraph separator', 'Robin\u{2029}Ashdown'],
    ['a line break', 'Robin\r\nBcc: someone@example.org'],
    ['a null', 'Robin\0'],
    ['half a surrogate pair', 'Robin\u{D800}'],
    ['a tag', 'Robin\u{E0041}'],
    ['what will never be a character', 'Robin\u{FFFE}'],
    ['a tower of accents', `Robin${'\u{301}'.repeat(40)}`],
    ['a Hangul filler', '\u{3164}'],
  ])('may not hold %s', (_what, text) => {
    expect(reasons(line(80), text)).toEqual(['unreadable-characters']);
    expect(reasons(lines(80), text)).toEqual(['unreadable-characters']);
  });

  it.each(['', '   ', '\u{A0}', '\u{200D}\u{200D}', '\u{2800}', '\u{301}', '\u{FE0F}'])(
    'that nobody could see (%j) counts as empty',
    (text) => {
      expect(reasons(line(80), text)).toEqual(['empty']);
    },
  );

  it.each([
    'Ashdown',
    'O’Brien-Núñez',
    'Nguyễn Thị Hương'.normalize('NFD'),
    'علی‌رضا',
    'שָׁלוֹם',
    'ภาษาไทย',
    'क्‍ष',
    '李小龍',
    '👩‍👧 ❤️',
    '=SUM(A1)',
    '<script>alert(1)</script>',
  ])('may be %s, which is shown as it is', (text) => {
    expect(reasons(line(80), text)).toEqual([]);
    expect(line(80).parse(text)).toBe(text);
  });

  it('that is accepted always has something to see, and never a control or an override', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (text) => {
        const read = line(80).safeParse(text);
        expect(!read.success || /[\p{L}\p{N}\p{P}\p{S}\p{Co}\p{Cn}\p{Cf}]/u.test(read.data)).toBe(true);
        expect(read.success && /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u{202A}-\u{202E}]/u.test(read.data)).toBe(false);
      }),
    );
  });

  it('may have breaks where several lines are asked for', () => {
    expect(reasons(lines(80), '1 Example Road\nExampleton')).toEqual([]);
    expect(reasons(line(80), '1 Example Road\nExampleton')).toEqual(['unreadable-characters']);
  });
});

describe('a time from a device', () => {
  it.each([
    '2026-11-22T07:30Z',
    '2026-11-22T07:30:00+01:00',
    '2026-11-22T07:30:00.0000000001Z',
    '1999-12-31T23:59:59Z',
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '2026-02-30T07:30:00Z',
    'now',
  ])('may not be %s', (text) => {
    expect(reasons(sentInstant, text)).toEqual(['not-a-time']);
  });

  it('may not have a hundred thousand decimals', () => {
    expect(reasons(sentInstant, `2026-11-22T07:30:00.${'0'.repeat(100_000)}Z`)).toEqual(['not-a-time']);
  });

  it.each([treatmentBody, bleedBody, notTakenBody, confirmationBody])(
    'is bounded with every entry',
    (body) => {
      const at = (typedAt: string) =>
        body.safeParse({ typedAt }).error?.issues.filter(({ path }) => path[0] === 'typedAt').length;
      expect([at('9999-12-31T23:59:59Z'), at('2026-11-22T07:30Z'), at('2026-11-22T07:30:00Z')]).toEqual([
        1, 1, 0,
      ]);
    },
  );

  it.each(['2026-11-22T07:30:00Z', '2026-11-22T07:30:00.123Z'])('may be %s', (text) => {
    expect(reasons(sentInstant, text)).toEqual([]);
  });
});

describe('a batch number', () => {
  it('may be typed with any mark between its letters and digits, and none of them reaches a key', () => {
    expect(normaliseBatch('#AB/12.3_4')).toBe('AB1234');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (number) => {
        const read = batch.safeParse({ kind: 'known', number });
        expect(read.success && /^$|[#\s]/u.test(normaliseBatch(number))).toBe(false);
      }),
    );
  });

  it.each(['#', '//', '\u{301}', '…'])('of only %s is none', (number) => {
    expect(reasons(batch, { kind: 'known', number })).toEqual(['empty']);
  });
});

it('an id leads nowhere but to its own object, whatever it is', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[a-z0-9./%\\-]{1,42}$/)),
      (text) => {
        const name = `centre/larkfield/${text}.xlsx`;
        const same =
          posix.normalize(name) === name && decodeURIComponent(encodeURI(name.toWellFormed())) === name;
        expect(!id.safeParse(text).success || (same && posix.dirname(name) === 'centre/larkfield')).toBe(
          true,
        );
      },
    ),
  );
  for (const text of ['..', '../x', '..%2fx', '.', '', 'a/b', 'a\\b', 'a\0', 'A', 'a.', 'a'.repeat(41)])
    expect([text, id.safeParse(text).success]).toEqual([text, false]);
});

it.each(['<script>', 'A', 'x'.repeat(61), '', '\u{202E}', 'long ago'])(
  'a question that was passed is named by its code, so %j is none',
  (code) => {
    expect(reasons(questionCode, code)).toEqual(['not-in-list']);
  },
);
