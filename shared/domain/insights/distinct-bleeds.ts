import type { ProductLookup } from '../product.ts';
import type { RecordedBleed, RecordedTreatment } from './insight-facts.ts';

/** One bleed, however many entries tell of it. */
export interface DistinctBleed extends RecordedBleed {
  /** Treated with a factor or bypassing agent, under any of its entries. */
  readonly treated: boolean;
}

/**
 * Every bleed once. An entry that the person said is the same as an earlier one is part of that bleed, which keeps its
 * own day; where the earlier one is gone from the diary, the later stands for it.
 */
export function distinctBleeds(
  bleeds: readonly RecordedBleed[],
  treatments: readonly RecordedTreatment[],
  products: ProductLookup,
): DistinctBleed[] {
  const byId = new Map(bleeds.map((bleed) => [bleed.id, bleed]));
  const treatedIds = new Set(
    treatments
      .filter(({ productId }) => productId !== undefined && products(productId)?.factor === true)
      .flatMap((treatment) => treatment.bleeds.map((id) => firstOf(id, byId))),
  );
  return [...byId.values()]
    .filter(({ id }) => firstOf(id, byId) === id)
    .map((bleed) => ({ ...bleed, treated: treatedIds.has(bleed.id) }));
}

/** The first entry of the bleed that an entry belongs to. Two that name each other stay two: neither is lost. */
function firstOf(id: string, byId: ReadonlyMap<string, RecordedBleed>): string {
  const seen = new Set([id]);
  let first = id;
  for (;;) {
    const before = byId.get(first)?.sameAs;
    if (before === undefined || !byId.has(before)) return first;
    if (seen.has(before)) return id;
    seen.add(before);
    first = before;
  }
}
