import type { Amount } from './amount.ts';
import type { IsoInstant, LocalDate, Weekday } from './calendar-day.ts';

/** When the doses of a regimen fall, counted from its anchor date. */
export type Schedule =
  | { readonly everyDays: number }
  | { readonly everyWeeks: number }
  | { readonly weekdays: readonly Weekday[] };

export const SCHEDULED_REGIMEN_KINDS = ['routine', 'temporary', 'immune-tolerance'] as const;
export const UNSCHEDULED_REGIMEN_KINDS = ['bleed', 'on-demand'] as const;

/** A different start of the same regimen: runs from its own anchor until the regimen's anchor date. */
export interface LoadingPhase {
  readonly anchorDate: LocalDate;
  readonly schedule: Schedule;
  readonly dosesPerDay: number;
  readonly amount: Amount;
}

export interface ScheduledRegimen {
  readonly kind: (typeof SCHEDULED_REGIMEN_KINDS)[number];
  readonly productId: string;
  readonly amount: Amount;
  /** First day of the schedule, which also sets its phase; may lie before the plan's effective date. */
  readonly anchorDate: LocalDate;
  readonly schedule: Schedule;
  readonly dosesPerDay: number;
  /** Last day, included. */
  readonly endDate?: LocalDate;
  readonly loading?: LoadingPhase;
  /** Temporary only: while it runs, the routine regimens of the plan rest. Otherwise it adds to them. */
  readonly replacesRoutine?: boolean;
}

export interface UnscheduledRegimen {
  readonly kind: (typeof UNSCHEDULED_REGIMEN_KINDS)[number];
  readonly productId: string;
  readonly amount: Amount;
}

export type Regimen = ScheduledRegimen | UnscheduledRegimen;

/**
 * A prescription from a day on. Never edited: a change is a new plan. A plan without regimens ends the one before.
 */
export interface Plan {
  readonly id: string;
  readonly effectiveFrom: LocalDate;
  /** Decides between two plans of the same effective date: the later one corrects the earlier. */
  readonly recordedAt: IsoInstant;
  readonly author: string;
  readonly regimens: readonly Regimen[];
  readonly weight?: { readonly kg: number; readonly measuredOn: LocalDate };
}

/** One dose the plan asks for. `ordinal` numbers the doses of one product on one day, from 1. */
export interface PlannedDose {
  readonly date: LocalDate;
  readonly ordinal: number;
  readonly productId: string;
  readonly amount: Amount;
  /** Shortest gap of the schedule the dose belongs to, in days: decides how far off a treatment may be. */
  readonly intervalDays: number;
}

/** The plan in force on a day: the one with the latest effective date not after it. */
export function planInForce(plans: readonly Plan[], date: LocalDate): Plan | undefined {
  let inForce: Plan | undefined;
  for (const plan of plans) {
    if (plan.effectiveFrom > date) continue;
    if (inForce === undefined || comparePlans(plan, inForce) > 0) inForce = plan;
  }
  return inForce;
}

/** Orders plans by effective date, then by when they were recorded, then by id. */
export function comparePlans(a: Plan, b: Plan): number {
  return (
    compareText(a.effectiveFrom, b.effectiveFrom) ||
    compareText(a.recordedAt, b.recordedAt) ||
    compareText(a.id, b.id)
  );
}

export function isScheduled(regimen: Regimen): regimen is ScheduledRegimen {
  return 'schedule' in regimen;
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
