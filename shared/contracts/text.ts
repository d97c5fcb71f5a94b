import * as z from 'zod';

/**
 * What a text may not hold: controls, lone surrogates, code points that will never be characters, separators of lines and
 * paragraphs, and the marks that can't be seen but turn, join or hide what can (bidirectional overrides and isolates,
 * soft hyphen, zero-width space, fillers, tags). Joiners and variation selectors stay: Persian, Hindi and emoji need them.
 */
const unsafe =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\u{AD}\u{34F}\u{61C}\u{115F}\u{1160}\u{17B4}\u{17B5}\u{180E}\u{200B}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2060}-\u{206F}\u{3164}\u{FEFF}\u{FFA0}\u{FFF9}-\u{FFFB}\u{E0000}-\u{E0FFF}]/u;

/** No language stacks so many marks on one letter; a tower of them covers the lines above and below. */
const tower = /\p{M}{9}/u;

/** What is left of a text that nobody could see: spaces, joiners, selectors and the blank of Braille. */
const invisible = /[\s\p{Default_Ignorable_Code_Point}\u{2800}\p{M}]/gu;

const isReadable = (text: string): boolean => !unsafe.test(text) && !tower.test(text);
const isSeen = (text: string): boolean => text.replaceAll(invisible, '') !== '';

/** One line a person typed: trimmed, 1 to `max` characters, nothing in it that can't be seen, and something that can. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, { error: 'empty', abort: true })
    .max(max, { error: 'too-long', abort: true })
    .refine(isReadable, { error: 'unreadable-characters', abort: true })
    .refine(isSeen, { error: 'empty', abort: true });

/** Several lines a person typed: as {@link line}, but line breaks stay, and it may be empty. */
export const lines = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: 'too-long', abort: true })
    .refine((text) => isReadable(text.replaceAll('\n', '')), 'unreadable-characters');

/** Ids stand in keys and paths: lower-case letters, digits and hyphens only. */
export const id = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, 'not-an-id');

export const email = z.email('not-an-address').max(254, 'too-long');
export const phone = z.string().regex(/^\+?[0-9 ()-]{3,24}$/, 'not-a-phone-number');

/** Asking costs more than all else of reading an entry, and each has a zone: what is one stays one. */
const zones = new Set<string>();
const MOST_ZONES = 1000;
const isZone = (zone: string): boolean => {
  if (zones.has(zone)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    if (zone.startsWith('+') || zone.startsWith('-')) return false;
    if (zones.size < MOST_ZONES) zones.add(zone);
    return true;
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
/** An instant as a device sends it: to the second or finer, of this century, so that every page and export can show it. */
export const sentInstant = z.iso
  .datetime({ error: 'not-a-time', abort: true })
  .regex(/^20[^.]{17}(?:\.\d{1,9})?Z$/, 'not-a-time');
/** The code of a question that a person saw and passed. */
export const questionCode = z.string().regex(/^[a-z](?:[a-z-]{0,58}[a-z])?$/, 'not-in-list');
/** A version a correction starts from; raised by every write. */
export const version = z.int().min(1);

/** Every act carries an id made by the device: the same act sent twice is the same write. */
export const act = { mutationId: id };
/** A reason a person must give for an act that others will ask about. */
export const reasonText = line(300);
