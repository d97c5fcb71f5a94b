import {
  CONTAINER_KINDS,
  DATA_SOURCES,
  MOIETIES,
  PRODUCT_CLASSES,
  PRODUCT_ROUTES,
  UNITS,
  type Content,
  type DataSource,
  type Moiety,
  type Product,
  type Strength,
} from '#domain/product.ts';
import data from './products.json' with { type: 'json' };

type Row = (typeof data.products)[number];

/** The local day from which this list counts. */
export const catalogueEffectiveFrom: string = data.effectiveFrom;

/** Every product of the catalogue, in its order. Loading throws when the data name a unit or class we do not know. */
export const products: readonly Product[] = data.products.map(productOf);

const byId = new Map(products.map((product) => [product.id, product]));

/** The product of that id, or `undefined` (other products, ids of a newer catalogue). */
export function findProduct(id: string): Product | undefined {
  return byId.get(id);
}

function productOf(row: Row): Product {
  const productClass = known(PRODUCT_CLASSES, row.class);
  const nonFactor = row.nonFactor ?? false;
  const moieties = row.moiety.split('+').map((moiety) => known(MOIETIES, moiety));
  return {
    id: row.id,
    name: row.name,
    substance: row.substance,
    class: productClass,
    maker: row.maker,
    unit: known(UNITS, row.unit),
    moieties,
    step: row.step,
    strengths: strengthsOf(row, moieties),
    route: known(PRODUCT_ROUTES, row.route),
    container: known(CONTAINER_KINDS, row.container),
    nonFactor,
    factor: !nonFactor && productClass !== 'Adjunct',
    batchRequired: !(row.batchOptional ?? false),
    source: known(DATA_SOURCES, row.source),
    hardLimit: row.hardLimit,
    duplicateIntervalMinutes: row.duplicateIntervalMinutes,
    limitsSource: known(DATA_SOURCES, row.limitsSource),
    ...(row.roomTemperatureMonths === undefined ? {} : { roomTemperatureMonths: row.roomTemperatureMonths }),
    ...(row.inUseDays === undefined ? {} : { inUseDays: row.inUseDays }),
    ...(row.perActuation === undefined ? {} : { perActuation: row.perActuation }),
    ...(row.actuations === undefined ? {} : { actuations: row.actuations }),
  };
}

/** The confirmed strengths first, then those still to be confirmed, smallest first. */
function strengthsOf(row: Row, moieties: readonly Moiety[]): Strength[] {
  const source = known(DATA_SOURCES, row.source);
  const listed = (row.strengths ?? []).map((value, index) => strength(value, source, contentsOf(row, index)));
  const doubtful = (row.strengthsUnconfirmed ?? []).map((value) => strength(value, 'unconfirmed', undefined));
  return [...listed, ...doubtful].sort((a, b) => a.value - b.value);

  function strength(value: number, from: DataSource, contents: Content[] | undefined): Strength {
    return { value, source: from, contents: contents ?? moieties.map((moiety) => ({ moiety, value })) };
  }
}

/** What a combined product's container holds of each moiety; `undefined` for the others. */
function contentsOf(row: Row, index: number): Content[] | undefined {
  const contents = row.contents?.[index];
  if (contents === undefined) return undefined;
  return Object.entries(contents).map(([moiety, value]) => ({ moiety: known(MOIETIES, moiety), value }));
}

function known<const T extends string>(allowed: readonly T[], text: string): T {
  const found = allowed.find((value) => value === text);
  if (found === undefined)
    throw new Error(`the catalogue says "${text}", which is none of ${allowed.join(', ')}`);
  return found;
}
