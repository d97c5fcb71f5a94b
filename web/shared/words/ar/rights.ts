import type { rightsWords } from '../en/rights.ts';
import type { PartialTranslation } from '../translation.ts';

export const rights: PartialTranslation<typeof rightsWords> = {
  title: 'حقوقك',
};
