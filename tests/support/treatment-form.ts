import { emptyBleed } from '../../web/diary/bleed/bleed-values.ts';
import { emptyContainer, type TreatmentValues } from '../../web/diary/treatment/treatment-values.ts';

/** The form of a treatment as a page holds it: two vials of Elocta on an autumn morning, everything filled in. */
export const treatmentForm: TreatmentValues = {
  id: 'entry-1',
  newBleedId: 'bleed-1',
  productId: 'elocta',
  otherName: '',
  unit: 'IU',
  moiety: 'FVIII',
  containers: [{ ...emptyContainer, strength: '1000', count: '2', batch: ' AB12 ' }],
  amount: '2000',
  amountTyped: false,
  date: '2026-11-20',
  time: '07:30',
  zone: 'Europe/London',
  fold: '',
  reason: 'prophylaxis',
  bleeds: [],
  isNewBleed: false,
  newBleed: emptyBleed('2026-11-20', '07:30'),
  place: 'home',
  fromHomeStock: true,
  boxOf: '',
  note: '',
};
