import { translatable } from '../translatable.ts';

/** Export to Excel. */
export const exportWords = translatable('export', {
  title: 'Export to Excel',
  text: 'You get a file with everything in the diary for a period of up to a year.',
  from: 'From',
  to: 'To',
  safety:
    'Once the file is on your device, keeping it safe is up to you. It holds health details: don’t leave it on a shared computer or send it by ordinary e-mail.',
  button: 'Download the file',
  buttonFor: (name: string): string => `Download ${name}’s diary`,
  done: 'The file is downloaded.',
  tooLong: 'Choose at most a year',
});
