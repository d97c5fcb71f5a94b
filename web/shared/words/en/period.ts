import { translatable } from '../translatable.ts';
import type { FieldWords } from './problems.ts';

/** Doses not taken, and saying that nothing else happened in a period. */
export const periodWords = translatable('period', {
  from: 'First day',
  to: 'Last day',
  notSaid: 'Not said',
  notTakenTitle: 'Dose not taken',
  notTakenText: 'This tells your centre what happened. Nobody is marked down for it.',
  notTakenReason: 'Why?',
  notTakenWhat: (from: string, to: string): string =>
    from === to ? `not taken on ${from}` : `not taken, ${from} to ${to}`,
  confirmTitle: 'Nothing to record',
  confirmText:
    'An empty day could mean that nothing happened, or that nobody had time to write. Saying it helps your centre.',
  recordInstead: 'There was a treatment: record it',
  answers: 'What can you say for these days?',
  answersHint: 'Tick what is right. Planned treatments still need recording.',
  noBleeds: 'There were no bleeds',
  bleedRecorded: (day: string): string =>
    `A bleed is recorded on ${day}. Choose other days, or take out the tick`,
  noOther: 'There was no treatment other than what is recorded',
  period: 'For which days?',
  today: 'Today',
  week: 'The last 7 days',
  month: (month: string): string => `${month} so far`,
  wholeMonth: (month: string): string => `All of ${month}`,
  own: 'Other days',
  confirmWhat: (from: string, to: string): string =>
    from === to ? `confirmed for ${from}` : `confirmed for ${from} to ${to}`,
});

export const periodFieldWords = translatable('periodField', {
  from: {
    empty: 'Enter the first day',
    'not-a-date': 'Enter a real first day',
    'in-future': 'The first day can’t be in the future',
  },
  to: {
    empty: 'Enter the last day',
    'not-a-date': 'Enter a real last day',
    'before-start': 'The last day can’t be before the first',
    'in-future': 'The last day can’t be in the future',
    'in-the-future': 'The last day is too far ahead',
    'too-long': 'Choose at most three months',
  },
  answers: { empty: 'Tick at least one' },
} satisfies FieldWords);
