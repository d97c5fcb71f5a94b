import type { AnyRoute } from '#contracts/routes.ts';
import { hostileTexts, kinOf } from './hostile.ts';

type Path = readonly (string | number)[];
const INSTANT = '2026-11-22T07:30:00Z';

/** Those first that no field may take, so that one which does is found at once; then those that any free text may hold. */
const TEXTS = [
  '\u{D800}x',
  'a@example.org\r\nBcc: b@example.org',
  '\u{202E}txt.exe',
  'Robin\0Ashdown',
  'x'.repeat(5000),
  'a#b',
  '=HYPERLINK("http://example.org","x")',
  '<img src=x onerror="document.title=\'fuzzed\'">',
  '=1+1',
  '<b>x</b>',
  '@SUM(1)',
  'javascript:alert(1)',
  '-2+3',
  ...hostileTexts,
];
/** What only a free text takes: other fields are ids, words of a list, days. */
const FREE = ['=1+1', '<b>x</b>'];

const at = (value: unknown, [first, ...rest]: Path, text: string): unknown => {
  if (first === undefined) return text;
  if (Array.isArray(value)) return value.map((one, n): unknown => (n === first ? at(one, rest, text) : one));
  const members = Object.entries(value as Readonly<Record<string, unknown>>);
  return Object.fromEntries(members.map(([name, one]) => [name, name === first ? at(one, rest, text) : one]));
};

const textsIn = (value: unknown, path: Path = []): readonly (readonly [Path, string])[] => {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    textsIn(one, [...path, Array.isArray(value) ? Number(name) : name]),
  );
};

/** The hostile texts that the route's own schema takes at a place of an accepted body: what reaches the code behind it. */
const takenAt = ({ body: schema }: AnyRoute, body: unknown, path: Path, text: string): readonly string[] => {
  const takes = (one: string): boolean => schema?.safeParse(at(body, path, one)).success === true;
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u.test(text)) return kinOf(INSTANT).filter(takes).reverse();
  return FREE.some(takes) ? TEXTS.filter(takes) : [];
};

const known = new Map<string, readonly string[]>();
const takenOnce = (route: AnyRoute, body: unknown, path: Path, text: string): readonly string[] => {
  const name = `${route.name} ${JSON.stringify(path)}`;
  const taken = known.get(name) ?? takenAt(route, body, path, text);
  known.set(name, taken);
  return taken;
};

/**
 * An accepted body with a hostile text in every field that takes one, all at once; in so many turns each field has held
 * each of the first so many texts that it takes.
 *
 * @param body the route's example, which its schema takes
 */
export const laden = (route: AnyRoute, body: unknown, turn: number, turns: number): unknown =>
  textsIn(body).reduce((before, [path, text], place) => {
    const taken = takenOnce(route, body, path, text);
    const next = taken[(turn + place) % Math.min(taken.length, turns)];
    return next === undefined ? before : at(before, path, next);
  }, body);

/** Far longer than any page asks for. */
const MOST = 4000;
const MOST_OF_A_TIME = 40;
// eslint's own rule against controls is for patterns that hold one by accident.
const CONTROL = new RegExp(String.raw`[\0-\x09\x0B-\x1F\x7F\u202A-\u202E\u2066-\u2069]`, 'u');

/** What of an accepted body nobody should keep, whatever the contract says. */
export const keptFaults = (body: unknown): string[] =>
  textsIn(body).flatMap(([path, text]) => {
    const wrong = [
      ...(text.isWellFormed() ? [] : ['half a character']),
      ...(CONTROL.test(text) ? ['a control or an override'] : []),
      ...(text.length > MOST || (/^\d{4}-\d\d/u.test(text) && text.length > MOST_OF_A_TIME)
        ? ['a text without end']
        : []),
    ];
    return wrong.map((what) => `accepted ${what} in ${path.join('.')}`);
  });
