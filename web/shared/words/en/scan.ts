import type { PackProblem } from '#domain/gs1/read-pack.ts';
import { translatable } from '../translatable.ts';

const again = 'Scan it again, or type the batch from the box.';

/** Scanning the code of a box; typing what is on it is always as good. */
export const scanWords = translatable('scan', {
  open: 'Scan the box',
  title: 'Scan the code on the box',
  close: 'Close the camera',
  hold: 'Hold the box so that its code is in the picture.',
  looking: 'Looking for a code …',
  video: 'What the camera sees',
  light: 'Light',
  zoom: 'Zoom',
  photo: 'Or choose a photo of the code',
  noCamera: 'The camera can’t be used here. Choose a photo of the code, or type the batch.',
  noCode: `No code was found on the photo. ${again}`,
  filled: 'Filled in from the code. Please check it.',
  noBatch: 'The code has no batch. Please type the batch from the box.',
  otherProduct: (name: string): string => `This box was ${name} last time. Please check the product.`,
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
