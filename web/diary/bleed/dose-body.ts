import { treatmentBody, type TreatmentUnsent } from '../treatment/treatment-body.ts';
import type { TreatmentValues } from '../treatment/treatment-values.ts';
import type { BleedValues } from './bleed-values.ts';

/** A bleed with its treatment, where that was the one they always take. */
export interface BleedFormValues extends BleedValues {
  /** Of the entry that is sent: the bleed, or the treatment it comes with. */
  readonly id: string;
  readonly bleedId: string;
  readonly treated: 'no' | 'last' | 'other';
  readonly dose: TreatmentValues;
}

/** The treatment for it as the API takes it: with the new bleed, or for the earlier one that it is the same as. */
export function doseBody({ dose, bleedId, ...bleed }: BleedFormValues): TreatmentUnsent {
  const { sameAs } = bleed;
  return treatmentBody(
    sameAs === ''
      ? { ...dose, reason: 'new-bleed', bleeds: [], isNewBleed: true, newBleed: bleed, newBleedId: bleedId }
      : { ...dose, reason: 'bleed-follow-up', bleeds: [sameAs], isNewBleed: false },
  );
}
