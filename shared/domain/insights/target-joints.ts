import { dayFromNumber, dayNumber, type LocalDate } from '../calendar-day.ts';
import type { CentrePolicy } from '../centre-policy.ts';
import { JOINT_SITES, SIDES, type BleedSite, type Side } from '../vocabulary.ts';
import { addMonths } from './add-months.ts';
import type { RecordedBleed, Window } from './insight-facts.ts';

export interface TargetJoint {
  readonly site: BleedSite;
  readonly side: Side;
  /** The day of the spontaneous bleed that made it one. */
  readonly since: LocalDate;
}

type TargetRules = Pick<
  CentrePolicy,
  'targetJointBleeds' | 'targetJointMonths' | 'targetJointResolvedBleeds' | 'targetJointResolvedMonths'
>;

/**
 * The joints that are target joints on the last day of a stretch of diary: enough spontaneous bleeds into one joint
 * within six consecutive months, and since then no twelve consecutive months with few bleeds into it of which every day
 * is observed. Silence resolves nothing. An unknown cause is never spontaneous, but counts as a bleed into the joint.
 *
 * @param observed accounted days, in any order; days before the stretch count as not observed
 */
export function targetJoints(
  bleeds: readonly RecordedBleed[],
  observed: readonly LocalDate[],
  stretch: Window,
  rules: TargetRules,
): TargetJoint[] {
  const within = bleeds.filter(({ day }) => day >= stretch.from && day <= stretch.to);
  const often = JOINT_SITES.flatMap((site) =>
    SIDES.map((side) => within.filter((bleed) => bleed.site === site && bleed.side === side)),
  ).filter((here) => here.filter(isSpontaneous).length >= rules.targetJointBleeds);
  // Few diaries have such a joint, and only they need the walk through the years.
  if (often.length === 0) return [];
  const calendar = trailingMonths(observed, stretch, rules);
  return often.flatMap((here) => {
    const since = targetSince(here, calendar, rules);
    return since === undefined ? [] : here.slice(0, 1).map(({ site, side }) => ({ site, side, since }));
  });
}

const isSpontaneous = ({ cause }: RecordedBleed): boolean => cause === 'spontaneous';

/** One day, with the days its two trailing spans of months begin after, and whether the longer one is observed throughout. */
interface Trailing {
  readonly day: number;
  readonly shortAfter: number;
  readonly longAfter: number;
  readonly observed: boolean;
}

function trailingMonths(
  observed: readonly LocalDate[],
  { from, to }: Window,
  rules: TargetRules,
): Trailing[] {
  const seen = new Set(observed.map(dayNumber));
  let lastGap = dayNumber(from) - 1;
  const days: Trailing[] = [];
  for (let day = dayNumber(from); day <= dayNumber(to); day += 1) {
    if (!seen.has(day)) lastGap = day;
    const text = dayFromNumber(day);
    const longAfter = dayNumber(addMonths(text, -rules.targetJointResolvedMonths));
    days.push({
      day,
      shortAfter: dayNumber(addMonths(text, -rules.targetJointMonths)),
      longAfter,
      observed: lastGap <= longAfter,
    });
  }
  return days;
}

function targetSince(
  bleeds: readonly RecordedBleed[],
  calendar: readonly Trailing[],
  rules: TargetRules,
): LocalDate | undefined {
  const spontaneous = bleeds.filter(isSpontaneous).map(({ day }) => dayNumber(day));
  const any = bleeds.map(({ day }) => dayNumber(day));
  let since: number | undefined;
  for (const { day, shortAfter, longAfter, observed } of calendar) {
    const inSpan = (days: readonly number[], after: number): number =>
      days.filter((one) => one > after && one <= day).length;
    if (since === undefined) {
      if (inSpan(spontaneous, shortAfter) >= rules.targetJointBleeds) since = day;
    } else if (observed && inSpan(any, longAfter) <= rules.targetJointResolvedBleeds) since = undefined;
  }
  return since === undefined ? undefined : dayFromNumber(since);
}
