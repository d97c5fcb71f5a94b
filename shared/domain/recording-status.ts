import { daysBetween, type IsoInstant } from './calendar-day.ts';
import { clockDay, morningOf, quietHoursEnd } from './local-time.ts';
import { measureRecording, type RecordingMeasure } from './measure-recording.ts';
import { RECORDING_EVENTS } from './recording-events.ts';
import {
  ANNOUNCEMENTS,
  RECORDING_MAILS,
  type Announcement,
  type Lapse,
  type RecordingAssessment,
  type RecordingContext,
  type RecordingFacts,
  type RecordingMail,
  type RecordingState,
} from './recording-types.ts';
import type { DeliveryStatus, RecordingStage } from './vocabulary.ts';

/**
 * Decides the recording status from the dates: the new state, and what has to be done in the same write. Pure, and
 * idempotent: assessed again with its own result, nothing new is sent. That a transition is written once is the
 * caller's part (a write conditional on the stage it leaves).
 *
 * The stage only gets worse together with what is said about it, and only the sweep speaks: any other event that
 * finds the diary further behind leaves the stage and asks to be looked at now.
 */
export function assessRecording(facts: RecordingFacts, context: RecordingContext): RecordingAssessment {
  const { now, previous } = context;
  const measure = measureRecording(facts, clockDay(now, facts.homeZone), context);
  const lapse = continueLapse(previous?.lapse, measure);
  const due = lapse === undefined ? 'none' : announcementDue(facts, lapse, measure, context);
  const isNews = lapse !== undefined && rankOf(due) > rankOf(lapse.announced);
  const speaks = isNews && RECORDING_EVENTS[context.event].announces;
  const reached = isNews && !speaks ? lapse.announced : due;

  const stage = stageOf(measure, reached);
  const spoken = speaks ? reached : undefined;
  const state: RecordingState = {
    stage,
    since: previous?.stage === stage ? previous.since : seconds(now),
    ...dueOf(measure, facts.homeZone),
    openDoses: openDosesOf(measure),
    ...(lapse === undefined ? {} : { lapse: speaks ? { ...lapse, announced: reached } : lapse }),
    ...nextCheck(measure, isNews && !speaks, facts, context),
  };
  const deliveryStatus = deliveryStatusAfter(facts.deliveryStatus, measure, spoken);
  return {
    state,
    deliveryStatus,
    changed: deliveryStatus !== facts.deliveryStatus || !sameState(previous, state),
    ...mailFor(spoken, lapse, facts, context),
    ...(spoken === 'call' ? { task: 'call' as const } : {}),
    centreDigest: isForDigest(spoken, lapse),
    cancelMail: mailToCancel(previous, state),
  };
}

/** True when reminders of this lapse reached someone often enough, over long enough, for a formal notice. */
export function remindersSuffice(
  remindedOn: readonly string[],
  lapse: Pick<Lapse, 'dueOn'>,
  policy: RecordingContext['policy'],
): boolean {
  const days = remindedOn.filter((day) => day >= lapse.dueOn).sort();
  const [first, last] = [days.at(0), days.at(-1)];
  if (first === undefined || last === undefined || days.length < policy.atRiskReminders) return false;
  return daysBetween(first, last) >= policy.atRiskReminderSpanDays;
}

/**
 * The lapse this measure belongs to. A lapse goes on through partial catching up and pauses. One that is over comes
 * back when the same day is due again, so that voiding the entry that ended it repeats no mail.
 */
function continueLapse(lapse: Lapse | undefined, measure: RecordingMeasure): Lapse | undefined {
  if (measure.kind === 'paused' || measure.kind === 'stopped') return lapse;
  if (measure.kind === 'not-started' || measure.clock === undefined || measure.level === 'none') {
    return lapse === undefined ? undefined : { ...lapse, over: true };
  }
  const { dueOn } = measure.clock;
  if (lapse !== undefined && (!lapse.over || lapse.dueOn === dueOn)) return { ...lapse, over: false };
  return { id: dueOn, dueOn, announced: 'none', over: false };
}

/** What the dates ask to be said by now; after an outage this is the newest step, the ones between are left out. */
function announcementDue(
  facts: RecordingFacts,
  lapse: Lapse,
  measure: RecordingMeasure,
  { policy }: RecordingContext,
): Announcement {
  if (measure.kind !== 'running') return 'none';
  if (measure.level !== 'final') return measure.level;
  const noticed = rankOf(lapse.announced) >= rankOf('at-risk');
  if (!noticed && !remindersSuffice(facts.remindedOn, lapse, policy)) return 'call';
  return facts.deliveryStatus === 'active' ? 'formal-notice' : 'at-risk';
}

