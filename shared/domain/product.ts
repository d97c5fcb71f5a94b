/** What the catalogue says of a product. The data live outside the domain; this is their shape. */

export const UNITS = ['IU', 'U', 'mg', 'g', 'ug'] as const;
export type Unit = (typeof UNITS)[number];

/**
 * What is measured. `unmapped` is a product the catalogue does not hold: its amounts are added to nothing, because
 * two of them may be two different things.
 */
export const MOIETIES = [
  'FVIII',
  'FIX',
  'VWF',
  'FVIIa',
  'aPCC',
  'porcine FVIII',
  'FX',
  'FXIII',
  'FXIII A-subunit',
  'fibrinogen',
  'emicizumab',
  'concizumab',
  'marstacimab',
  'tranexamic acid',
  'desmopressin',
  'unmapped',
] as const;
export type Moiety = (typeof MOIETIES)[number];

export const PRODUCT_CLASSES = [
  'FVIII standard half-life',
  'FVIII extended half-life',
  'FIX standard half-life',
  'FIX extended half-life',
  'Bypassing agent',
  'Porcine FVIII',
  'FVIII mimetic',
  'Rebalancing agent',
  'VWF',
  'VWF with FVIII',
  'FX',
  'FXIII A-subunit',
  'FXIII',
  'Fibrinogen',
  'Adjunct',
] as const;
export type ProductClass = (typeof PRODUCT_CLASSES)[number];

export const PRODUCT_ROUTES = ['intravenous', 'subcutaneous', 'oral', 'intranasal'] as const;
export type ProductRoute = (typeof PRODUCT_ROUTES)[number];

export const CONTAINER_KINDS = ['single-dose', 'multi-dose pen', 'multi-dose spray'] as const;
export type ContainerKind = (typeof CONTAINER_KINDS)[number];

/** `label`: read in a product label. `unconfirmed`: shown marked, for the centre's pharmacist to confirm. */
export const DATA_SOURCES = ['label', 'unconfirmed'] as const;
export type DataSource = (typeof DATA_SOURCES)[number];

/** How much of one moiety a container of the given strength holds. */
export interface Content {
  readonly moiety: Moiety;
  readonly value: number;
}

/** One size of container. A combined product holds several moieties; the first is the one printed on the pack. */
export interface Strength {
  readonly value: number;
  readonly contents: readonly Content[];
  readonly source: DataSource;
}

/** The little that matching a treatment to a planned dose needs to know of a product. */
export interface MatchProduct {
  readonly id: string;
  readonly class: ProductClass;
  /** A clotting factor or bypassing agent: a bleed treatment with it can stand for that day's planned dose. */
  readonly factor: boolean;
}

export interface Product extends MatchProduct {
  readonly name: string;
  readonly substance: string;
  readonly maker: string;
  readonly unit: Unit;
  /** The moieties an amount may be entered in; more than one for combined products, where the plan fixes which. */
  readonly moieties: readonly Moiety[];
  /** The smallest amount that can be entered, in `unit`. */
  readonly step: number;
  readonly strengths: readonly Strength[];
  readonly route: ProductRoute;
  readonly container: ContainerKind;
  /** Emicizumab and rebalancing agents: never replaced or rescheduled by a bleed treatment. */
  readonly nonFactor: boolean;
  readonly batchRequired: boolean;
  readonly source: DataSource;
  /** Most that one administration may hold, in `unit` of the first moiety; more is refused. */
  readonly hardLimit: number;
  /** A second administration of the same product sooner than this is asked about as a possible duplicate. */
  readonly duplicateIntervalMinutes: number;
  readonly limitsSource: DataSource;
  /** Months the product may be kept out of the refrigerator, once. */
  readonly roomTemperatureMonths?: number;
  /** Multi-dose containers: days one may be used after it was opened. */
  readonly inUseDays?: number;
  /** Sprays: what one actuation gives, in `unit`, and how many a container holds. */
  readonly perActuation?: number;
  readonly actuations?: number;
}

/** Finds a product by id; `undefined` for "other product" and for ids no catalogue holds. */
export type ProductLookup = (productId: string) => MatchProduct | undefined;
