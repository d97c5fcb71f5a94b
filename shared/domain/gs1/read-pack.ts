import type { LocalDate } from '../calendar-day.ts';
import { failed, ok, type Result } from '../result.ts';
import { APPLICATION_IDENTIFIERS, identifierAt } from './application-identifiers.ts';
import { hasCheckDigit } from './check-digit.ts';
import { packDate } from './pack-date.ts';

/** What the code on a box says. Text is kept as it was scanned. */
export interface ScannedPack {
  /** Fourteen digits; shorter ones with zeros in front. */
  readonly gtin: string;
  readonly batch?: string;
  readonly serial?: string;
  readonly expiresOn?: LocalDate;
  readonly producedOn?: LocalDate;
}

/** Why a code is refused: nothing of it is used then. */
export const PACK_PROBLEMS = [
  'empty',
  'not-gs1',
  'unknown-identifier',
  'repeated',
  'empty-value',
  'wrong-length',
  'not-digits',
  'wrong-character',
  'check-digit',
  'month',
  'day',
  'no-product',
] as const;
export type PackProblem = (typeof PACK_PROBLEMS)[number];

/** Ends a value whose length is not fixed: FNC1, as scanners give it. */
export const GROUP_SEPARATOR = '\u001D';
const GS1_PREFIXES = [']d2', ']C1', ']Q3', ']e0'];
const EAN_PREFIXES = [']E0', ']E4'];
/** The 82 characters that values may hold. */
const CHARACTERS = /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]*$/;

type Elements = ReadonlyMap<string, string>;

/**
 * Reads a scanned or typed code: an element string with or without the symbology's prefix, the form for people with
 * brackets, or an EAN-13 or EAN-8 alone, which names a product and no batch.
 *
 * @param today decides the century of two-digit years
 */
export function readPack(scanned: string, today: LocalDate): Result<ScannedPack, PackProblem> {
  const prefix = /^\][A-Za-z]\d/.exec(scanned)?.[0];
  const rest = scanned
    .slice(prefix?.length ?? 0)
    .replace(/^\u001D/, '')
    .trim();
  if (rest === '') return failed('empty');
  if (prefix !== undefined && !GS1_PREFIXES.includes(prefix) && !EAN_PREFIXES.includes(prefix))
    return failed('not-gs1');
  if (/^(?:\d{8}|\d{13})$/.test(rest)) {
    return hasCheckDigit(rest) ? ok({ gtin: rest.padStart(14, '0') }) : failed('check-digit');
  }
  if (prefix !== undefined && EAN_PREFIXES.includes(prefix)) return failed('wrong-length');
  const elements = rest.startsWith('(') ? bracketed(rest) : plain(rest);
  return elements.ok ? packOf(elements.value, today) : elements;
}

/** Puts one value away, or says what is wrong with it. */
function add(found: Map<string, string>, ai: string, value: string): PackProblem | undefined {
  const rule = APPLICATION_IDENTIFIERS[ai];
  if (rule === undefined) return 'unknown-identifier';
  if (found.has(ai)) return 'repeated';
  if (value === '') return 'empty-value';
  if (value.length < rule.min || value.length > rule.max) return 'wrong-length';
  if (rule.digitsOnly && !/^\d+$/.test(value)) return 'not-digits';
  if (!CHARACTERS.test(value)) return 'wrong-character';
  found.set(ai, value);
  return undefined;
}

function plain(text: string): Result<Elements, PackProblem> {
  const found = new Map<string, string>();
  let rest = text;
  while (rest !== '') {
    const ai = identifierAt(rest);
    const rule = ai === undefined ? undefined : APPLICATION_IDENTIFIERS[ai];
    if (ai === undefined || rule === undefined)
      return failed(found.size === 0 ? 'not-gs1' : 'unknown-identifier');
    const after = rest.slice(ai.length);
    const separator = after.indexOf(GROUP_SEPARATOR);
    const until = separator === -1 ? after.length : separator;
    const end = rule.selfEnding ? Math.min(rule.max, until) : until;
    const problem = add(found, ai, after.slice(0, end));
    if (problem !== undefined) return failed(problem);
    // A separator after a value that needs none is allowed.
    rest = after.slice(end).replace(/^\u001D/, '');
  }
  return ok(found);
}

function bracketed(text: string): Result<Elements, PackProblem> {
  const found = new Map<string, string>();
  // Values may hold brackets too; only a bracketed identifier that we know begins the next one.
  const starts = [...text.matchAll(/\((\d{2,4})\)/g)].filter(
    ([, ai], index) => index === 0 || APPLICATION_IDENTIFIERS[ai ?? ''] !== undefined,
  );
  if (starts[0]?.index !== 0) return failed('not-gs1');
  for (const [index, match] of starts.entries()) {
    const value = text.slice(match.index + match[0].length, starts[index + 1]?.index ?? text.length);
    const problem = add(found, match[1] ?? '', value.trim());
    if (problem !== undefined) return failed(problem);
  }
  return ok(found);
}

function packOf(elements: Elements, today: LocalDate): Result<ScannedPack, PackProblem> {
  const gtin = elements.get('01');
  if (gtin === undefined) return failed('no-product');
  if (!hasCheckDigit(gtin)) return failed('check-digit');
  const dates: { expiresOn?: LocalDate; producedOn?: LocalDate } = {};
  for (const [ai, name] of [
    ['17', 'expiresOn'],
    ['11', 'producedOn'],
  ] as const) {
    const text = elements.get(ai);
    if (text === undefined) continue;
    const date = packDate(text, today);
    if (!date.ok) return date;
    dates[name] = date.value;
  }
  const [batch, serial] = [elements.get('10'), elements.get('21')];
  return ok({
    gtin,
    ...(batch === undefined ? {} : { batch }),
    ...(serial === undefined ? {} : { serial }),
    ...dates,
  });
}
