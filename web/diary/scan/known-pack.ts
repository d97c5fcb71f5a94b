import type { MonthView } from '#contracts/diary.ts';

/** What a code's product number meant the last time, by what the diary remembers of boxes scanned before. */
export function knownPack(
  view: Pick<MonthView, 'entries'> | undefined,
  gtin: string,
): { readonly productId: string; readonly productName: string; readonly strength: number } | undefined {
  for (const entry of view?.entries.toReversed() ?? []) {
    if (entry.kind !== 'treatment' || entry.voided !== undefined || entry.product.kind !== 'catalogue')
      continue;
    const box = entry.containers.find((container) => container.gtin === gtin);
    if (box !== undefined)
      return { productId: entry.product.id, productName: entry.productName, strength: box.strength };
  }
  return undefined;
}
