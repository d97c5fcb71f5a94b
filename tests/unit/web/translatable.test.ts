import { afterEach, expect, it } from 'vitest';
import { dayWords } from '../../../web/shared/dates/day-words.ts';
import { dateNames } from '../../../web/shared/words/en/dates.ts';
import { speak, translatable } from '../../../web/shared/words/translatable.ts';

const english = () => ({
  save: 'Save',
  nav: { home: 'Diary', list: ['one', 'two'] },
  count: (n: number): string => `${String(n)} bleeds`,
});

afterEach(() => {
  speak({});
  translatable('dates', Object.assign(dateNames, { months: [], weekdays: [] }));
});

it('lays another language over words that are loaded, word by word and in place', () => {
  const words = translatable('tried', english());
  const nav = words.nav;
  speak({ tried: { nav: { home: 'Dyddiadur' }, count: (n: number) => `${String(n)} gwaediad` } });
  expect(words.count(3)).toBe('3 gwaediad');
  expect(nav).toEqual({ home: 'Dyddiadur', list: ['one', 'two'] });
  expect(words.save).toBe('Save');
});

it('lays it over words of a chunk that comes later', () => {
  speak({ later: { save: 'Cadw', nav: { list: ['un'] } } });
  const words = translatable('later', english());
  expect(words.save).toBe('Cadw');
  expect(words.nav.list).toEqual(['un']);
});

it('takes nothing that English does not have, and leaves a word that is missing', () => {
  speak({ odd: { more: 'Mwy', save: undefined } });
  const words = translatable('odd', english());
  expect(words).toEqual({ ...words, save: 'Save' });
  expect(Object.keys(words)).not.toContain('more');
});

it('ships the names of months and weekdays that browsers do not know', () => {
  expect(dayWords.long('2026-11-22')).toBe('Sunday 22 November 2026');
  const months = ['', '', '', '', '', '', '', '', '', '', 'Tachwedd', ''];
  speak({ dates: { months, weekdays: ['', '', '', '', '', '', 'dydd Sul'] } });
  expect(dayWords.long('2026-11-22')).toBe('dydd Sul 22 Tachwedd 2026');
  expect(dayWords.month('2026-11')).toBe('Tachwedd 2026');
});
