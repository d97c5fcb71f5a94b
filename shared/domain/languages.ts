/** The languages that a person may choose, as BCP 47 names them. */
export const LANGUAGES = ['en', 'cy', 'ar', 'fa', 'ckb', 'so', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];
