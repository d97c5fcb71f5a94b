import { translatable } from '../translatable.ts';
import type { FieldWords } from './problems.ts';

/** The bleed form, alone and inside the treatment form. */
export const bleedWords = translatable('bleed', {
  title: 'Record a bleed',
  correctTitle: 'Correct a bleed',
  newBleed: 'The new bleed',
  site: 'Where is the bleed?',
  chooseSite: 'Choose the place',
  side: 'Which side?',
  cause: 'What started it?',
  severity: 'How bad is it?',
  pain: 'Pain from 0 (none) to 10 (worst)',
  painNone: 'Not said',
  started: 'When did it start?',
  ended: 'Is it over?',
  endedNo: 'It is still going on',
  endedYes: 'It is over',
  endedAt: 'When did it end?',
  response: 'How well did treatment work?',
  responseNone: 'Not treated, or too early to say',
  note: 'Note for your centre',
  same: (place: string, day: string): string =>
    `Is it the same bleed as the one at the ${place.toLowerCase()} from ${day}?`,
  sameYes: 'Yes, the same',
  sameNo: 'No, a new one',
  untreated: 'A bleed counts here even if you did not treat it.',
  front: 'The body from the front',
  back: 'The body from the back',
  roughly: 'I’m not sure exactly when it started',
  treated: 'Did you treat it?',
  treatedNo: 'No, or not yet',
  treatedOther: 'With something else: record it next',
  treatedWhen: 'When was it treated?',
  overTitle: (place: string): string => `It is over: ${place.toLowerCase()}`,
  overWhen: 'When was it over?',
  overHow: 'How well did treatment work? Choose one to save.',
  overUntreated: 'It was not treated',
  treatFor: (place: string): string => `Record a treatment: ${place.toLowerCase()}`,
  what: (place: string): string => `bleed, ${place.toLowerCase()}`,
});

/** The fields of a bleed in their own words. */
export const bleedFieldWords = translatable('bleedField', {
  site: { empty: 'Choose where the bleed is' },
  side: { empty: 'Choose which side' },
  cause: { empty: 'Say what started it, or that you don’t know' },
  severity: { empty: 'Say how bad it is' },
  date: { empty: 'Enter the date it started', 'not-a-date': 'Enter a real date' },
  time: { empty: 'Enter the time it started', 'not-a-time': 'Enter a real time' },
  sameAs: { empty: 'Say whether it is the same bleed or a new one' },
  endDate: { empty: 'Enter the date it ended', 'before-start': 'It can’t end before it started' },
  endTime: { empty: 'Enter the time it ended', 'not-a-time': 'Enter a real time' },
} satisfies FieldWords);
