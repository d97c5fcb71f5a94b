import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const WEIGHTS = { normal: '400', bold: '700' } as const;
export type Weight = keyof typeof WEIGHTS;

/** A stretch of text that one file of the typeface has the letters of. */
export interface Run {
  /** Path of the file. */
  readonly file: string;
  readonly text: string;
}

interface File {
  readonly path: string;
  readonly ranges: readonly (readonly [number, number])[];
}

const { resolve } = createRequire(import.meta.url);

const rangeOf = (text: string): readonly [number, number] => {
  const [from = '', to = from] = text.trim().replace(/^U\+/i, '').split('-');
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
};

const FACE = /\/\* (noto-sans-[a-z-]+-(?:400|700)-normal) \*\/[^}]*unicode-range: ([^;]+);/g;
/** The commonest first: a letter that several files have is taken from the first. */
const ORDER = ['latin', 'latin-ext'];
const placeOf = (name: string): number => {
  const place = ORDER.indexOf(/^noto-sans-(.+)-\d{3}-normal$/.exec(name)?.[1] ?? '');
  return place === -1 ? ORDER.length : place;
};

/** The files of a weight and the letters each has, as the typeface's own style sheet says. */
const filesOf = (weight: Weight): File[] => {
  const sheet = readFileSync(resolve(`@fontsource/noto-sans/${WEIGHTS[weight]}.css`), 'utf8');
  return [...sheet.matchAll(FACE)]
    .map(([, name = '', ranges = '']) => ({ name, ranges: ranges.split(',').map((one) => rangeOf(one)) }))
    .sort((a, b) => placeOf(a.name) - placeOf(b.name))
    .map(({ name, ranges }) => ({ path: resolve(`@fontsource/noto-sans/files/${name}.woff`), ranges }));
};

const read = new Map<Weight, readonly File[]>();
const files = (weight: Weight): readonly File[] => {
  const known = read.get(weight) ?? filesOf(weight);
  read.set(weight, known);
  return known;
};

const fileFor = (letter: string, weight: Weight): string | undefined => {
  const code = letter.codePointAt(0) ?? 0;
  return files(weight).find(({ ranges }) => ranges.some(([from, to]) => from <= code && code <= to))?.path;
};

/** Stands for a letter of a script that the typeface does not have. */
const UNKNOWN = '?';

/** What can't be seen, or would change the direction or the line: it has no place in a cell. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\p{Cn}]+/gu;
const onOneLine = (text: string): string =>
  text.normalize('NFC').replaceAll(/\s+/gu, ' ').replaceAll(INVISIBLE, '').trim();

/** The text as it is drawn: on one line, and a `?` for each letter there is none of. */
export const drawable = (text: string, weight: Weight): string =>
  Array.from(onOneLine(text), (letter) => (fileFor(letter, weight) === undefined ? UNKNOWN : letter)).join(
    '',
  );

/** Whether a text loses letters when it is drawn. */
export const losesLetters = (text: string, weight: Weight): boolean =>
  drawable(text, weight) !== onOneLine(text);

/** Drawable text by the files that have its letters: Welsh ŵ and ŷ are in another one than most. */
export const runsOf = (text: string, weight: Weight): Run[] => {
  const runs: { file: string; text: string }[] = [];
  for (const letter of text) {
    const file = fileFor(letter, weight);
    if (file === undefined) throw new Error('The text was not made drawable.');
    const last = runs.at(-1);
    if (last?.file === file) last.text += letter;
    else runs.push({ file, text: letter });
  }
  return runs;
};
