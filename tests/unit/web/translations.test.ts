import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../infra/setup/root.mjs';
import { words as arabic } from '../../../web/shared/words/ar/patient-words.ts';
import { words as welsh } from '../../../web/shared/words/cy/patient-words.ts';
import { languageCatalogue } from '../../../web/shared/words/language-catalogue.ts';
import { englishWords } from '../../../web/shared/words/translatable.ts';

const folder = join(root, 'web/shared/words/en');
for (const file of readdirSync(folder)) await import(join(folder, file));

type Leaf = string | ((...given: never[]) => unknown);

/** Every word with its place: `diary.nav.home`. */
function leaves(tree: object, place = ''): [string, Leaf][] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]): [string, Leaf][] => {
    const at = place === '' ? key : `${place}.${key}`;
    if (typeof value === 'string') return [[at, value]];
    if (typeof value === 'function') return [[at, value as Leaf]];
    return typeof value === 'object' && value !== null ? leaves(value, at) : [];
  });
}

const english = new Map(leaves(Object.fromEntries(englishWords())));
/** Lists may be longer or shorter in another language, and only some languages have names of months. */
const isList = (place: string): boolean => /\.\d+$/.test(place) || place.startsWith('dates.');

describe.each([
  ['Welsh', welsh],
  ['Arabic', arabic],
])('%s', (_language, words) => {
  const translated = new Map(leaves(words));

  it('has every word that patients and carers read', () => {
    const missing = [...english.keys()].filter((place) => !isList(place) && !translated.has(place));
    expect(missing).toEqual([]);
  });

  it('has no word that English does not have', () => {
    expect([...translated.keys()].filter((place) => !isList(place) && !english.has(place))).toEqual([]);
  });

  it('says the same things: every argument that English shows is shown', () => {
    const marks = ['\u2460', '\u2461', '\u2462', '\u2463'];
    const lost = [...translated].flatMap(([place, word]) => {
      const source = english.get(place);
      if (typeof word !== 'function' || typeof source !== 'function') return [];
      const shown = (say: Leaf): string[] => {
        const said = String((say as (...given: string[]) => unknown)(...marks));
        return marks.filter((mark) => said.includes(mark));
      };
      return shown(source).every((mark) => shown(word).includes(mark)) ? [] : [place];
    });
    expect(lost).toEqual([]);
  });
});

it('is said in the catalogue to await a speaker’s review', () => {
  expect([languageCatalogue.cy.state, languageCatalogue.ar.state]).toEqual([
    'awaiting-review',
    'awaiting-review',
  ]);
});

it('has no word that chooses by what it is given: what is given carries marks of direction', () => {
  const choosing = [...english, ...leaves(welsh), ...leaves(arabic)].filter(
    ([, word]) =>
      typeof word === 'function' &&
      /undefined|=== '/.test(String(word('\u2068a\u2069' as never, 'b' as never, 'c' as never))),
  );
  expect(choosing.map(([place]) => place)).toEqual([]);
});
