import { afterEach, describe, expect, it, vi } from 'vitest';
import { dayWords } from '../../../web/shared/dates/day-words.ts';
import { words as arabic } from '../../../web/shared/words/ar/patient-words.ts';
import { words as kurdish } from '../../../web/shared/words/ckb/patient-words.ts';
import { words as welsh } from '../../../web/shared/words/cy/patient-words.ts';
import { cardWords } from '../../../web/shared/words/en/card.ts';
import { dateNames } from '../../../web/shared/words/en/dates.ts';
import { recorder } from '../../../web/shared/words/en/entry.ts';
import { stockWords } from '../../../web/shared/words/en/stock.ts';
import { isolated } from '../../../web/shared/words/isolated.ts';
import { listed } from '../../../web/shared/words/listed.ts';
import { words as somali } from '../../../web/shared/words/so/patient-words.ts';
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

it.each([
  ['Welsh', welsh.dates, 'dydd Sul 22 Tachwedd 2026', 'Sul 22 Tach'],
  ['Somali', somali.dates, 'Axad 22 Nofembar 2026', 'Axd 22 Nof'],
  ['Kurdish', kurdish.dates, 'یەکشەممە 22 تشرینی دووەم 2026', 'یەکشەممە 22 تشرینی دووەم'],
])('writes a day in %s, which browsers cannot', (_language, dates, long, short) => {
  speak({ dates });
  expect([dayWords.long('2026-11-22'), dayWords.short('2026-11-22')]).toEqual([long, short]);
  expect([dateNames.months, dateNames.weekdays].map(({ length }) => length)).toEqual([12, 7]);
});

it.each(['ar', 'fa', 'zh', 'ckb', 'so', 'cy', 'en'])(
  'writes days in %s in the Gregorian calendar with Latin digits',
  (language) => {
    vi.stubGlobal('document', { documentElement: { lang: language } });
    for (const say of [dayWords.long, dayWords.middle]) {
      expect(say('2026-11-22')).toMatch(/\b22\b|22/);
      expect(say('2026-11-22')).toContain('2026');
      expect(say('2026-11-22')).not.toMatch(/[٠-٩۰-۹]/u);
    }
    vi.unstubAllGlobals();
  },
);

it('ships the names of months and weekdays that browsers do not know', () => {
  expect(dayWords.long('2026-11-22')).toBe('Sunday 22 November 2026');
  const months = ['', '', '', '', '', '', '', '', '', '', 'Tachwedd', ''];
  speak({ dates: { months, weekdays: ['', '', '', '', '', '', 'dydd Sul'] } });
  expect(dayWords.long('2026-11-22')).toBe('dydd Sul 22 Tachwedd 2026');
  expect(dayWords.month('2026-11')).toBe('Tachwedd 2026');
});

describe('what a sentence is given', () => {
  const page = (dir: string): void => {
    vi.stubGlobal('document', { documentElement: { lang: dir === 'rtl' ? 'ar' : 'en', dir } });
  };
  const say = () =>
    translatable('given', { by: (name: string, count: number) => `By ${name}, ${String(count)}` });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('keeps its own order where it runs against the sentence', () => {
    page('ltr');
    expect(say().by('مريم', 22)).toBe('By \u2068مريم\u2069, 22');
    page('rtl');
    expect(say().by('Robin', 22)).toBe('By \u2068Robin\u2069, 22');
  });

  it('does so in the words of another language as well', () => {
    page('rtl');
    const words = say();
    speak({ given: { by: (name: string, count: number) => `سجّله ${name}، ${String(count)}` } });
    expect(words.by('AB123', 1)).toBe('سجّله \u2068AB123\u2069، 1');
  });

  it('is left as it is where it runs as the page does, so that a line of our own keeps the page’s direction', () => {
    page('rtl');
    expect(isolated('Elocta، التشغيلة')).toBe('Elocta، التشغيلة');
    expect(isolated('1,000 IU')).toBe('\u20681,000 IU\u2069');
  });

  it('is only its letters where nothing runs against anything', () => {
    page('ltr');
    expect(say().by('Robin', 22)).toBe('By Robin, 22');
  });

  it('is listed with the comma of the language', () => {
    page('rtl');
    expect(listed(['a', 'b'])).toBe('a، b');
    page('ltr');
    expect(listed(['a', 'b'])).toBe('a, b');
  });
});

describe('whoever recorded something', () => {
  it('is named in the language of the page, and by their own name', () => {
    speak(welsh);
    expect([recorder('you'), recorder('your centre'), recorder('Ada')]).toEqual([
      'chi',
      'eich canolfan',
      'Ada',
    ]);
    expect(stockWords.by(recorder('you'))).toBe('gennych chi');
    expect(stockWords.by(recorder('Ada'))).toBe('gan Ada');
  });
});

it('keeps a factor level and its unit in one piece on an Arabic card', () => {
  vi.stubGlobal('document', { documentElement: { dir: 'rtl' } });
  speak(arabic);
  expect(cardWords.bands.severe('<1 IU/dL')).toBe('شديد، \u2068<1 IU/dL\u2069');
  vi.unstubAllGlobals();
});
