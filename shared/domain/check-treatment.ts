import type { Temporal } from 'temporal-polyfill';
import type { LocalDate } from './calendar-day.ts';
import type { CentrePolicy } from './centre-policy.ts';
import type { Evidence } from './evidence.ts';
import type { Plan } from './plan.ts';
import type { Product, ProductLookup, Unit } from './product.ts';
import { treatmentBlocks } from './treatment-blocks.ts';
import { treatmentQuestions } from './treatment-questions.ts';
import type { StockRow } from './stock/stock-draws.ts';
import type { ReasonId } from './vocabulary.ts';

export interface DraftContainer {
  readonly strength: number;
  readonly count: number;
  readonly batch:
    | { readonly kind: 'known'; readonly number: string }
    | { readonly kind: 'unknown' }
    | { readonly kind: 'not-needed' };
  readonly expiresOn?: LocalDate | undefined;
}

/** A treatment about to be saved, with its time and product resolved. */
export interface TreatmentDraft {
  readonly givenAt: Temporal.Instant;
  /** The local day of the home zone it counts for. */
  readonly day: LocalDate;
  /** Missing: a product that is not in the catalogue. */
  readonly product?: Product | undefined;
  readonly containers: readonly DraftContainer[];
  readonly amount: { readonly value: number; readonly unit: Unit; readonly moiety: string };
  readonly reason: ReasonId;
  /** How many bleeds it is said to treat. */
  readonly bleedCount: number;
}

/** What the draft is held against. What a page or a write does not know is left out, and not asked about. */
export interface TreatmentSurroundings {
  readonly now: Temporal.Instant;
  readonly policy: CentrePolicy;
  readonly plans?: readonly Plan[] | undefined;
  readonly products?: ProductLookup | undefined;
  /** What is recorded around that day already, by whomever; not the entry itself when it is being corrected. */
  readonly evidence?: readonly Evidence[] | undefined;
  readonly treatments?:
    readonly { readonly productId: string; readonly givenAt: Temporal.Instant }[] | undefined;
  /**
   * How many containers of a batch may be of the stock at home, by its count; `undefined` where nobody counts it. A
   * product without batches has `NO_BATCH`.
   */
  readonly leftAtHome?: ((row: StockRow) => number | undefined) | undefined;
  readonly isRecalled?: ((productId: string, batch: string) => boolean) | undefined;
}

export const TREATMENT_BLOCKS = [
  'in-the-future',
  'not-above-zero',
  'not-a-step',
  'too-much',
  'more-than-containers',
  'not-this-products',
  'empty',
] as const;
export type TreatmentBlock = (typeof TREATMENT_BLOCKS)[number];

export const TREATMENT_QUESTIONS = [
  'long-ago',
  'less-than-half-of-plan',
  'more-than-twice-plan',
  'product-not-in-plan',
  'unit-not-in-plan',
  'expired',
  'recalled',
  'more-than-at-home',
  'possible-duplicate',
  'dose-already-recorded',
] as const;
export type TreatmentQuestion = (typeof TREATMENT_QUESTIONS)[number];

/** `pointer` is a JSON pointer into the treatment as it is sent. */
export type TreatmentFinding =
  | { readonly severity: 'block'; readonly code: TreatmentBlock; readonly pointer: string }
  | { readonly severity: 'ask'; readonly code: TreatmentQuestion; readonly pointer: string };

/**
 * What is impossible about a treatment (refused) and what is unlikely (asked, can be passed; never advice). Blocks
 * come first.
 */
export function checkTreatment(
  draft: TreatmentDraft,
  surroundings: TreatmentSurroundings,
): readonly TreatmentFinding[] {
  return [
    ...treatmentBlocks(draft, surroundings).map((block) => ({ severity: 'block' as const, ...block })),
    ...treatmentQuestions(draft, surroundings).map((question) => ({ severity: 'ask' as const, ...question })),
  ];
}
