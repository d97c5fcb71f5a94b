import * as z from 'zod';

/** C0 and C1 controls, lone surrogates and the bidirectional overrides that can make a text read as another. */
const unsafe = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\u200B\uFEFF]/u;

/** One line a person typed: trimmed, 1 to `max` characters, nothing invisible. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'empty')
    .max(max, 'too-long')
    .refine((text) => !unsafe.test(text), 'unreadable-characters');

/** Several lines a person typed: as {@link line}, but line breaks stay. */
export const lines = (max: number) =>
  z
    .string()
    .trim()
    .max(max, 'too-long')
    .refine((text) => !unsafe.test(text.replaceAll('\n', '')), 'unreadable-characters');

/** Ids stand in keys and paths: lower-case letters, digits and hyphens only. */
export const id = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, 'not-an-id');

export const email = z.email('not-an-address').max(254, 'too-long');
export const phone = z.string().regex(/^\+?[0-9 ()-]{3,24}$/, 'not-a-phone-number');

const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return !zone.startsWith('+') && !zone.startsWith('-');
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};
/** An IANA time zone such as `Europe/London`. */
export const zone = z.string().max(64, 'too-long').refine(isZone, 'not-a-time-zone');

/** Nobody in a diary lived before 1900: an earlier year is a slip of the finger, and some ends of the calendar can't be reckoned with. */
export const THESE_CENTURIES = /^(?:19|20)\d\d-/;
/** A calendar day, `YYYY-MM-DD`, of this century or the last. */
export const day = z.iso
  .date({ error: 'not-a-date', abort: true })
  .refine((text) => THESE_CENTURIES.test(text), 'not-a-date');
/** A calendar month, `YYYY-MM`. */
export const month = z.string().regex(/^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/, 'not-a-month');
/** An instant in UTC, `2026-11-22T07:30:00Z`. */
export const instant = z.iso.datetime({ message: 'not-a-time' });
/** A version a correction starts from; raised by every write. */
export const version = z.int().min(1);

/** Every act carries an id made by the device: the same act sent twice is the same write. */
export const act = { mutationId: id };
/** A reason a person must give for an act that others will ask about. */
export const reasonText = line(300);
