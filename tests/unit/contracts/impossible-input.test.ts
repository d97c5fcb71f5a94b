import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { batch, when } from '#contracts/entries.ts';
import { day } from '#contracts/text.ts';

const reasons = (schema: z.ZodType, value: unknown): string[] =>
  schema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];

describe('input that can’t be', () => {
  it.each(['0000-01-01', '0001-01-01', '1899-12-31', '2100-01-01', '9999-12-31', '2026-02-30', 'x'])(
    'refuses the day %s with one reason',
    (text) => {
      expect(reasons(day, text)).toEqual(['not-a-date']);
    },
  );

  it.each(['1900-01-01', '2026-11-22', '2099-12-31'])('takes the day %s', (text) => {
    expect(reasons(day, text)).toEqual([]);
  });

  it.each(['0000-01-01T00:00', '1899-12-31T23:59', '2026-11-22 07:00', 'x'])(
    'refuses the time %s with one reason',
    (local) => {
      expect(reasons(when, { local, zone: 'Europe/London' })).toEqual(['not-a-local-time']);
    },
  );

  it.each(['', '   ', '---', '- -'])(
    'refuses the batch number “%s”, which no recall could find',
    (number) => {
      expect(reasons(batch, { kind: 'known', number })).toEqual(['empty']);
    },
  );

  it('takes a batch number with a letter or a digit', () => {
    expect(reasons(batch, { kind: 'known', number: 'AB-12' })).toEqual([]);
  });
});
