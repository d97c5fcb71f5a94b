import { DEFAULT_EMERGENCY_SITES, type BleedSite } from './vocabulary.ts';

/** What a centre may set. Every number here is a parameter of the domain definitions; days are local days. */
export interface CentrePolicy {
  readonly invitationValidDays: number;
  /** From this age a patient is asked for an own account and consent; nothing changes by itself. */
  readonly ownAccountAge: number;
  /** Sites that bring up the emergency prompt, approved by a clinician of the centre. */
  readonly emergencySites: readonly BleedSite[];

  readonly sameBleedHours: number;
  readonly targetJointBleeds: number;
  readonly targetJointMonths: number;
  readonly targetJointResolvedBleeds: number;
  readonly targetJointResolvedMonths: number;
  readonly minimumRateDays: number;

  /** Days an entry accounts for beyond the plan's interval, and without a plan. */
  readonly accountedExtraDays: number;
  readonly accountedDaysWithoutPlan: number;

  /** How far from its planned day a treatment may be, by interval: daily, 2 to 6 days, 7 days and more. */
  readonly toleranceDailyDays: number;
  readonly toleranceShortDays: number;
  readonly toleranceLongDays: number;
  /** May another factor of the same class stand for the planned product? */
  readonly matchByClass: boolean;

  readonly openDoseLookbackDays: number;
  readonly dueAfterDays: number;
  /** The clock of people without planned doses: days after the last accounted day. */
  readonly unplannedDueAfterDays: number;
  /** Plans with a longer interval than this also run that clock. */
  readonly longIntervalDays: number;
  readonly paperFormDays: number;
  /** Days after due. */
  readonly secondReminderAfterDays: number;
  readonly thirdReminderAfterDays: number;
  readonly lapsedAfterDays: number;
  readonly atRiskAfterDays: number;
  /** Before the formal notice: this many reminders delivered, first to last at least this many days apart. */
  readonly atRiskReminders: number;
  readonly atRiskReminderSpanDays: number;

  readonly askOlderThanDays: number;
  readonly askBelowPlanRatio: number;
  readonly askAbovePlanRatio: number;
  readonly futureToleranceMinutes: number;
  /** A plan whose effective date is further than this from today asks. */
  readonly askPlanDateBeyondDays: number;
}

export const defaultPolicy: CentrePolicy = {
  invitationValidDays: 14,
  ownAccountAge: 16,
  emergencySites: DEFAULT_EMERGENCY_SITES,
  sameBleedHours: 72,
  targetJointBleeds: 3,
  targetJointMonths: 6,
  targetJointResolvedBleeds: 2,
  targetJointResolvedMonths: 12,
  minimumRateDays: 84,
  accountedExtraDays: 2,
  accountedDaysWithoutPlan: 14,
  toleranceDailyDays: 0,
  toleranceShortDays: 1,
  toleranceLongDays: 2,
  matchByClass: false,
  openDoseLookbackDays: 56,
  dueAfterDays: 2,
  unplannedDueAfterDays: 28,
  longIntervalDays: 14,
  paperFormDays: 28,
  secondReminderAfterDays: 7,
  thirdReminderAfterDays: 14,
  lapsedAfterDays: 21,
  atRiskAfterDays: 28,
  atRiskReminders: 2,
  atRiskReminderSpanDays: 7,
  askOlderThanDays: 30,
  askBelowPlanRatio: 0.5,
  askAbovePlanRatio: 2,
  futureToleranceMinutes: 10,
  askPlanDateBeyondDays: 28,
};

const LADDER = [
  'secondReminderAfterDays',
  'thirdReminderAfterDays',
  'lapsedAfterDays',
  'atRiskAfterDays',
] as const satisfies readonly (keyof CentrePolicy)[];

/**
 * The fields that contradict another one: a rung of the reminder ladder that does not come after the one before, or
 * a look-back so short that a missed dose is forgotten before it could put anyone at risk.
 */
export function policyContradictions(policy: CentrePolicy): (keyof CentrePolicy)[] {
  const wrong: (keyof CentrePolicy)[] = LADDER.filter((rung, index) => {
    const before = LADDER[index - 1];
    return policy[rung] <= (before === undefined ? 0 : policy[before]);
  });
  if (policy.openDoseLookbackDays <= policy.dueAfterDays + policy.atRiskAfterDays) {
    wrong.push('openDoseLookbackDays');
  }
  if (policy.askBelowPlanRatio >= policy.askAbovePlanRatio) wrong.push('askBelowPlanRatio');
  return wrong;
}
