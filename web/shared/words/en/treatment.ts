import type { TreatmentQuestion } from '#domain/check-treatment.ts';
import { translatable } from '../translatable.ts';
import type { FieldWords } from './problems.ts';

/** The treatment form. */
export const treatmentWords = translatable('treatment', {
  title: 'Record a treatment',
  correctTitle: 'Correct a treatment',
  correctNote: 'What stood here before stays in the history.',
  restored: 'We kept what you typed before.',
  startAgain: 'Start again',
  product: 'Product',
  chooseProduct: 'Choose the product',
  inPlan: 'In your plan',
  allProducts: 'All products',
  otherProduct: 'A product that is not in the list',
  otherName: 'Name of the product',
  otherUnit: 'It is measured in',
  moiety: 'Which units do you count?',
  moietyHint: 'This product has both on its label.',
  containers: 'What you used',
  containersHint: 'Strength and batch are on the box and on the vial.',
  restStays: 'It holds more than one dose. Enter below what you gave: the rest is counted as still there.',
  container: (n: number): string => `Batch ${String(n)}`,
  strength: 'Strength',
  chooseStrength: 'Choose',
  count: 'How many',
  batch: 'Batch number',
  batchHint: 'Often after “LOT” or “Batch”.',
  batchNotKnown: 'I don’t know the batch',
  batchWhy: 'Why is it not known?',
  expires: 'Expiry date',
  add: 'Add another batch or strength',
  remove: (n: number): string => `Remove batch ${String(n)}`,
  amount: 'Total given',
  amountHint: 'All of it together. Change it if you gave less than the vials held.',
  when: 'When',
  date: 'Date',
  time: 'Time',
  zone: 'Which clock do you mean?',
  zoneHome: (zone: string): string => `The time at home (${zone})`,
  zoneHere: (zone: string): string => `The time where I am now (${zone})`,
  fold: 'The clocks went back that night, so this time came twice. Which one?',
  foldEarlier: 'The first one',
  foldLater: 'The second one',
  reason: 'Why',
  bleeds: 'Which bleed was it for?',
  bleedNew: 'A new bleed',
  bleedOpen: (place: string, day: string): string => `${place}, started ${day}`,
  bleedKept: 'The bleed it was recorded with',
  bleedSame: (place: string): string =>
    `There was a bleed here a short while ago: ${place}. Is this the same one?`,
  bleedSameYes: 'Yes, it is the same bleed',
  place: 'Where was it given?',
  homeStock: 'It came from the stock at home',
  note: 'Note for your centre',
  noteHint: 'Read at the next review, not as it comes in.',
  more: 'More: expiry, place, stock, note',
  changeSomething: 'Change something else',
  repeatFor: (name: string): string => `Repeat last treatment for ${name}`,
  nothingToRepeat: 'There is no earlier treatment to repeat.',
  what: (product: string, amount: string): string => `${product}, ${amount}`,
});

/** The fields of the treatment form in their own words. */
export const treatmentFieldWords = translatable('treatmentField', {
  productId: { empty: 'Choose the product', 'not-in-catalogue': 'Choose a product from the list' },
  otherName: { empty: 'Enter the name of the product' },
  otherUnit: { empty: 'Choose what it is measured in' },
  amount: {
    empty: 'Enter the total given',
    'not-a-number': 'Enter the total given as a number, for example 2000',
    'not-a-step': 'This product is not given in such small parts. Check the total',
    'not-above-zero': 'The total must be above zero',
    'too-much': 'This is more than can be recorded for this product. Check the total',
    ambiguous: 'This could be read as two numbers. Write it without the point or comma, for example 2000',
    'not-this-products': 'This product is not measured like this. Check the product',
    'more-than-containers': 'This is more than the vials you entered hold. Check the total or the vials',
  },
  date: {
    empty: 'Enter the date',
    'not-a-date': 'Enter a real date',
  },
  time: {
    empty: 'Enter the time',
    'not-a-time': 'Enter a real time, for example 07:30',
    'in-the-future': 'The time can’t be in the future',
    'missing-hour': 'The clocks went forward that night, so this time did not exist. Check it',
    'doubled-hour': 'The clocks went back that night, so this time came twice. Say which one you mean',
  },
  reason: { empty: 'Say why the treatment was given' },
  bleeds: { empty: 'Choose the bleed, or describe a new one' },
} satisfies FieldWords);

/** Every container's fields; `{n}` is its number. */
export const containerFieldWords = translatable('containerField', {
  strength: 'Choose the strength',
  count: 'Enter how many, from 1 to 50',
  batch: 'Enter the batch number, or tick that you don’t know it',
  unknownReason: 'Say why the batch is not known',
  expiresOn: 'Enter a real expiry date',
});

/** Questions about possible mistakes, by code; never advice. */
export const questionWords = translatable('question', {
  'long-ago': 'The date is more than 30 days ago. Is it right?',
  'less-than-half-of-plan': 'The amount is less than half of what your plan says. Is it right?',
  'more-than-twice-plan': 'The amount is more than twice what your plan says. Is it right?',
  'product-not-in-plan': 'This product is not in your plan. Is it right?',
  'unit-not-in-plan': 'Your plan counts this product in another unit. Is it right?',
  expired: 'The last day to use it was before the treatment. Is it right?',
  recalled: 'This batch has been recalled. Is the number right?',
  'more-than-at-home': 'By your count, not that many of this batch are left at home. Is the batch right?',
  'possible-duplicate': 'The same product is recorded at nearly the same time. Was it given twice?',
  'dose-already-recorded': 'This planned treatment is recorded already. Was it given twice?',
  'plan-changed': 'Your plan has changed since you recorded this. Is it still right?',
  'nothing-planned': 'No treatment is planned on these days. Is the date right?',
  'newer-than-this-page': 'Something here is unusual. Is everything right?',
} satisfies Record<TreatmentQuestion | 'plan-changed' | 'nothing-planned' | 'newer-than-this-page', string>);

/** The words of a question; those for a code that is newer than this page are general. */
export const questionText = (code: string): string =>
  new Map<string, string>(Object.entries(questionWords)).get(code) ?? questionWords['newer-than-this-page'];
