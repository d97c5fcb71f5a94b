import { translatable } from '../translatable.ts';

/** One line about containers in the diary. */
export const containerWords = translatable('container', {
  batchIs: (number: string): string => `batch ${number}`,
  batchUnknownIs: (why: string): string => `batch not known (${why.toLowerCase()})`,
  expiresIs: (day: string): string => `expires ${day}`,
});
