import type { PatientWords } from '../patient-words.ts';
import type { PartialTranslation } from '../translation.ts';
import { dates } from './dates.ts';

/** Ready to be filled: what is not here is read in English. */
export const words: PartialTranslation<PatientWords> = { dates };
