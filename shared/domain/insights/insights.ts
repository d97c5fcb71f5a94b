import { accountedDays } from '../accounted-days.ts';
import { addDays, type LocalDate } from '../calendar-day.ts';
import { BLEED_RATE_KINDS, bleedRate, type BleedRate, type BleedRateKind } from '../bleed-rates.ts';
import { matchesWithin, shareOf, type RecordedShare } from '../recorded-percent.ts';
import { accountedRuns, type AccountedRuns } from './accounted-runs.ts';
import { addMonths } from './add-months.ts';
import { bleedsByCause, bleedsByPlace, type CauseCount, type PlaceCount } from './bleed-counts.ts';
import { dayMarks, type DayMark } from './day-marks.ts';
import { distinctBleeds } from './distinct-bleeds.ts';
import { entryLag, type EntryLag } from './entry-lag.ts';
import { within, type InsightFacts, type InsightRules, type Window } from './insight-facts.ts';
import { productUse, type ProductUse } from './product-use.ts';
import { targetJoints, type TargetJoint } from './target-joints.ts';

/** What a diary tells of a window. Nothing stands without its n and its window. */
export interface Insights {
  /** As reckoned with: days to come are not in it. */
  readonly window: Window;
  readonly accounted: AccountedRuns;
  /** No rate is given under so many observed days. */
  readonly minimumRateDays: number;
  readonly rates: ({ readonly kind: BleedRateKind } & BleedRate)[];
  readonly bleeds: {
    readonly count: number;
    readonly places: PlaceCount[];
    readonly causes: CauseCount[];
  };
  /** As on the last day, by the diary from a day on. */
  readonly targetJoints: { readonly from: LocalDate; readonly joints: TargetJoint[] };
  readonly use: ProductUse[];
  /** Of the doses planned before today: one that is still ahead is not missing. */
  readonly recorded: RecordedShare & { readonly to: LocalDate };
  readonly lag: EntryLag;
  readonly marks: { readonly day: LocalDate; readonly mark: DayMark }[];
}

/** Days of diary after a window that still tell of it: the entry after the last gap, the treatment of its last bleed. */
export const DAYS_AFTER = 100;
/** Days around a window whose planned doses and treatments are matched with it. */
const DAYS_BEFORE = 28;

/** How far back a target joint is looked for: the months that make one, and those that end it. */
const targetFrom = ({ from }: Window, { policy }: Pick<InsightRules, 'policy'>): LocalDate =>
  addMonths(from, -(policy.targetJointMonths + policy.targetJointResolvedMonths));

/** The days a reader of the diary has to fetch for a window. */
export function daysNeeded(window: Window, rules: Pick<InsightRules, 'policy'>): Window {
  const target = targetFrom(window, rules);
  const before = addDays(window.from, -DAYS_BEFORE);
  return { from: target < before ? target : before, to: addDays(window.to, DAYS_AFTER) };
}

/**
 * What a diary tells of a window, by the definitions of the domain. Pure: the same entries in any order tell the same.
 *
 * @param facts everything of `daysNeeded`; more changes nothing
 * @param today local day at home: nothing after it is counted
 */
export function insightsOf(
  facts: InsightFacts,
  asked: Window,
  today: LocalDate,
  rules: InsightRules,
): Insights {
  const window = { from: asked.from, to: asked.to < today ? asked.to : today };
  const { plans, evidence, treatments } = facts;
  const { policy } = rules;
  const stretch = { from: targetFrom(window, rules), to: window.to };
  const accounted = accountedDays(evidence, plans, stretch, policy);
  const observed = accounted.filter((day) => day >= window.from);
  const distinct = distinctBleeds(facts.bleeds, treatments, rules.products);
  const bleeds = distinct.filter(({ day }) => within(window, day));
  const given = treatments.filter(({ day }) => within(window, day));
  const yesterday = addDays(today, -1);
  const planned = { from: window.from, to: window.to < yesterday ? window.to : yesterday };
  const matches = matchesWithin(plans, evidence, planned, rules);
  return {
    window,
    accounted: accountedRuns(observed, window),
    minimumRateDays: policy.minimumRateDays,
    rates: BLEED_RATE_KINDS.map((kind) => ({ kind, ...bleedRate(kind, bleeds, observed, policy) })),
    bleeds: { count: bleeds.length, places: bleedsByPlace(bleeds), causes: bleedsByCause(bleeds) },
    targetJoints: { from: stretch.from, joints: targetJoints(distinct, accounted, stretch, policy) },
    use: productUse(given),
    recorded: { ...shareOf(matches), to: planned.to },
    lag: entryLag(given),
    marks: dayMarks({ bleeds, treatments: given, evidence, open: matches.open }, window),
  };
}
