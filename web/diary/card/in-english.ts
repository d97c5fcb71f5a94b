import { cardInEnglish as english, cardWords as words } from '../../shared/words/en/card.ts';
import type { CardField } from './kept-card.ts';

/** Signs of direction belong to the sentence they were made for. */
const bare = (text: string): string => text.replaceAll(/[\u2066-\u2069]/g, '').trim();

const BANDS = ['severe', 'moderate', 'mild'] as const;
const HERE = '\u2460';

function bandInEnglish(text: string): string | undefined {
  for (const band of BANDS) {
    const [before = '', after = ''] = bare(words.bands[band](HERE)).split(HERE);
    if (text.startsWith(before) && text.endsWith(after))
      return english.bands[band](text.slice(before.length, text.length - after.length));
  }
  return undefined;
}

function diagnosisInEnglish(text: string): string | undefined {
  const names: readonly [string, string][] = Object.entries(words.diagnoses);
  const known = names.find(([, name]) => bare(name) === text)?.[0];
  return Object.entries(english.diagnoses).find(([name]) => name === known)?.[1];
}

/**
 * What a line of the card says, in English; `undefined` where it is the same, or is in the person's own words, which
 * nobody here translates.
 */
export function lineInEnglish(field: CardField, text: string): string | undefined {
  const said = bare(text);
  const other =
    field === 'diagnosis' ? diagnosisInEnglish(said) : field === 'severity' ? bandInEnglish(said) : undefined;
  return other === said ? undefined : other;
}
