import { findProduct } from '#catalogue/catalogue.ts';
import type { RecallPerson } from '#contracts/recall.ts';
import { normaliseBatch } from '#domain/batch.ts';
import { type Plan, planInForce } from '#domain/plan.ts';
import { isNearBatch } from '#domain/stock/near-batch.ts';
import type { BlindSpot } from '#domain/stock/recall-words.ts';
import type { entry } from '#table/entities/diary.ts';
import type { state } from '#table/entities/state.ts';
import type { recall } from '#table/entities/stock.ts';
import type { Fields, Stored } from '#table/entity.ts';
import type { Row } from './move-stock.ts';

/** What the record says of one patient. */
export interface Recorded {
  readonly found: Stored<typeof state>;
  readonly plans: readonly Plan[];
  readonly rows: readonly Row[];
  readonly entries: readonly Fields<typeof entry>[];
  readonly today: string;
}

interface Given {
  readonly product: string;
  readonly batch: string | undefined;
  readonly day: string;
}

const givenIn = (entries: Recorded['entries']): Given[] =>
  entries.flatMap(({ data, day, voided }) => {
    if (data.kind !== 'treatment' || voided !== undefined || data.product.kind !== 'catalogue') return [];
    const { id } = data.product;
    return data.containers.flatMap(({ batch }) =>
      batch.kind === 'not-needed'
        ? []
        : [{ product: id, batch: batch.kind === 'known' ? batch.number : undefined, day }],
    );
  });

/** The same batch under another product, or one that differs by a character. */
const isNear = (one: { readonly product: string; readonly batch: string }, called: Fields<typeof recall>) =>
  one.product === called.product
    ? isNearBatch(one.batch, called.batch)
    : normaliseBatch(one.batch) === called.normalisedBatch;

/**
 * Why somebody may hold or have used a recalled batch though no record says so; nothing where the record is whole, or they
 * have nothing to do with the product.
 */
export function blindSpots(
  called: Fields<typeof recall>,
  { found, plans, rows, entries, today }: Recorded,
): Pick<RecallPerson, 'blind' | 'near'> {
  const given = givenIn(entries);
  const named = [...given, ...rows.map(({ product, batch }) => ({ product, batch }))].flatMap(
    ({ product, batch }) => (batch === undefined ? [] : [{ product, batch }]),
  );
  const near = [
    ...new Map(
      named
        .filter((one) => isNear(one, called))
        .map(({ product, batch }) => [
          `${product}/${normaliseBatch(batch)}`,
          { productName: findProduct(product)?.name ?? product, batch },
        ]),
    ).values(),
  ];
  const isPlanned =
    planInForce(plans, today)?.regimens.some(({ productId }) => productId === called.product) === true;
  const uses = isPlanned || named.some(({ product }) => product === called.product);
  const isUnknown = given.some(({ product, batch }) => product === called.product && batch === undefined);
  const lastDay = entries.reduce(
    (last, { day, voided }) => (voided === undefined && day > last ? day : last),
    '',
  );
  const spots: readonly (readonly [BlindSpot, boolean])[] = [
    ['near-match', near.length > 0],
    ['batch-not-known', isUnknown],
    ['not-recorded-since', uses && lastDay < called.since],
    ['paper-pending', uses && found.channel === 'paper' && (found.paperForm?.to ?? '') > lastDay],
  ];
  return {
    blind: spots.flatMap(([spot, is]) => (is ? [spot] : [])),
    ...(near.length === 0 ? {} : { near }),
  };
}
