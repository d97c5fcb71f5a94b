import { translatable } from '../translatable.ts';

/** A box out of the stock of somebody else whose diary one keeps. */
export const boxWords = translatable('box', {
  whose: 'Whose box was it?',
  whoseHint: 'The box leaves that person’s stock.',
  own: (name: string): string => `${name}’s own box`,
  theirs: (name: string): string => `A box of ${name}’s`,
  which: (name: string): string => `Which of ${name}’s boxes?`,
  noBoxes: (name: string): string => `No boxes are counted in ${name}’s diary. Type the batch below.`,
  inOpen: (amount: string): string => `open, ${amount} left in it`,
  spraysInOpen: (n: number): string =>
    n === 1 ? 'open, 1 spray left in it' : `open, ${String(n)} sprays left in it`,
  openSince: (day: string): string => `open since ${day}`,
});
