import { addDays, type LocalDate } from './calendar-day.ts';
import type { Evidence } from './evidence.ts';
import { matchDoses, type MatchRules } from './match-doses.ts';
import type { Plan } from './plan.ts';
import { plannedDoses } from './planned-doses.ts';

export interface RecordedShare {
  readonly planned: number;
  readonly recorded: number;
  /** 0 to 100, not rounded; missing ("not applicable") when nothing was planned. Never called adherence. */
  readonly percent?: number;
}

/** Doses around the window are matched too, so that a treatment at its edge is not counted for the wrong dose. */
const EDGE_DAYS = 28;

/**
 * The share of planned doses that were recorded between two days, both included. Marking a dose not taken accounts
 * for it but never raises the share.
 */
export function recordedPercent(
  plans: readonly Plan[],
  evidence: readonly Evidence[],
  window: { readonly from: LocalDate; readonly to: LocalDate },
  rules: MatchRules,
): RecordedShare {
  const doses = plannedDoses(plans, addDays(window.from, -EDGE_DAYS), addDays(window.to, EDGE_DAYS));
  const within = (day: LocalDate): boolean => day >= window.from && day <= window.to;
  const planned = doses.filter((dose) => within(dose.day)).length;
  const { matched } = matchDoses(doses, evidence, rules);
  const recorded = matched.filter(({ dose }) => within(dose.day)).length;
  return planned === 0 ? { planned, recorded } : { planned, recorded, percent: (100 * recorded) / planned };
}