const STAGE_OF: Record<Announcement, RecordingStage> = {
  none: 'up-to-date',
  'reminder-1': 'due',
  'reminder-2': 'reminded',
  'reminder-3': 'reminded',
  lapsed: 'lapsed',
  call: 'lapsed',
  'at-risk': 'at-risk',
  'formal-notice': 'at-risk',
};

function stageOf(measure: RecordingMeasure, reached: Announcement): RecordingStage {
  return measure.kind === 'running' ? STAGE_OF[reached] : measure.kind;
}

/** At risk comes with the notice and goes when recording is up to date; the rest only people decide. */
function deliveryStatusAfter(
  status: DeliveryStatus,
  measure: RecordingMeasure,
  spoken: Announcement | undefined,
): DeliveryStatus {
  if (spoken === 'formal-notice') return 'at-risk';
  const upToDate = measure.kind === 'running' && measure.level === 'none';
  return status === 'at-risk' && upToDate ? 'active' : status;
}

function mailFor(
  spoken: Announcement | undefined,
  lapse: Lapse | undefined,
  { homeZone }: RecordingFacts,
  { now }: RecordingContext,
): Pick<RecordingAssessment, 'mail'> {
  const kind: RecordingMail | undefined = RECORDING_MAILS.find((mail) => mail === spoken);
  if (kind === undefined || lapse === undefined) return {};
  return { mail: { kind, lapseId: lapse.id, notBefore: seconds(quietHoursEnd(now, homeZone)) } };
}

/** The centre hears of a lapse once, whichever step of it comes first. */
function isForDigest(spoken: Announcement | undefined, lapse: Lapse | undefined): boolean {
  if (spoken === undefined || lapse === undefined) return false;
  return rankOf(spoken) >= rankOf('lapsed') && rankOf(lapse.announced) < rankOf('lapsed');
}

function mailToCancel(
  previous: RecordingState | undefined,
  state: RecordingState,
): RecordingAssessment['cancelMail'] {
  if (state.stage === 'stopped') return previous?.stage === 'stopped' ? 'none' : 'all';
  if (previous?.lapse === undefined || previous.lapse.over) return 'none';
  const rests = state.stage === 'paused' && previous.stage !== 'paused';
  return rests || state.lapse?.over === true ? 'lapse' : 'none';
}

function nextCheck(
  measure: RecordingMeasure,
  isPending: boolean,
  { homeZone }: RecordingFacts,
  { now }: RecordingContext,
): Pick<RecordingState, 'nextCheckAt'> {
  if (isPending) return { nextCheckAt: seconds(now) };
  const day = nextDay(measure);
  return day === undefined ? {} : { nextCheckAt: seconds(morningOf(day, homeZone)) };
}

function nextDay(measure: RecordingMeasure): string | undefined {
  if (measure.kind === 'stopped') return undefined;
  if (measure.kind === 'not-started') return measure.startsOn;
  return measure.kind === 'paused' ? measure.resumesOn : measure.wakeDays.at(0);
}

function dueOf(measure: RecordingMeasure, homeZone: string): Pick<RecordingState, 'dueOn' | 'dueAt'> {
  if (measure.kind !== 'running' || measure.clock === undefined) return {};
  const { dueOn } = measure.clock;
  return { dueOn, dueAt: seconds(morningOf(dueOn, homeZone)) };
}

function openDosesOf(measure: RecordingMeasure): RecordingState['openDoses'] {
  if (measure.kind === 'stopped' || measure.kind === 'not-started') return [];
  return measure.openDoses.map(({ day, ordinal, productId }) => ({ day, ordinal, productId }));
}

function sameState(previous: RecordingState | undefined, state: RecordingState): boolean {
  const essence = ({ stage, dueOn, openDoses, lapse }: RecordingState): string =>
    JSON.stringify([
      stage,
      dueOn,
      openDoses.map((dose) => [dose.day, dose.ordinal, dose.productId]),
      [lapse?.id, lapse?.announced, lapse?.over],
    ]);
  return previous !== undefined && essence(previous) === essence(state);
}

function rankOf(announcement: Announcement): number {
  return ANNOUNCEMENTS.indexOf(announcement);
}

/** Whole seconds, so that stored instants sort as text. */
function seconds(instant: { toString(options: { smallestUnit: 'second' }): string }): IsoInstant {
  return instant.toString({ smallestUnit: 'second' });
}
