import { translatable } from '../translatable.ts';

/** An entry for the wrong child, moved to the other one's diary. */
export const moveWords = translatable('move', {
  title: 'Move to another diary',
  text: (from: string): string =>
    `It is recorded in the other diary and removed from ${from}’s. The history of both says so.`,
  whose: 'Whose is it?',
  move: 'Move it',
  moveTo: (name: string): string => `Move it to ${name}’s diary`,
  done: (name: string): string => `Moved to ${name}’s diary.`,
  reason: 'Moved to another diary: it was recorded here by mistake',
  cannot: 'This can’t be moved. Move the bleed first, or record it in the other diary, then remove it here.',
});
