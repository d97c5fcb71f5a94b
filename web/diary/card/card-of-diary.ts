import type { MonthView } from '#contracts/diary.ts';
import { cardWords } from '../../shared/words/en/card.ts';
import { emergencyNumbers } from '../state/emergency-numbers.ts';
import type { Card } from './kept-card.ts';

/** What a card says at first: what the diary knows. Inhibitors are nowhere in it, so the person writes that. */
export function cardOfDiary(view: MonthView | undefined, firstName: string): Card {
  const numbers = view?.centre ?? emergencyNumbers.peek();
  const diagnosis = view?.condition?.diagnosis;
  return {
    texts: {
      name: firstName,
      diagnosis: diagnosis === undefined ? '' : cardWords.diagnoses[diagnosis],
      severity: view?.condition?.factorLevel ?? '',
      inhibitor: '',
      product: view?.planned[0]?.productName ?? view?.lastTreatment?.productName ?? '',
      centre: numbers?.name ?? '',
      emergencyPhone: numbers?.emergencyPhone ?? '',
      note: '',
    },
    shown: ['name', 'diagnosis', 'severity', 'product', 'centre', 'emergencyPhone'],
  };
}
