import { findProduct } from '#catalogue/catalogue.ts';
import { drawsOf, mergedDraws } from '#domain/stock/stock-draws.ts';
import { entry } from '#table/entities/diary.ts';
import type { state } from '#table/entities/state.ts';
import type { Stored } from '#table/entity.ts';
import type { Context } from '#usecases/ports/context.ts';
import type { Mark, Sight } from '#usecases/withheld/sight.ts';
import { drawnBy } from './draw-acts.ts';
import type { Row } from './move-stock.ts';
import type { DatedDraw } from './shelf.ts';

type Entry = Stored<typeof entry>;

/**
 * The stock as a reader may know it: what a treatment took that is withheld from them is still there for them, or the
 * count itself would tell of it. Reads only where something is withheld.
 */
export const rowsSeen = async (
  { store }: Pick<Context, 'store'>,
  found: Stored<typeof state>,
  rows: readonly Row[],
  { marks, sight }: { readonly marks: readonly Mark[]; readonly sight: Sight },
): Promise<readonly Row[]> => {
  const hidden = marks.filter(({ what, about }) => what === 'entry' && !sight.sees(about));
  if (hidden.length === 0 || rows.length === 0) return rows;
  const { centre, patient } = found;
  const entries = await Promise.all(
    hidden.map(({ about }) => store.get(entry, entry.key({ centre, patient, entry: about }))),
  );
  const unseen = mergedDraws(entries.flatMap((item) => (item === undefined ? [] : drawnBy(item, found))));
  return rows.map((row) => {
    const draw = unseen.find(
      (one) =>
        one.productId === row.product &&
        one.normalisedBatch === row.normalisedBatch &&
        one.strength === row.strength,
    );
    return draw === undefined
      ? row
      : { ...row, count: row.count + draw.count, drawn: Math.max(0, row.drawn - draw.drawn) };
  });
};

/** What entries took, each with its day, oldest first. */
export const datedDraws = (entries: readonly Entry[]): DatedDraw[] =>
  entries
    .toSorted((a, b) => a.instantAt.localeCompare(b.instantAt))
    .flatMap(({ data, day, voided }) =>
      data.kind !== 'treatment' || voided !== undefined || data.product.kind !== 'catalogue'
        ? []
        : drawsOf(data, findProduct(data.product.id)).map((draw) => ({ ...draw, day })),
    );

/** The products of a day's treatments, each as often as it was given. */
export const treatedOn = (entries: readonly Entry[], today: string): string[] =>
  entries.flatMap(({ data, day, voided }) =>
    data.kind === 'treatment' && day === today && voided === undefined && data.product.kind === 'catalogue'
      ? [data.product.id]
      : [],
  );
