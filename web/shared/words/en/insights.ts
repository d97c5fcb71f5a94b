import type { BleedRateKind } from '#domain/bleed-rates.ts';
import type { DayMark } from '#domain/insights/day-marks.ts';
import type { BleedCause } from '#domain/vocabulary.ts';
import { translatable } from '../translatable.ts';

type Words<K extends string> = Readonly<Record<K, string>>;
const days = (count: number): string => (count === 1 ? '1 day' : `${String(count)} days`);

/** What a diary tells of a period: the same words for patients, carers and their centre. */
export const insightsWords = translatable('insights', {
  title: 'Looking back',
  yearTitle: 'A year at a glance',
  compareTitle: 'Two periods side by side',
  toYear: 'A year at a glance',
  toCompare: 'Two periods side by side',
  intro: 'What your diary tells of a time. It only counts what is written in it.',
  span: 'Which time?',
  spans: {
    quarter: 'The last 3 months',
    year: 'The last 12 months',
    five: 'The last 5 years',
    own: 'Other dates',
  },
  from: 'From',
  to: 'To',
  show: 'Show',
  window: (from: string, to: string): string => `${from} to ${to}`,
  observed: (told: number, all: number): string => `The diary tells of ${String(told)} of ${days(all)}.`,
  rates: {
    title: 'Bleeds a year',
    what: 'Bleeds',
    count: 'How many',
    perYear: 'A year',
    kinds: {
      all: 'All bleeds',
      joint: 'Bleeds in joints',
      spontaneous: 'Bleeds that just started',
      treated: 'Bleeds treated with factor',
    } satisfies Words<BleedRateKind>,
    caption: (observed: number): string => `Counted on the ${days(observed)} the diary tells of`,
    tooFew: (needed: number, there: number): string =>
      `A number for a year needs at least ${days(needed)} that the diary tells of. There ${there === 1 ? 'is 1' : `are ${String(there)}`} so far.`,
    unobserved: (count: number): string =>
      `${String(count)} more ${count === 1 ? 'bleed was' : 'bleeds were'} on days the diary tells nothing else of. They are not counted here.`,
    none: '–',
  },
  places: {
    title: 'Where the bleeds were',
    front: 'The body from the front, with the number of bleeds at each place',
    back: 'The body from behind, with the number of bleeds at each place',
    frontShort: 'From the front',
    backShort: 'From behind',
    caption: (count: number): string => `All ${String(count)} bleeds of this time`,
    place: 'Place',
    count: 'Bleeds',
    beside: 'The table has every place. Some of them can’t be drawn.',
    none: 'No bleeds are recorded in this time.',
  },
  causes: {
    title: 'What started the bleeds',
    cause: 'Cause',
    names: {
      spontaneous: 'Nothing known: it just started',
      trauma: 'A knock, a fall or an activity',
      surgery: 'An operation or dental treatment',
      unknown: 'Not known',
    } satisfies Words<BleedCause>,
  },
  joints: {
    title: 'Joints that bled often',
    rule: 'A joint is listed when it had 3 bleeds that just started within 6 months. It leaves the list after 12 months that the diary tells of in full, with no more than 2 bleeds in it.',
    since: (place: string, day: string): string => `${place}, since ${day}`,
    none: (from: string): string => `None, by the diary from ${from} on.`,
  },
  use: {
    title: 'What was given',
    chart: (product: string, unit: string): string =>
      `${product}: ${unit} each month. The table has the numbers.`,
    caption: (product: string, count: number): string =>
      `${product}: ${count === 1 ? '1 treatment' : `${String(count)} treatments`}`,
    month: 'Month',
    treatments: 'Treatments',
    amount: 'Amount',
    all: 'All',
    notAdded: 'not added up',
    none: 'No treatments are recorded in this time.',
  },
  recorded: {
    title: 'Planned doses',
    share: (recorded: number, planned: number, percent: number): string =>
      `${String(recorded)} of ${String(planned)} planned doses are recorded (${String(percent)}%).`,
    to: (day: string): string => `Counted up to ${day}: later doses are still ahead.`,
    none: 'No doses were planned in this time.',
  },
  lag: {
    title: 'How soon it was written down',
    caption: (count: number): string =>
      `Of ${count === 1 ? '1 treatment' : `${String(count)} treatments`} recorded online`,
    when: 'After the treatment',
    day: 'Within 24 hours',
    week: 'Within 7 days',
    late: 'Later than 28 days',
    count: 'Treatments',
    none: 'No treatment of this time was recorded online.',
  },
  runs: {
    title: 'Days the diary tells of',
    latest: (count: number, from: string, to: string): string =>
      `Latest run: ${days(count)}, ${from} to ${to}.`,
    longest: (count: number, from: string, to: string): string =>
      `Longest run: ${days(count)}, ${from} to ${to}.`,
    weeks: (full: number, all: number): string =>
      `${String(full)} of ${String(all)} whole weeks have every day.`,
    why: 'A gap is only a gap. It can be filled at any time.',
  },
  year: {
    which: 'Year',
    previous: 'The year before',
    next: 'The year after',
    key: 'What the signs mean',
    marks: {
      'bleed-and-treatment': 'Bleed and treatment',
      bleed: 'Bleed',
      treatment: 'Treatment',
      'not-taken': 'Dose not taken',
      open: 'Dose not recorded',
      confirmed: 'Nothing to record',
    } satisfies Words<DayMark>,
    nothing: 'Nothing recorded',
    month: (name: string, said: string): string => `${name}: ${said}`,
    count: (what: string, count: number): string => `${what.toLowerCase()} on ${days(count)}`,
    caption: (year: string): string => `Days of each month of ${year}, each counted once`,
  },
  compare: {
    intro:
      'Each column stands for itself, with its own days and numbers. Side by side they do not say why something changed. Your centre can help you understand them.',
    which: 'Which periods?',
    change: 'Before and after my plan changed',
    changedOn: 'The day my plan changed',
    halves: 'The last 6 months and the 6 months before',
    years: 'The last 12 months and the 12 months before',
    first: 'Earlier time',
    second: 'Later time',
    rows: {
      window: 'Dates',
      observed: 'Days the diary tells of',
      bleeds: 'All bleeds recorded',
      perYear: (kind: string): string => `${kind}, a year`,
      recorded: 'Planned doses recorded',
      treatments: 'Treatments',
    },
    of: (part: number, whole: number): string => `${String(part)} of ${String(whole)}`,
    rate: (perYear: string, bleeds: number, observed: number): string =>
      `${perYear} (${String(bleeds)} in ${days(observed)})`,
    noRate: (bleeds: number, observed: number): string => `– (${String(bleeds)} in ${days(observed)})`,
    caption: 'Two periods of the diary',
    what: 'What',
  },
});
