import { Temporal } from 'temporal-polyfill';
import type { ConfirmationBody, NotTakenBody, Saved } from '#contracts/entries.ts';
import { addDays, daysBetween } from '#domain/calendar-day.ts';
import { localDay } from '#domain/local-time.ts';
import { plannedDoses } from '#domain/planned-doses.ts';
import { centreProfile } from '#table/entities/centre.ts';
import type { entry } from '#table/entities/diary.ts';
import { state } from '#table/entities/state.ts';
import type { Stored } from '#table/entity.ts';
import type { Stamp } from '#table/item.ts';
import type { Context, Person, StaffCaller } from '#usecases/ports/context.ts';
import { fail, invalid, ok, type Result } from '#usecases/result.ts';
import { linkStands } from '#usecases/caller/still-in.ts';
import { evidenceOf } from '#usecases/recording/facts.ts';
import { sightOfCaller } from '#usecases/withheld/as-seen.ts';
import { recordAsSeen } from '#usecases/withheld/record-as-seen.ts';
import { entryItem, stampOf } from './entry-item.ts';
import { covers, type DiaryIds } from './may-write.ts';
import { planChanged } from './plan-changed.ts';
import { readAbout } from './read-about.ts';
import { savedOf } from './saved.ts';
import { saveEntries, type NewEntries } from './save-entries.ts';

type Entry = Stored<typeof entry>;

/** The longest period one act may speak of, in days. */
const LONGEST = 92;
/** Not-taken marks may lie this far ahead, for a planned break; confirmations never lie ahead. */
const NOT_TAKEN_AHEAD = 31;

/** The first day of each month a period touches, the first one cut to its start. */
export const monthStarts = (from: string, to: string): string[] => {
  const starts = [from];
  let month = Temporal.PlainYearMonth.from(from.slice(0, 7)).add({ months: 1 });
  while (month.toPlainDate({ day: 1 }).toString() <= to) {
    starts.push(month.toPlainDate({ day: 1 }).toString());
    month = month.add({ months: 1 });
  }
  return starts;
};

const parts = (
  caller: Person | StaffCaller,
  diary: DiaryIds,
  stamp: Stamp,
  id: string,
  body: NotTakenBody | ConfirmationBody,
  data: Entry['data'],
): Entry[] =>
  monthStarts(body.from, body.to).map((start, place) =>
    entryItem(caller, diary, stamp, body, {
      entry: id,
      ...(place === 0 ? {} : { part: start.slice(0, 7) }),
      data,
      localAt: start,
      instant: Temporal.Instant.from(`${start}T12:00:00Z`),
      day: start,
    }),
  );

/** Nearly everybody's home zone, so that nearly every act is one call. */
const ASSUMED_ZONE = 'Europe/London';

const aheadOf = (today: string, { to }: { readonly to: string }, ahead: number): Result<never> | undefined =>
  to > addDays(today, ahead) ? invalid('/to', 'in-the-future') : undefined;

/**
 * Whether a period ends too far ahead: by the home day; for whom the home zone is withheld by the day of the clock they
 * are told, or that of the assumed zone where it is later. That is the same wherever the patient is, so no refusal
 * tells where.
 */
const tooFarAhead = async (
  context: Context,
  caller: Person | StaffCaller,
  { centre, patient, homeZone }: Stored<typeof state>,
  period: { readonly to: string },
  ahead: number,
): Promise<Result<never> | undefined> => {
  const now = context.now();
  const byHome = aheadOf(localDay(now, homeZone), period, ahead);
  const sight = await sightOfCaller(context, caller, { centre, patient });
  if (!sight.hidesZone) return byHome;
  const profile = await context.store.get(centreProfile, centreProfile.key({ centre }));
  const days = [ASSUMED_ZONE, profile?.zone ?? ASSUMED_ZONE].map((zone) => localDay(now, zone));
  return aheadOf(days.toSorted().at(-1) ?? '', period, ahead);
};

