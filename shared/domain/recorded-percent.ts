import { addDays, type LocalDate } from './calendar-day.ts';
import type { Evidence } from './evidence.ts';
import { matchDoses, type DoseMatches, type MatchRules } from './match-doses.ts';
import type { Plan, PlannedDose } from './plan.ts';
import { plannedDoses } from './planned-doses.ts';

export interface RecordedShare {
  readonly planned: number;
  readonly recorded: number;
  /** 0 to 100, not rounded; missing ("not applicable") when nothing was planned. Never called adherence. */
  readonly percent?: number;
}

/** Doses around the window are matched too, so that a treatment at its edge is not counted for the wrong dose. */
const EDGE_DAYS = 28;

/** What became of the doses planned between two days, both included. */
export function matchesWithin(
  plans: readonly Plan[],
  evidence: readonly Evidence[],
  window: { readonly from: LocalDate; readonly to: LocalDate },
  rules: MatchRules,
): DoseMatches {
  const doses = plannedDoses(plans, addDays(window.from, -EDGE_DAYS), addDays(window.to, EDGE_DAYS));
  const inWindow = ({ day }: PlannedDose): boolean => day >= window.from && day <= window.to;
  const { matched, notTaken, open } = matchDoses(doses, evidence, rules);
  return {
    matched: matched.filter(({ dose }) => inWindow(dose)),
    notTaken: notTaken.filter(inWindow),
    open: open.filter(inWindow),
  };
}

/** The share of doses that were recorded. Marking one not taken accounts for it but never raises the share. */
export function shareOf({ matched, notTaken, open }: DoseMatches): RecordedShare {
  const recorded = matched.length;
  const planned = recorded + notTaken.length + open.length;
  return planned === 0 ? { planned, recorded } : { planned, recorded, percent: (100 * recorded) / planned };
}

/** The share of planned doses that were recorded between two days, both included. */
export function recordedPercent(
  plans: readonly Plan[],
  evidence: readonly Evidence[],
  window: { readonly from: LocalDate; readonly to: LocalDate },
  rules: MatchRules,
): RecordedShare {
  return shareOf(matchesWithin(plans, evidence, window, rules));
}
