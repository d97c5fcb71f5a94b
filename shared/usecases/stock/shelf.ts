import { findProduct } from '#catalogue/catalogue.ts';
import type { StockRow, Supply } from '#contracts/stock.ts';
import { addDays } from '#domain/calendar-day.ts';
import type { Plan, PlannedDose } from '#domain/plan.ts';
import { plannedDoses } from '#domain/planned-doses.ts';
import type { Product } from '#domain/product.ts';
import { recallOf, type Recalled } from '#domain/stock/recalled.ts';
import { actuationsIn, contentOf, isMultiDose, leftOf } from '#domain/stock/stock-balance.ts';
import { openedOn, type Draw } from '#domain/stock/stock-draws.ts';
import { stockParameters as parameters } from '#domain/stock/stock-parameters.ts';
import { isLow, supplyLeft } from '#domain/stock/supply-left.ts';
import { freshnessOf, usableUntil } from '#domain/stock/usable-until.ts';
import type { Row } from './move-stock.ts';

/** A draw with its day, oldest first: what tells since when a pen is open. */
export interface DatedDraw extends Draw {
  readonly day: string;
}

/** All that the shelf at home is shown from. */
export interface ShelfGiven {
  readonly rows: readonly Row[];
  readonly recalls: readonly Recalled[];
  readonly today: string;
  readonly draws: readonly DatedDraw[];
}

/** Whether a draw is of that row. */
const isOf = (row: Row, draw: Draw): boolean =>
  row.product === draw.productId &&
  row.normalisedBatch === draw.normalisedBatch &&
  row.strength === draw.strength;

const openedOf = (row: Row, product: Product, draws: readonly DatedDraw[]): StockRow['opened'] => {
  const { inOpened } = leftOf(row, product, row.strength);
  if (inOpened === undefined) return undefined;
  const used = contentOf(product, row.strength) - inOpened;
  const since = openedOn(
    draws.filter((draw) => isOf(row, draw)),
    used,
  );
  const actuations = actuationsIn(product, inOpened);
  return {
    left: inOpened,
    ...(actuations === undefined ? {} : { actuations }),
    ...(since === undefined ? {} : { openedOn: since }),
  };
};

const shown = (row: Row, product: Product, { recalls, today, draws }: ShelfGiven): StockRow => {
  const opened = openedOf(row, product, draws);
  const until = usableUntil({ ...row, openedOn: opened?.openedOn }, product);
  const recalled = recallOf(recalls, row.product, row.batch);
  return {
    productId: row.product,
    productName: product.name,
    strength: row.strength,
    unit: product.unit,
    ...(row.batch === undefined ? {} : { batch: row.batch }),
    ...(row.gtin === undefined ? {} : { gtin: row.gtin }),
    count: leftOf(row, product, row.strength).count,
    ...(opened === undefined ? {} : { opened }),
    ...(row.expiresOn === undefined ? {} : { expiresOn: row.expiresOn }),
    ...(until === undefined ? {} : { usableUntil: until }),
    freshness: freshnessOf(until, today, parameters.expiringDays),
    ...(row.roomTemperatureSince === undefined ? {} : { roomTemperatureSince: row.roomTemperatureSince }),
    mayBeWarm: product.roomTemperatureMonths !== undefined,
    ...(recalled === undefined ? {} : { recalled: { since: recalled.since, note: recalled.note } }),
  };
};

const LAST = '9999-12-31';
const order = (a: StockRow, b: StockRow): number =>
  a.productName.localeCompare(b.productName, 'en') ||
  (a.usableUntil ?? LAST).localeCompare(b.usableUntil ?? LAST) ||
  b.strength - a.strength;

/** What is counted at home and not used up: by product, then the last day it may be used. */
export const shelfRows = (given: ShelfGiven): StockRow[] =>
  given.rows
    .filter(({ stockedAt }) => stockedAt !== undefined)
    .flatMap((row) => {
      const product = findProduct(row.product);
      return product === undefined ? [] : [shown(row, product, given)];
    })
    .filter(({ count }) => count !== 0)
    .sort(order);

/** What a container holds, measured as the dose is planned: combined products hold two things. */
const contentFor = (product: Product, strength: number, { amount }: PlannedDose): number => {
  if (isMultiDose(product)) return contentOf(product, strength);
  const contents = product.strengths.find(({ value }) => value === strength)?.contents;
  return contents?.find(({ moiety }) => moiety === amount.moiety)?.value ?? strength;
};

/** The doses still to come: of today's, those that a treatment of today stands for are done. */
const toCome = (doses: readonly PlannedDose[], today: string, treatedToday: readonly string[]) => {
  const done = new Map<string, number>();
  for (const product of treatedToday) done.set(product, (done.get(product) ?? 0) + 1);
  return doses.filter(({ day, productId, ordinal }) => day !== today || ordinal > (done.get(productId) ?? 0));
};

/**
 * How long each product that is counted at home lasts by the plan; what is called back serves nobody.
 *
 * @param treatedToday the products of today's treatments, each as often as it was given
 */
export const suppliesOf = (
  rows: readonly Row[],
  shelf: readonly StockRow[],
  given: {
    readonly plans: readonly Plan[];
    readonly today: string;
    readonly treatedToday: readonly string[];
  },
): Supply[] => {
  const { plans, today, treatedToday } = given;
  const planned = plannedDoses(plans, today, addDays(today, parameters.lookAheadDays));
  const doses = toCome(planned, today, treatedToday);
  const counted = [
    ...new Set(rows.filter(({ stockedAt }) => stockedAt !== undefined).map((row) => row.product)),
  ];
  return counted.flatMap((id) => {
    const product = findProduct(id);
    const ofProduct = doses.filter(({ productId }) => productId === id);
    const [first] = ofProduct;
    if (product === undefined || first === undefined) return [];
    const usable = shelf.filter((row) => row.productId === id && row.recalled === undefined && row.count > 0);
    const supplies = usable.map(({ count, strength, opened, usableUntil: until }) => {
      const content = contentFor(product, strength, first);
      const total = content * count - (opened === undefined ? 0 : content - opened.left);
      return { productId: id, content, count, multiDose: isMultiDose(product), total, usableUntil: until };
    });
    const left = supplyLeft(supplies, ofProduct, today);
    if (left === undefined) return [];
    return [
      {
        productId: id,
        productName: product.name,
        doses: left.doses,
        ...(left.runsOutOn === undefined ? {} : { runsOutOn: left.runsOutOn }),
        low: isLow(left, parameters.lowDays),
      },
    ];
  });
};