const recordPeriod = async (
  context: Context,
  caller: Person | StaffCaller,
  diary: DiaryIds,
  given: {
    readonly id: string;
    readonly body: NotTakenBody | ConfirmationBody;
    readonly data: Entry['data'];
    readonly action: string;
    readonly ahead: number;
  },
): Promise<Result<Saved>> => {
  if (!covers(caller, diary)) return fail('not-found');
  const { id, body, data, ahead } = given;
  if (daysBetween(body.from, body.to) > LONGEST) return invalid('/to', 'too-long');
  // Where it is a later day than in the assumed zone, only the state says whether that day has come.
  if (aheadOf(localDay(context.now(), ASSUMED_ZONE), body, ahead) !== undefined) {
    const found = await context.store.get(state, state.key(diary));
    const no =
      found === undefined ? fail('not-found') : await tooFarAhead(context, caller, found, body, ahead);
    if (no !== undefined) return no;
  }
  const stamp = stampOf(context, caller, body.mutationId);
  return recordAsSeen(context, caller, diary, id, false, async (stored) => {
    const entries = parts(caller, diary, stamp, stored(id), body, data);
    const evidence = entries[0] === undefined ? undefined : evidenceOf(entries[0]);
    const made = {
      stamp,
      diary,
      entries,
      uses: [],
      evidence: evidence === undefined ? [] : [{ put: evidence }],
      traces: {},
      happening: { action: given.action, about: stored(id) },
    };
    const build = (homeZone: string): Result<NewEntries> => ok({ ...made, homeZone });
    const ask = (found: Stored<typeof state>) => tooFarAhead(context, caller, found, body, ahead);
    return savedOf(await saveEntries(context, caller, ASSUMED_ZONE, build, ask));
  });
};

/** Asked before anything is kept: "not taken" answers for a planned dose, so where none was planned it says nothing. */
const NOTHING_PLANNED = 'nothing-planned';

const askWhetherPlanned = async (
  context: Context,
  caller: Person | StaffCaller,
  diary: DiaryIds,
  { from, to, passed }: NotTakenBody,
): Promise<Result<never> | undefined> => {
  // The centre transcribes forms that are older than its plans.
  if (caller.kind === 'staff' || passed.includes(NOTHING_PLANNED)) return undefined;
  const { found, plans, links } = await readAbout(context, diary);
  const stands = linkStands(
    links.find(({ account }) => account === caller.account),
    caller,
  );
  if (!stands.ok) return stands;
  return plannedDoses([...(found?.plans ?? []), ...plans], from, to).length === 0
    ? fail('question', { questions: [{ pointer: '/from', reason: NOTHING_PLANNED }] })
    : undefined;
};

/** Marks the planned doses of a day or a range as not taken: accounted for, never counted as recorded. */
export const markNotTaken = async (
  context: Context,
  caller: Person | StaffCaller,
  diary: DiaryIds,
  id: string,
  body: NotTakenBody,
): Promise<Result<Saved>> => {
  if (!covers(caller, diary)) return fail('not-found');
  const no =
    (await planChanged(context, caller, diary, { id, on: body.from, body })) ??
    (await askWhetherPlanned(context, caller, diary, body));
  return (
    no ??
    recordPeriod(context, caller, diary, {
      id,
      body,
      data: {
        kind: 'not-taken',
        from: body.from,
        to: body.to,
        ...(body.reason === undefined ? {} : { reason: body.reason }),
      },
      action: 'mark-not-taken',
      ahead: NOT_TAKEN_AHEAD,
    })
  );
};

/** Confirms "no bleeds", "no other treatment" or both for a period: silence is not zero, this is. */
export const confirmPeriod = (
  context: Context,
  caller: Person | StaffCaller,
  diary: DiaryIds,
  id: string,
  body: ConfirmationBody,
) =>
  recordPeriod(context, caller, diary, {
    id,
    body,
    data: { kind: 'confirmation', from: body.from, to: body.to, answers: body.answers },
    action: 'confirm-period',
    ahead: 0,
  });
