import { expect, it } from 'vitest';
import { lintSnippet } from './lint-snippet.ts';

const page = 'web/diary/pages/some-page.tsx';
const start = "import { diaryWords as words } from '../../shared/words/en/diary.ts';\n";
const said = async (code: string, path = page): Promise<string[]> =>
  (await lintSnippet(path, start + code)).filter((line) => line.includes('late-words'));

it.each([
  ['a word', 'export const label = words.save;'],
  [
    'words of a list made while loading',
    "export const list = ['save'].map((key) => ({ key, label: words.save }));",
  ],
  ['words inside an object', 'export const nav = { home: words.save };'],
])('refuses %s read while a module loads', async (_what, code) => {
  expect(await said(code)).toHaveLength(1);
});

it.each([
  ['read when something is drawn', 'export const label = () => words.save;'],
  ['read in a list made when drawing', 'export const list = () => [1].map(() => words.save);'],
  ['named as a type only', 'export type Words = typeof words;'],
])('allows words %s', async (_what, code) => {
  expect(await said(code)).toEqual([]);
});

it('leaves the staff’s pages alone, which speak English only', async () => {
  expect(await said('export const label = words.save;', 'web/centre/pages/some-page.tsx')).toEqual([]);
});
