import { translatable } from '../translatable.ts';

/** Choosing among the boxes at home, and completing a batch later. */
export const batchWords = translatable('batch', {
  which: 'Which box?',
  whichHint: 'If it is none of these, type the batch below.',
  whichOf: (strength: string): string => `Which box for ${strength}?`,
  batch: (number: string): string => `Batch ${number}`,
  expires: (day: string): string => `use by ${day}`,
  expired: (day: string): string => `was to be used by ${day}`,
  left: (count: number): string => `${String(count)} left at home`,
  recalled: 'This batch has been called back. Ask your centre about it.',
  notKnown: 'I don’t know the batch',
  toComplete: (n: number): string => (n === 1 ? '1 batch to complete' : `${String(n)} batches to complete`),
  completeOne: (day: string, product: string): string => `${day}: ${product}`,
  completeTitle: 'Which batch was it?',
  typed: 'Batch number',
  typedOf: (strength: string): string => `Batch number for ${strength}`,
  twins: (day: string, product: string): string => `Was this one treatment? ${product}, ${day}`,
  twin: (time: string, by: string): string => `${time}, recorded by ${by}.`,
  twinRemove: (time: string): string => `Remove the one at ${time}`,
  twinsRight: 'Both are right',
});
