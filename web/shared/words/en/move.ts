import { translatable } from '../translatable.ts';

/** An entry for the wrong child, moved to the other one's diary. */
export const moveWords = translatable('move', {
  title: 'Move to another diary',
  text: (from: string): string =>
    `It is recorded in the other diary and removed from ${from}’s. The history of both says so.`,
  whose: 'Whose is it?',
  chooseWhose: 'Choose whose it is',
  chooseAlong: { treatment: 'Say whether the bleed moves too', bleed: 'Say whether its treatments move too' },
  move: 'Move it',
  moveTo: (name: string): string => `Move it to ${name}’s diary`,
  done: (name: string): string => `Moved to ${name}’s diary.`,
  what: (name: string): string => `moved to ${name}’s diary`,
  whatOf: (title: string, name: string): string => `${title}: to ${name}’s diary`,
  goesAlong: { treatment: 'Its boxes go with it.', bleed: 'Its photos go with it.' },
  along: {
    treatment: 'This treatment is for a bleed. Does the bleed move too?',
    bleed: 'This bleed was treated. Do its treatments move too?',
  },
  alongYes: { treatment: 'Yes, the bleed moves too', bleed: 'Yes, its treatments move too' },
  alongNo: { treatment: 'No, the bleed stays', bleed: 'No, the treatments stay' },
  alongNoHint: {
    treatment: 'In the other diary, the treatment will not say which bleed it was for.',
    bleed: 'In the other diary, the bleed will show no treatment.',
  },
  cannot: 'This can’t be moved. Record it in the other diary, then remove it here.',
});
