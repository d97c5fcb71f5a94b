import type { Relation } from './vocabulary.ts';

/** From whom something is withheld. */
export interface WithheldFrom {
  /** Everybody linked who is not the patient, also those linked later. */
  readonly carers: boolean;
  /** Named accounts. */
  readonly accounts: readonly string[];
  /** Named other centres that the diary is shared with. */
  readonly centres: readonly string[];
}

/** Whoever reads a diary. From the patient's own centre nothing is withheld. */
export type Reader =
  | { readonly kind: 'own-centre' }
  | { readonly kind: 'other-centre'; readonly centre: string }
  /** `relation` is missing for someone who is no longer linked. */
  | { readonly kind: 'person'; readonly account: string; readonly relation: Relation | undefined };

/** Whether something withheld from these is withheld from this reader. */
export const isWithheldFrom = (from: WithheldFrom, reader: Reader): boolean => {
  switch (reader.kind) {
    case 'own-centre':
      return false;
    case 'other-centre':
      return from.centres.includes(reader.centre);
    case 'person':
      return (from.carers && reader.relation !== 'self') || from.accounts.includes(reader.account);
  }
};
