import { isolated } from './isolated.ts';

/** An object of words, lists of words and functions that answer words, nested as deep as it likes. */
type Words = object;

const english = new Map<string, Words>();
let spoken: Readonly<Record<string, Words | undefined>> = {};

const isTree = (value: unknown): value is Words =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What is put into a sentence keeps its own order, whichever way the sentence runs: names, doses, batches. A word that
 * chooses by what it is given is an object of words instead: the marks would stand in the way.
 */
const keepingOrder = (word: unknown): unknown =>
  typeof word === 'function'
    ? (...given: unknown[]): unknown =>
        Reflect.apply(
          word,
          undefined,
          given.map((one) => (typeof one === 'string' ? isolated(one) : one)),
        )
    : word;

/** Replaces every word that the other language has and leaves the rest, so a missing word is read in English. */
function lay(onto: Words, over: Words): void {
  for (const [key, word] of Object.entries(over) as [string, unknown][]) {
    const known: unknown = Reflect.get(onto, key);
    if (isTree(known) && isTree(word)) lay(known, word);
    else if (known !== undefined && word !== undefined) Reflect.set(onto, key, keepingOrder(word));
  }
}

/**
 * Names English words so that another language can be laid over them, in place: whoever imports them reads the
 * language of the person. That happens after this module was loaded, so words are read where they are shown. What a
 * sentence is given keeps its own direction ({@link isolated}).
 *
 * @param name what the other languages call these words; once only
 * @returns the same object
 */
export function translatable<T extends Words>(name: string, words: T): T {
  english.set(name, words);
  lay(words, words);
  const over = spoken[name];
  if (over !== undefined) lay(words, over);
  return words;
}

/**
 * Lays a language over the English words, those already loaded and those of every chunk still to come. Going back to
 * English is a fresh page.
 */
export function speak(words: Readonly<Record<string, Words | undefined>>): void {
  spoken = words;
  for (const [name, onto] of english) {
    const over = words[name];
    if (over !== undefined) lay(onto, over);
  }
}

/** Every English object by its name, for who checks that another language has them all. */
export const englishWords = (): ReadonlyMap<string, Words> => english;
