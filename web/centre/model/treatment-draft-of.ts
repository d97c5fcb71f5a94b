import type { Treatment } from '#contracts/entries.ts';
import { scannedCodeOf } from './kept-of-entry.ts';
import type { TreatmentDraft } from './treatment-draft.ts';
import { typedDay } from './typed-day.ts';

/** The form of a treatment that is to be corrected. */
export function treatmentDraftOf(entry: Treatment): TreatmentDraft {
  const [day = '', time = ''] = entry.when.local.split('T');
  const productId = entry.product.kind === 'catalogue' ? entry.product.id : 'other';
  return {
    day: typedDay(day),
    time,
    was: entry.when,
    productId,
    otherName: entry.product.kind === 'other' ? entry.product.name : '',
    unit: entry.amount.unit,
    moiety: entry.amount.moiety,
    lines: entry.containers.map((container) => {
      const { strength, count, batch, expiresOn } = container;
      return {
        strength: String(strength),
        count: String(count),
        batch: batch.kind === 'known' ? batch.number : '',
        batchUnknown:
          batch.kind === 'unknown' ? batch.reason : batch.kind === 'not-needed' ? 'not-needed' : '',
        expiresOn: expiresOn ?? '',
        scanned: scannedCodeOf(container, productId),
      };
    }),
    amount: String(entry.amount.value),
    reason: entry.reason,
    bleeds: entry.bleeds,
    place: entry.place,
    fromHomeStock: entry.fromHomeStock,
    note: entry.note ?? '',
  };
}
