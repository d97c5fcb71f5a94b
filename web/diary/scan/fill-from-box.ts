import type { ListedProduct } from 'virtual:products';
import type { MonthView } from '#contracts/diary.ts';
import { boxName, type ScannedBox } from '../../shared/scan/known-box.ts';
import { scanWords as words } from '../../shared/words/en/scan.ts';
import {
  type ContainerValues,
  emptyContainer,
  type TreatmentValues,
  withProduct,
} from '../treatment/treatment-values.ts';

interface Filled {
  readonly values: TreatmentValues;
  readonly said: string;
  /** The id of the field that the code doesn't fill. */
  readonly next?: string;
}

const MOST_ROWS = 20;

const isSame = (row: ContainerValues, { pack }: ScannedBox): boolean =>
  row.gtin === pack.gtin && row.batch === (pack.batch ?? '') && row.serial === pack.serial;

/** The row a box goes into: one that nobody has said anything about for this entry, of its strength if there is one. */
function placeOf(rows: readonly ContainerValues[], { strength }: ScannedBox): number {
  const free = rows.flatMap((row, index) => (row.isOwn === true ? [] : [index]));
  const fitting = free.find((index) => Number(rows[index]?.strength) === strength);
  return fitting ?? free[0] ?? rows.length;
}

/** How many a row says stays where it is the same kind of box; a repeated treatment may be of two vials. */
function rowOf(before: ContainerValues, { pack, strength }: ScannedBox): ContainerValues {
  const isSameKind = Number(before.strength) === strength && pack.serial === undefined;
  return {
    ...emptyContainer,
    count: isSameKind ? before.count : '1',
    strength: String(strength),
    batch: pack.batch ?? '',
    expiresOn: pack.expiresOn ?? '',
    gtin: pack.gtin,
    serial: pack.serial,
    isOwn: true,
    ...(pack.batch === undefined ? { batchlessCode: true } : {}),
  };
}

/**
 * A treatment with a scanned box in it. Each scan is a box: what was only filled in before gives way to the first,
 * further ones get rows of their own. A box of another product changes the product, unless boxes were scanned or typed for
 * this entry already: one treatment is of one product.
 */
export function fillFromBox(
  values: TreatmentValues,
  box: ScannedBox,
  {
    view,
    products,
  }: {
    readonly view: Pick<MonthView, 'plan' | 'lastTreatment'>;
    readonly products: readonly ListedProduct[];
  },
): Filled {
  const name = boxName(box, products);
  const { containers } = values;
  if (containers.some((row) => row.isOwn === true && isSame(row, box))) return { values, said: words.same };
  const isOther = box.productId !== values.productId;
  if (isOther && containers.some(({ isOwn }) => isOwn === true))
    return { values, said: words.otherProduct(name) };
  const wasChosen = values.productId !== '';
  const base = isOther
    ? {
        ...withProduct(
          values,
          view,
          products.find(({ id }) => id === box.productId),
        ),
        containers: [emptyContainer],
      }
    : values;
  const at = placeOf(base.containers, box);
  if (at >= MOST_ROWS) return { values, said: words.tooMany };
  const rows = [...base.containers];
  const before = rows[at] ?? emptyContainer;
  rows[at] = rowOf(before, box);
  // The dose that was filled in was made of other boxes.
  const isOtherSize = before.strength !== '' && Number(before.strength) !== box.strength;
  const inPlan = view.plan?.regimens.some(({ productId }) => productId === box.productId) ?? true;
  const said = [
    ...(isOther && wasChosen ? [words.changed] : []),
    words.filled(name),
    ...(inPlan ? [] : [words.notInPlan]),
    ...(box.pack.batch === undefined ? [words.noBatch] : []),
  ].join(' ');
  return {
    values: { ...base, containers: rows, ...(isOtherSize ? { amountTyped: false } : {}) },
    said,
    ...(box.pack.batch === undefined ? { next: `containers-${String(at)}-batch` } : {}),
  };
}
