import type { MonthView } from '#contracts/diary.ts';
import { parseFactorLevel, severityBand } from '#domain/factor-level.ts';
import { cardWords } from '../../shared/words/en/card.ts';
import { isolated } from '../../shared/words/isolated.ts';
import { emergencyNumbers } from '../state/emergency-numbers.ts';
import type { Card } from './kept-card.ts';

/** A factor level with its unit and, where it tells, its band. */
function severityOf(level: string | undefined): string {
  if (level === undefined) return '';
  const parsed = parseFactorLevel(level);
  const band = parsed === undefined ? undefined : severityBand(parsed);
  // With its unit from the start: "<1" alone, in a line that runs left, would be read as "1>".
  const measured = `${level} IU/dL`;
  return band === undefined ? isolated(measured) : cardWords.bands[band](measured);
}

/** What a card says at first: what the diary knows. Inhibitors are nowhere in it, so the person writes that. */
export function cardOfDiary(view: MonthView | undefined, firstName: string): Card {
  const numbers = view?.centre ?? emergencyNumbers.peek();
  const diagnosis = view?.condition?.diagnosis;
  return {
    texts: {
      name: firstName,
      diagnosis: diagnosis === undefined ? '' : cardWords.diagnoses[diagnosis],
      severity: severityOf(view?.condition?.factorLevel),
      inhibitor: '',
      product: view?.planned[0]?.productName ?? view?.lastTreatment?.productName ?? '',
      centre: numbers?.name ?? '',
      emergencyPhone: numbers?.emergencyPhone ?? '',
      note: '',
    },
    shown: ['name', 'diagnosis', 'severity', 'product', 'centre', 'emergencyPhone'],
  };
}
