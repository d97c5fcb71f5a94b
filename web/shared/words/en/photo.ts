import { translatable } from '../translatable.ts';

/** Photos of a bleed. */
export const photoWords = translatable('photo', {
  add: 'Add a photo',
  hint: 'It is made smaller on this device first. Where it was taken is not sent.',
  sending: 'Sending the photo…',
  added: 'The photo is saved.',
  adding: 'A photo of a bleed',
  takingOut: 'Delete a photo of a bleed',
  kept: 'The photo is on this phone. It will be sent when you have a signal.',
  notAPhoto: 'This file can’t be used. Choose another photo.',
  show: (n: number): string => `Show photo ${String(n)}`,
  name: (n: number): string => `Photo ${String(n)} of this bleed`,
  remove: (n: number): string => `Delete photo ${String(n)}`,
  removeAsk: 'Delete this photo? It can’t be brought back.',
  removed: 'The photo is deleted.',
});
