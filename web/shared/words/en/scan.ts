import type { PackProblem } from '#domain/gs1/read-pack.ts';
import type { NoCamera } from '../../scan/camera.ts';
import { translatable } from '../translatable.ts';

const again = 'Scan it again, or type the batch from the box.';

/** Scanning the code of a box; typing what is on it is always as good. */
export const scanWords = translatable('scan', {
  open: 'Scan the box',
  title: 'Scan the code on the box',
  close: 'Close the camera',
  hold: 'Hold the box so that its code is in the picture.',
  opening: 'Opening the camera …',
  video: 'What the camera sees',
  light: 'Light',
  zoom: 'Zoom',
  photo: 'Or choose a photo of the code',
  noCamera: {
    refused:
      'The camera is not allowed here. You can allow it in your browser’s settings, choose a photo of the code, or close this and type what is on the box.',
    'in-use':
      'The camera can’t start. Another app may be using it. Close that app and try again, choose a photo of the code, or close this and type what is on the box.',
    none: 'There is no camera here that we can use. Choose a photo of the code, or close this and type what is on the box.',
  } satisfies Readonly<Record<NoCamera, string>>,
  noReader:
    'We can’t read codes without a connection yet. Close this and type what is on the box. After the first scan it works offline too.',
  noPicture: 'That file is not a picture. Choose a photo of the code.',
  noCode: `No code was found on the photo. ${again}`,
  filled: (box: string): string => `Filled in from the code: ${box}. Please check it.`,
  changed: 'The product was changed to the one of this box.',
  notInPlan: 'It is not in your plan. You will be asked about that when you save.',
  noBatch: 'The code has no batch. Please type the batch from the box.',
  same: 'This box is in the list already. If there are more like it, change how many.',
  otherProduct: (box: string): string =>
    `This box is ${box}. The other boxes here are of another product. Record it as a treatment of its own.`,
  tooMany: 'There is no room for more boxes in this treatment.',
  which: 'Which box is this?',
  whichWhy: 'We have not met this code before. Tell us once, and we will know it next time.',
  product: 'Product',
  another: 'Another product',
  strength: 'Strength',
  choose: 'Choose',
  useThis: 'Use this',
  leave: 'Leave it, I will type it',
  problems: {
    empty: `The code is empty. ${again}`,
    'not-gs1': `This is not the code of a medicine. ${again}`,
    'unknown-identifier': `The code has a part we don’t know. ${again}`,
    repeated: `The code says something twice. ${again}`,
    'empty-value': `A part of the code is empty. ${again}`,
    'wrong-length': `A part of the code is too short or too long. ${again}`,
    'not-digits': `The code has a letter where a number belongs. ${again}`,
    'wrong-character': `The code has a sign that does not belong there. ${again}`,
    'check-digit': `The code was not read rightly: its numbers don’t add up. ${again}`,
    month: `The code has a month that does not exist. ${again}`,
    day: `The code has a day that does not exist. ${again}`,
    'no-product': `The code does not say which product it is. ${again}`,
  } satisfies Readonly<Record<PackProblem, string>>,
});
