import type { Languages } from '../shared/words/load-language.ts';

/** The languages of the diary besides English, each fetched when it is spoken. */
export const languages: Languages = {
  cy: () => import('../shared/words/cy/patient-words.ts'),
  ar: () => import('../shared/words/ar/patient-words.ts'),
  fa: () => import('../shared/words/fa/patient-words.ts'),
  ckb: () => import('../shared/words/ckb/patient-words.ts'),
  so: () => import('../shared/words/so/patient-words.ts'),
  zh: () => import('../shared/words/zh/patient-words.ts'),
};
