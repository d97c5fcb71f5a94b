import type { InsightFacts, RecordedBleed, RecordedTreatment } from '#domain/insights/insight-facts.ts';
import type { Plan } from '#domain/plan.ts';
import type { entry } from '#table/entities/diary.ts';
import type { Stored } from '#table/entity.ts';
import { evidenceFrom } from '#usecases/recording/facts.ts';

type Entry = Stored<typeof entry>;

/**
 * What insights are reckoned from.
 *
 * @param entries on their true days, to reckon with
 * @param shown the same entries on the days the reader is told
 */
export const insightFactsOf = (
  plans: readonly Plan[],
  entries: readonly Entry[],
  shown: readonly Entry[],
): InsightFacts => {
  const bleeds: RecordedBleed[] = [];
  const treatments: RecordedTreatment[] = [];
  for (const { entry: id, day, data, voided, source, instantAt, typedAt } of shown) {
    if (voided !== undefined) continue;
    if (data.kind === 'bleed') {
      const { site, side, cause, sameAs } = data;
      bleeds.push({ id, day, site, side, cause, sameAs });
    } else if (data.kind === 'treatment') {
      treatments.push({
        id,
        day,
        productId: data.product.kind === 'catalogue' ? data.product.id : undefined,
        productName: data.productName,
        amount: data.amount,
        bleeds: data.bleeds,
        givenAt: instantAt,
        typedAt,
        online: source === 'web' || source === 'offline',
      });
    }
  }
  return { plans, evidence: evidenceFrom(entries), bleeds, treatments };
};
