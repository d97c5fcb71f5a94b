import type { Temporal } from 'temporal-polyfill';
import type { RecordingStatus } from '#contracts/diary.ts';
import { isBesideThePlan } from '#domain/beside-the-plan.ts';
import { addDays } from '#domain/calendar-day.ts';
import { evidenceNeededFrom } from '#domain/evidence.ts';
import { localDay } from '#domain/local-time.ts';
import { planInForce } from '#domain/plan.ts';
import { link } from '#table/entities/diary.ts';
import type { state } from '#table/entities/state.ts';
import type { Stored } from '#table/entity.ts';
import * as patterns from '#table/patterns.ts';
import { lastTreatmentOn } from '#usecases/diary/last-treatment.ts';
import type { DiaryIds } from '#usecases/diary/may-write.ts';
import type { Context, Writer } from '#usecases/ports/context.ts';
import { evidenceFrom, wholePolicy } from '#usecases/recording/facts.ts';
import { assessState } from '#usecases/recording/look-back.ts';
import { readStatus } from '#usecases/recording/read-status.ts';
import { ALL, sightOf, type Sight } from './sight.ts';

type State = Stored<typeof state>;

/** Not-taken marks may lie ahead; nothing else does. */
const AHEAD_DAYS = 31;

/** What a caller may see of a diary, where it isn't read anyway: one query, and their link where something is withheld. */
export const sightOfCaller = async (
  { store }: Pick<Context, 'store'>,
  caller: Writer,
  { centre, patient }: DiaryIds,
): Promise<Sight> => {
  if (caller.kind === 'staff') return ALL;
  const found = await store.queryAll(patterns.withheldOf(centre, patient));
  if (found.length === 0) return ALL;
  const marks = found.map(({ item }) => item);
  if (caller.kind === 'sharing') return sightOf(marks, { kind: 'other-centre', centre: caller.centre });
  const { account } = caller;
  const mine = await store.get(link, link.key({ centre, patient, account }));
  return sightOf(marks, { kind: 'person', account, relation: mine?.relation });
};

/**
 * The last treatment that the reader may know of, to be repeated: an adjunct that isn't in the plan only where nothing
 * else was given.
 */
export const lastTreatmentSeen = async (
  context: Pick<Context, 'store' | 'now'>,
  found: State,
  sight: Sight,
): Promise<State['lastTreatment']> => {
  const { lastTreatment } = found;
  if (lastTreatment === undefined) return undefined;
  const today = localDay(context.now(), found.homeZone);
  const plan = planInForce(found.plans, today);
  const isSeen = sight.sees(lastTreatment.entry);
  if (isSeen && !isBesideThePlan(lastTreatment, plan)) return lastTreatment;
  const lastOf = (keep: Parameters<typeof lastTreatmentOn>[3]): Promise<State['lastTreatment']> =>
    // A day further: the local day of the newest entry may be ahead of this one.
    lastTreatmentOn(context, found, addDays(today, 1), (item) => sight.sees(item.entry) && keep(item));
  return (
    (await lastOf(({ data }) => data.kind === 'treatment' && !isBesideThePlan(data, plan))) ??
    (isSeen ? lastTreatment : lastOf(() => true))
  );
};

/**
 * The recording status as it would be without what the reader doesn't see: a dose that is recorded nowhere they look
 * must not be told to be recorded. Nothing is written, and nobody else's status changes.
 */
export const statusSeen = async (
  context: Pick<Context, 'store'>,
  found: State,
  sight: Sight,
  now: Temporal.Instant,
): Promise<RecordingStatus> => {
  if (!sight.hidesEvidence) return readStatus(found, now);
  const today = localDay(now, found.homeZone);
  const whole = wholePolicy(found.policy);
  const from = evidenceNeededFrom(today, whole.openDoseLookbackDays);
  const entries = await context.store.queryAll(
    patterns.entriesBetween(found.centre, found.patient, from, addDays(today, AHEAD_DAYS)),
  );
  const evidence = evidenceFrom(entries.map(({ item }) => item).filter(({ entry }) => sight.sees(entry)));
  // What older entries account for may be withheld too: the dates are told from what is seen.
  const { accountedThrough: _, ...without } = found;
  const seen = { today, policy: found.policy, whole, evidence };
  // Only the sweep's own view lets a stage get worse, as it would have without that entry.
  const { recording, ...rest } = assessState(now, without, seen, 'sweep').state;
  const since = recording.stage === found.recording.stage ? found.recording.since : recording.dueAt;
  return readStatus({ ...rest, recording: { ...recording, since: since ?? recording.since } }, now);
};
