import { dayNumber } from './calendar-day.ts';
import type { CentrePolicy } from './centre-policy.ts';
import type { Evidence } from './evidence.ts';
import type { PlannedDose } from './plan.ts';
import type { ProductLookup } from './product.ts';
import type { ReasonId } from './vocabulary.ts';

export type MatchPolicy = Pick<
  CentrePolicy,
  'toleranceDailyDays' | 'toleranceShortDays' | 'toleranceLongDays' | 'matchByClass'
>;

export interface MatchRules {
  readonly policy: MatchPolicy;
  readonly products: ProductLookup;
}

export interface DoseMatches {
  readonly matched: readonly { readonly dose: PlannedDose; readonly entryId: string }[];
  /** Marked not taken and not recorded all the same. */
  readonly notTaken: readonly PlannedDose[];
  /** Neither recorded nor marked. */
  readonly open: readonly PlannedDose[];
}

const PLANNED_REASONS: readonly ReasonId[] = ['prescribed', 'prophylaxis', 'immune-tolerance'];
const BLEED_REASONS: readonly ReasonId[] = ['new-bleed', 'bleed-follow-up'];

/**
 * Gives each planned dose at most one treatment and each treatment at most one dose, as many as possible.
 *
 * Which doses stay open does not depend on the order of anything: doses are served oldest first, and one that has a
 * treatment keeps having one (though perhaps another). Sets of doses that can be served together form a matroid, so
 * this greedy choice is also the largest, and one treatment more never opens a dose that was closed. Doses marked
 * not taken are served last: a mark never takes a treatment away from a dose that needs it.
 */
export function matchDoses(
  doses: readonly PlannedDose[],
  evidence: readonly Evidence[],
  rules: MatchRules,
): DoseMatches {
  const ordered = [...doses].sort(compareDoses);
  const marked = new Set(ordered.filter((dose) => isMarkedNotTaken(dose, evidence)));
  const matching = new Matching(treatmentsByDay(evidence), rules);
  for (const dose of ordered) if (!marked.has(dose)) matching.serve(dose);
  for (const dose of marked) matching.serve(dose);

  const byDose = matching.entryByDose();
  const matched = ordered.flatMap((dose) => {
    const entryId = byDose.get(dose);
    return entryId === undefined ? [] : [{ dose, entryId }];
  });
  const unserved = ordered.filter((dose) => !byDose.has(dose));
  return {
    matched,
    notTaken: unserved.filter((dose) => marked.has(dose)),
    open: unserved.filter((dose) => !marked.has(dose)),
  };
}

/** How many local days a treatment may be from the planned day, by the interval of the schedule. */
export function toleranceDays(intervalDays: number, policy: MatchPolicy): number {
  if (intervalDays <= 1) return policy.toleranceDailyDays;
  return intervalDays < 7 ? policy.toleranceShortDays : policy.toleranceLongDays;
}

/**
 * May this treatment stand for this dose, days aside? A treatment given for a bleed stands for a dose when both are
 * factors of one class. A non-factor product is replaced by nothing, not even by another of its class.
 */
export function mayStandFor(
  treatment: Pick<Evidence, 'kind' | 'productId' | 'reason'>,
  dose: Pick<PlannedDose, 'productId'>,
  rules: MatchRules,
): boolean {
  const { productId, reason } = treatment;
  if (treatment.kind !== 'treatment' || productId === undefined || reason === undefined) return false;
  if (PLANNED_REASONS.includes(reason)) {
    return productId === dose.productId || (rules.policy.matchByClass && sameFactorClass());
  }
  return BLEED_REASONS.includes(reason) && sameFactorClass();

  function sameFactorClass(): boolean {
    const given = productId === undefined ? undefined : rules.products(productId);
    const planned = rules.products(dose.productId);
    if (given === undefined || planned === undefined) return false;
    return given.factor && planned.factor && given.class === planned.class;
  }
}

/** Kuhn's algorithm: a dose takes a free treatment, or one whose dose can move to another. */
class Matching {
  readonly #treatments: ReadonlyMap<number, readonly Evidence[]>;
  readonly #rules: MatchRules;
  readonly #doseOf = new Map<Evidence, PlannedDose>();

  constructor(treatments: ReadonlyMap<number, readonly Evidence[]>, rules: MatchRules) {
    this.#treatments = treatments;
    this.#rules = rules;
  }

  serve(dose: PlannedDose): void {
    this.#augment(dose, new Set());
  }

  entryByDose(): Map<PlannedDose, string> {
    return new Map([...this.#doseOf].map(([treatment, dose]) => [dose, treatment.id]));
  }

  #augment(dose: PlannedDose, tried: Set<Evidence>): boolean {
    for (const treatment of this.#candidates(dose)) {
      if (tried.has(treatment)) continue;
      tried.add(treatment);
      const holder = this.#doseOf.get(treatment);
      if (holder === undefined || this.#augment(holder, tried)) {
        this.#doseOf.set(treatment, dose);
        return true;
      }
    }
    return false;
  }

  /** The planned day first, then one day off, the earlier before the later. */
  *#candidates(dose: PlannedDose): Generator<Evidence> {
    const planned = dayNumber(dose.day);
    const tolerance = toleranceDays(dose.intervalDays, this.#rules.policy);
    for (let off = 0; off <= tolerance; off += 1) {
      for (const day of off === 0 ? [planned] : [planned - off, planned + off]) {
        for (const treatment of this.#treatments.get(day) ?? []) {
          if (mayStandFor(treatment, dose, this.#rules)) yield treatment;
        }
      }
    }
  }
}

function treatmentsByDay(evidence: readonly Evidence[]): Map<number, Evidence[]> {
  const byId = new Map(evidence.filter(({ kind }) => kind === 'treatment').map((item) => [item.id, item]));
  const inOrder = [...byId.values()].sort((a, b) => compareText(a.id, b.id));
  const byDay = new Map<number, Evidence[]>();
  for (const treatment of inOrder) {
    const day = dayNumber(treatment.from);
    byDay.set(day, [...(byDay.get(day) ?? []), treatment]);
  }
  return byDay;
}

function isMarkedNotTaken(dose: PlannedDose, evidence: readonly Evidence[]): boolean {
  return evidence.some(
    (mark) =>
      mark.kind === 'not-taken' &&
      mark.from <= dose.day &&
      dose.day <= mark.to &&
      (mark.productId === undefined || mark.productId === dose.productId),
  );
}

function compareDoses(a: PlannedDose, b: PlannedDose): number {
  return compareText(a.day, b.day) || compareText(a.productId, b.productId) || a.ordinal - b.ordinal;
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
