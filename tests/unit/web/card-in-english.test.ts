import { afterEach, describe, expect, it, vi } from 'vitest';
import { lineInEnglish } from '../../../web/diary/card/in-english.ts';
import { words as arabic } from '../../../web/shared/words/ar/patient-words.ts';
import { words as welsh } from '../../../web/shared/words/cy/patient-words.ts';
import { cardInEnglish, cardWords } from '../../../web/shared/words/en/card.ts';
import { speak } from '../../../web/shared/words/translatable.ts';

describe.each([
  ['Welsh', 'ltr', welsh],
  ['Arabic', 'rtl', arabic],
])('a card in %s', (_language, dir, words) => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });
  const page = (): void => {
    vi.stubGlobal('document', { documentElement: { dir } });
    speak(words);
  };

  it('has what the diary wrote on it in English too', () => {
    page();
    expect(cardWords.diagnoses['haemophilia-b']).not.toBe('Haemophilia B');
    expect(lineInEnglish('diagnosis', cardWords.diagnoses['haemophilia-b'])).toBe('Haemophilia B');
    for (const band of ['severe', 'moderate', 'mild'] as const)
      expect(lineInEnglish('severity', cardWords.bands[band]('<1 IU/dL'))).toBe(
        cardInEnglish.bands[band]('<1 IU/dL'),
      );
  });

  it('leaves the person’s own words as they are', () => {
    page();
    expect(lineInEnglish('diagnosis', 'Haemophilia B')).toBeUndefined();
    expect(lineInEnglish('severity', '2 IU/dL')).toBeUndefined();
    expect(lineInEnglish('note', cardWords.diagnoses['haemophilia-b'])).toBeUndefined();
  });
});
