import type { containerWords } from '../en/container.ts';
import type { Translation } from '../translation.ts';

export const container: Translation<typeof containerWords> = {
  batchIs: (number) => `swp ${number}`,
  batchUnknownIs: (why) => `swp ddim yn hysbys (${why.toLowerCase()})`,
  expiresIs: (day) => `yn dod i ben ${day}`,
};
