import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import readability from 'text-readability';
import { expect, it } from 'vitest';
import { root } from '../../../infra/setup/root.mjs';
import { SITE_OF, type MessageKey } from '#messages/message.ts';
import { writeMail } from '#messages/messages.ts';
import { englishWords } from '../../../web/shared/words/translatable.ts';

const folder = join(root, 'web/shared/words/en');
/** What the sites of centres and the registry say: for staff, in English only. */
const staffWords: unknown[] = [];
for (const file of readdirSync(folder)) {
  const words: unknown = await import(join(folder, file));
  if (/^(?:centre|registry|staff)\b/.test(file)) staffWords.push(words);
}

/** What a function says with ordinary things put in. */
const said = (say: (...given: unknown[]) => unknown): string[] =>
  [
    ['Monday', 'Robin', 'Tuesday'],
    ['3', 'Robin', 'Tuesday'],
  ].map((given) => String(say(...given)));

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return said(value as (...given: unknown[]) => unknown);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

const all = [...new Set([...englishWords().values()].flatMap(texts))].map((text) =>
  // The name and the doctors' words in brackets are not what makes a sentence hard.
  text.replaceAll('Haemdiary', 'Diary').replaceAll(/\([^)]*\)/g, ''),
);
/** A grade is meant for running text: of five words or fewer it says nothing. */
const sentences = all
  .flatMap((text) => text.split(/(?<=[.?!:])\s+/))
  .filter((sentence) => sentence.split(/\s+/).length > 5);
/** Flesch–Kincaid gives the American school grade; a child in grade n is n + 5 years old. */
const ageOf = (text: string): number => readability.fleschKincaidGrade(text) + 5;

/** Harder than 15, and why it stays. */
const allowed: Readonly<Record<string, string>> = {
  'You can also complain to the Information Commissioner’s Office .': 'the name of the authority',
  'Enter an e-mail address, like name@example.com': 'the example counts as one very long word',
};

/** Prints the figure beside the test that asks for it, and answers it. */
const figure = (what: string, value: number): number => {
  console.info(`${what}: ${value.toFixed(1)}`);
  return value;
};

it('is read by children of 9 to 11 as a whole', () => {
  const running = all.filter((text) => /[.?!]$/.test(text)).join(' ');
  expect(figure('Reading age of the pages', ageOf(running))).toBeLessThanOrEqual(10);
});

it('is read by children of 9 to 11 in each area', () => {
  const ages = [...englishWords()].flatMap(([area, words]): [string, number][] => {
    const running = texts(words).filter((text) => /[.?!]$/.test(text));
    // A handful of sentences say more about themselves than about an area.
    return running.length < 5 ? [] : [[area, ageOf(running.join(' '))]];
  });
  const oldest = ages.toSorted(([, one], [, other]) => other - one);
  console.info(oldest.map(([area, age]) => `${area} ${age.toFixed(1)}`).join(', '));
  expect(oldest.filter(([, age]) => age > 11)).toEqual([]);
});

it('is read by staff as easily', () => {
  const running = staffWords.flatMap(texts).filter((text) => /[.?!]$/.test(text));
  expect(running.length).toBeGreaterThan(200);
  expect(figure('Reading age of the pages for staff', ageOf(running.join(' ')))).toBeLessThanOrEqual(11);
});

it.each([
  ['patients and carers', ['diary']],
  ['staff', ['centre', 'registry']],
])('mails %s in words for children of 9 to 11', (whom, sites) => {
  const sent = (Object.keys(SITE_OF) as MessageKey[]).filter((key) => sites.includes(SITE_OF[key]));
  const running = sent.map((key) => writeMail('en', key, { site: 'SITE', code: 'CODE' }).text);
  // Addresses and codes are no words, and a line that leads to one ends there.
  const spoken = running
    .join(' ')
    .replaceAll(/[^\n]+:\nSITE\S*|CODE/g, '')
    .replaceAll(/:(?=\s)/g, '.')
    .replaceAll(/\s+/g, ' ');
  expect(figure(`Reading age of the mails to ${whom}`, ageOf(spoken))).toBeLessThanOrEqual(11);
});

it('has hardly any sentence that needs somebody older than 12', () => {
  const older = sentences.filter((sentence) => ageOf(sentence) > 12);
  expect(older.length / sentences.length, older.join('\n')).toBeLessThan(0.08);
});

it('has no sentence that needs somebody of 15, but for those listed with their reasons', () => {
  const hard = sentences.filter((sentence) => ageOf(sentence) > 15);
  expect(hard.filter((sentence) => allowed[sentence] === undefined)).toEqual([]);
});

it('would notice a sentence as authorities write them', () => {
  const stiff =
    'Notification of discontinuation necessitates immediate communication with administrative personnel.';
  expect(ageOf(stiff)).toBeGreaterThan(15);
});
