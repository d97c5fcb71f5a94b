/** What the small picture beside a sentence of the easy-read statement may show; pages draw them themselves. */
export const EASY_READ_PICTURES = [
  'diary',
  'people',
  'lock',
  'phone',
  'question',
  'pen',
  'clock',
  'no-entry',
] as const;
export type EasyReadPicture = (typeof EASY_READ_PICTURES)[number];
