import { spokenLanguage } from './spoken-language.ts';

const COMMAS: Readonly<Record<string, string>> = { ar: '، ', fa: '، ', ckb: '، ', zh: '、' };

/** Several things in a row, with the comma of the language. */
export const listed = (parts: readonly string[]): string => parts.join(COMMAS[spokenLanguage()] ?? ', ');
