import type { IsoInstant, LocalDate } from './calendar-day.ts';
import type { Unit } from './product.ts';

/** When the doses of a regimen fall, counted from its anchor. Weekdays: Monday 1 to Sunday 7. */
export type Schedule =
  | { readonly kind: 'every-days'; readonly days: number }
  | { readonly kind: 'every-weeks'; readonly weeks: number }
  | { readonly kind: 'weekdays'; readonly weekdays: readonly number[] };

export const REGIMEN_KINDS = ['routine', 'temporary', 'bleed', 'immune-tolerance', 'on-demand'] as const;
export type RegimenKind = (typeof REGIMEN_KINDS)[number];

/** What a dose should be. The plan never adds amounts, so the moiety is kept as it was written. */
export interface PlannedAmount {
  readonly value: number;
  readonly unit: Unit;
  readonly moiety: string;
}

/** A different start of the same regimen: runs from its own anchor until the regimen's anchor. */
export interface LoadingPhase {
  readonly anchor: LocalDate;
  readonly schedule: Schedule;
  readonly dosesPerDay: number;
  readonly amount: PlannedAmount;
}

export interface Regimen {
  readonly kind: RegimenKind;
  readonly productId: string;
  readonly amount: PlannedAmount;
  /** First day of the schedule, which also sets its phase; may lie before the plan's effective day. */
  readonly anchor?: LocalDate | undefined;
  /** Missing for bleeds and on demand: nothing is planned by day. */
  readonly schedule?: Schedule | undefined;
  readonly dosesPerDay: number;
  /** Last day, included. */
  readonly until?: LocalDate | undefined;
  /** Temporary only: while it runs, `replaces` lets the routine regimens of the plan rest. */
  readonly effect?: 'adds' | 'replaces' | undefined;
  readonly loading?: LoadingPhase | undefined;
}

/**
 * A prescription from a day on. Never edited: a change is a new plan. A plan without scheduled regimens ends the
 * doses of the one before.
 */
export interface Plan {
  readonly id: string;
  readonly effectiveOn: LocalDate;
  readonly regimens: readonly Regimen[];
  /** Decides between two plans of one effective day: the later one corrects the earlier. */
  readonly setAt?: IsoInstant | undefined;
}

/** One dose the plan asks for. `ordinal` numbers the doses of one product on one day, from 1. */
export interface PlannedDose {
  readonly day: LocalDate;
  readonly ordinal: number;
  readonly productId: string;
  readonly amount: PlannedAmount;
  /** Shortest gap of the schedule the dose belongs to, in days: decides how far off a treatment may be. */
  readonly intervalDays: number;
}

/** The plan in force on a day: the one with the latest effective day not after it. */
export function planInForce<P extends Plan>(plans: readonly P[], day: LocalDate): P | undefined {
  let inForce: P | undefined;
  for (const plan of plans) {
    if (plan.effectiveOn > day) continue;
    if (inForce === undefined || comparePlans(plan, inForce) > 0) inForce = plan;
  }
  return inForce;
}

/** The day the first plan takes effect, or `undefined` without any plan. */
export function planStart(plans: readonly Plan[]): LocalDate | undefined {
  return plans
    .map((plan) => plan.effectiveOn)
    .sort()
    .at(0);
}

/** Orders plans by effective day, then by when they were set, then by id, so that no two are equal. */
export function comparePlans(a: Plan, b: Plan): number {
  return (
    compareText(a.effectiveOn, b.effectiveOn) ||
    compareText(a.setAt ?? '', b.setAt ?? '') ||
    compareText(a.id, b.id)
  );
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
