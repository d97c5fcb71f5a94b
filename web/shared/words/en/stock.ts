import { translatable } from '../translatable.ts';
import type { FieldWords } from './problems.ts';

/** The boxes at home: what is there, what came, what was counted. */
export const stockWords = translatable('stock', {
  title: 'Your boxes at home',
  centreTitle: 'Stock at home',
  centreText: 'Treatments from home take from it by themselves.',
  none: 'No boxes are counted yet. Add a delivery, or count what is there now.',
  open: 'Boxes at home',
  lastCounted: (day: string): string => `Last counted on ${day}.`,
  deliver: 'Add a delivery',
  sameAgain: 'Same as last time',
  count: 'Count what is there',
  row: (batch: string, strength: string): string => `${strength}, batch ${batch}`,
  rowNoBatch: (strength: string): string => strength,
  left: (n: number): string => (n === 1 ? '1 left' : `${String(n)} left`),
  short: (n: number): string => `${String(n)} more used than put in: please count`,
  sprays: (n: number): string => (n === 1 ? '1 spray' : `${String(n)} sprays`),
  opened: (left: string): string => `${left} in the open one`,
  openedOn: (left: string, day: string): string => `${left} in the open one, begun on ${day}`,
  useBy: (day: string): string => `use by ${day}`,
  packSays: (day: string): string => `the pack says ${day}`,
  warmSince: (day: string): string => `out of the fridge since ${day}`,
  over: 'Use-by date is past',
  soon: 'Use-by date is near',
  recalled: (since: string): string => `Called back on ${since}`,
  recalledText: 'Do not throw these away. Ask your centre what to do.',
  lasts: (doses: number, day: string): string =>
    doses === 1
      ? `Enough for 1 planned dose. More is needed by ${day}.`
      : `Enough for ${String(doses)} planned doses. More is needed by ${day}.`,
  lastsLong: (doses: number): string => `Enough for the next ${String(doses)} planned doses.`,
  low: 'Running low',
  more: (row: string): string => `More about ${row}`,
  wasted: 'Can’t be used',
  warmed: 'Out of the fridge',
  product: 'Product',
  chooseProduct: 'Choose a product',
  strength: 'Strength of one',
  batch: 'Batch number',
  batchHint: 'On the box or the vial, after LOT or Batch.',
  expiresOn: 'Use by',
  howMany: 'How many?',
  arrivedOn: 'Arrived on',
  countText: 'Change the numbers that are different. Count an open one too.',
  countOf: (row: string): string => `How many of ${row}?`,
  countedOn: 'Counted on',
  wasteTitle: (row: string): string => `Can’t be used: ${row}`,
  wasteWhy: 'Why?',
  wastedOn: 'When?',
  warmTitle: (row: string): string => `Out of the fridge: ${row}`,
  warmText: 'Once out, they stay out. The use-by date may come sooner.',
  warmedOn: 'Since which day?',
  save: 'Save',
  cancel: 'Cancel',
  saved: 'Saved.',
  kept: 'Saved on this phone. It will be sent when you have a signal.',
  history: 'What came and went',
  movement: {
    delivered: (n: number, what: string): string => `${String(n)} arrived: ${what}`,
    counted: (n: number, what: string): string => `${String(n)} counted: ${what}`,
    wasted: (n: number, what: string): string => `${String(n)} could not be used: ${what}`,
    warmed: (n: number, what: string): string => `${String(n)} out of the fridge: ${what}`,
    'taken-back': (n: number, what: string): string => `${String(n)} taken back: ${what}`,
    lent: (n: number, what: string): string =>
      n === 0 ? `Used for someone else: ${what}` : `${String(n)} used for someone else: ${what}`,
  },
  differs: (expected: number): string => `${String(expected)} expected`,
  scanned: 'scanned',
  takeBack: 'Take this back',
  takeBackText: 'These boxes go out of the list again. What was there stays in the history.',
  takeBackYes: 'Yes, take it back',
  wasTakenBack: 'taken back',
  by: (who: string): string => `by ${who}`,
  reasons: {
    expired: 'Past the use-by date',
    broken: 'Broken or spilt',
    'too-warm': 'Too warm or frozen',
    recalled: 'Called back',
    returned: 'Given back',
    other: 'Something else',
  },
  questions: {
    'long-ago': 'That day is more than 30 days ago. Is it right?',
    'counted-since':
      'The boxes were counted after that day. If these were counted too, go back and leave them out.',
  },
  otherQuestion: 'Please check this once more.',
  notices: 'About your boxes',
  notice: {
    recalled: (product: string, batch: string): string =>
      `${product}, batch ${batch}, is called back. Ask your centre what to do.`,
    over: (product: string, day: string): string => `${product}: the use-by date was ${day}.`,
    soon: (product: string, day: string): string => `${product}: use by ${day}.`,
    low: (product: string, day: string): string => `${product} is running low. More is needed by ${day}.`,
  },
});

export const stockFieldWords = translatable('stockField', {
  productId: { empty: 'Choose a product' },
  strength: { empty: 'Enter the strength', 'not-a-number': 'Enter the strength as a number' },
  batch: { empty: 'Enter the batch number', 'not-there': 'There are no boxes of this batch' },
  count: {
    empty: 'Enter how many',
    'not-a-number': 'Enter how many, as a number',
    'not-above-zero': 'Enter how many, 1 or more',
    'too-much': 'That is more than there are',
  },
  expiresOn: { 'not-a-date': 'Enter a real use-by date' },
  on: {
    empty: 'Enter the day',
    'not-a-date': 'Enter a real day',
    'in-the-future': 'The day can’t be in the future',
  },
  reason: { empty: 'Choose why' },
  delivery: {
    'taken-back': 'This was taken back already',
    'not-there': 'This delivery is not here',
  },
} satisfies FieldWords);

/** A question about what was told of the boxes, by its code. */
export const stockQuestion = (code: string): string =>
  new Map<string, string>(Object.entries(stockWords.questions)).get(code) ?? stockWords.otherQuestion;
