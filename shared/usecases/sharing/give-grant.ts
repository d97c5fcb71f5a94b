import type * as z from 'zod';
import type { endGrantBody, Grant, GrantBody } from '#contracts/sharing.ts';
import { addDays, daysBetween } from '#domain/calendar-day.ts';
import { grantState } from '#domain/grant-state.ts';
import { localDay, localDayOf } from '#domain/local-time.ts';
import { centreProfile } from '#table/entities/centre.ts';
import { grant } from '#table/entities/sharing.ts';
import { state } from '#table/entities/state.ts';
import type { Stored } from '#table/entity.ts';
import { changed, created } from '#table/item.ts';
import { auditAct, type Happening } from '#usecases/audit/audit-item.ts';
import { answerAgain } from '#usecases/diary/answer-again.ts';
import { stampOf } from '#usecases/diary/entry-item.ts';
import { mayWrite, whyNot } from '#usecases/diary/may-write.ts';
import { readAbout } from '#usecases/diary/read-about.ts';
import { diaryOf } from '#usecases/patient/change-patient.ts';
import type { Context, StaffCaller } from '#usecases/ports/context.ts';
import type { Directory } from '#usecases/ports/directory.ts';
import type { Clause } from '#usecases/ports/store.ts';
import { fail, invalid, ok, type Result } from '#usecases/result.ts';
import { copiesOf } from './patient-grants.ts';

type Granted = Stored<typeof grant>;

/** A grant always has an end; longer care is granted again, by somebody who looks at it again. */
const LONGEST_DAYS = 366;
/** So many centres never share one patient; it keeps a write that touches all grants within one transaction. */
const MOST = 20;

/** A grant as the patient's own centre reads it. */
export const grantOf = (item: Granted, today: string): Grant => ({
  centre: item.grantee,
  centreName: item.granteeName,
  mayRecord: item.mayRecord,
  startsOn: item.startsOn,
  endsOn: item.endsOn,
  reason: item.reason,
  state: grantState(item, today),
  ...(item.endedAt === undefined ? {} : { endedOn: localDayOf(item.endedAt, item.homeZone) }),
  ...(item.endReason === undefined ? {} : { endReason: item.endReason }),
});

const kept = ({ mayRecord, startsOn, endsOn, reason, endedAt }: Granted) => ({
  mayRecord,
  startsOn,
  endsOn,
  reason,
  ...(endedAt === undefined ? {} : { endedAt }),
});

const write = async (
  context: Context,
  caller: StaffCaller,
  given: {
    readonly before: Granted | undefined;
    readonly after: Granted;
    readonly whileOpen: readonly Clause[];
    readonly happening: Omit<Happening, 'about' | 'before' | 'after'>;
  },
): Promise<Result<Granted>> => {
  const { before, after, happening } = given;
  const diary = { centre: after.centre, patient: after.patient };
  const outcome = await context.store.transact([
    mayWrite(caller, diary, 0),
    {
      act: 'check',
      label: 'patient',
      key: state.key(diary),
      when: [{ path: 'pk', is: 'present' }, ...given.whileOpen],
    },
    { act: 'put', label: 'grant', entity: grant, item: after, over: before?.version ?? 'absent' },
    auditAct(
      context,
      caller,
      { of: 'diary', ...diary },
      {
        ...happening,
        about: after.grantee,
        ...(before === undefined ? {} : { before: kept(before) }),
        after: kept(after),
      },
    ),
  ]);
  if (outcome.done) return ok(after);
  if (outcome.refused === 'conflict') return fail('busy');
  const no = whyNot(outcome.refused, caller, 0);
  if (no !== undefined) return no;
  return fail(outcome.refused.some(({ label }) => label === 'patient') ? 'not-now' : 'busy');
};

const wrongDays = ({ startsOn, endsOn }: GrantBody, today: string): Result<never> | undefined => {
  if (endsOn <= today) return invalid('/endsOn', 'in-the-past');
  if (startsOn > addDays(today, LONGEST_DAYS)) return invalid('/startsOn', 'too-far');
  return daysBetween(startsOn, endsOn) > LONGEST_DAYS ? invalid('/endsOn', 'too-long') : undefined;
};

/**
 * Lets one other centre see one diary, or see and record in it, between two days; given again it replaces what was
 * granted before. What it was is in the audit.
 */
export const giveGrant = async (
  context: Context & Directory,
  caller: StaffCaller,
  given: { readonly patient: string; readonly centre: string; readonly body: GrantBody },
): Promise<Result<Grant>> => {
  const { centre: grantee, body } = given;
  const diary = diaryOf(caller, given.patient);
  const [{ found, grants }, ours, listed] = await Promise.all([
    readAbout(context, diary),
    context.store.get(centreProfile, centreProfile.key(caller)),
    context.directory(),
  ]);
  if (found === undefined || ours === undefined) return fail('not-found');
  const today = localDay(context.now(), found.homeZone);
  const before = grants.find((one) => one.grantee === grantee);
  if (before?.mutationId === body.mutationId)
    return answerAgain(context, caller, { diary, statement: 0, value: grantOf(before, today) });
  if (grantee === caller.centre) return invalid('/centre', 'own-centre');
  const theirs = listed.find(({ centre, status }) => centre === grantee && status === 'active');
  if (theirs === undefined) return invalid('/centre', 'not-a-centre');
  if (before === undefined && grants.length >= MOST) return invalid('/centre', 'too-many');
  const wrong = wrongDays(body, today);
  if (wrong !== undefined) return wrong;
  const { mutationId, ...fields } = body;
  const stamp = stampOf(context, caller, mutationId);
  const after: Granted = {
    ...diary,
    grantee,
    granteeName: theirs.name,
    centreName: ours.name,
    ...copiesOf(found),
    ...fields,
    ...(before === undefined ? created(stamp) : { ...created(stamp), ...changed(before, stamp) }),
  };
  const whileOpen: readonly Clause[] = [{ path: 'stop', is: 'absent' }];
  const happening = { action: 'give-grant', mutationId, reason: body.reason };
  const result = await write(context, caller, { before, after, whileOpen, happening });
  return result.ok ? ok(grantOf(result.value, today)) : result;
};

/** Ends what another centre may see, at once: its next request finds nothing. */
export const endGrant = async (
  context: Context,
  caller: StaffCaller,
  given: {
    readonly patient: string;
    readonly centre: string;
    readonly body: z.infer<typeof endGrantBody>;
  },
): Promise<Result<Grant>> => {
  const { body } = given;
  const diary = diaryOf(caller, given.patient);
  const { found, grants } = await readAbout(context, diary);
  const before = grants.find(({ grantee }) => grantee === given.centre);
  if (found === undefined || before === undefined) return fail('not-found');
  const today = localDay(context.now(), found.homeZone);
  if (before.mutationId === body.mutationId)
    return answerAgain(context, caller, { diary, statement: 0, value: grantOf(before, today) });
  if (before.endedAt !== undefined) return fail('not-now');
  const stamp = stampOf(context, caller, body.mutationId);
  const after = { ...before, endedAt: stamp.at, endReason: body.reason, ...changed(before, stamp) };
  const happening = { action: 'end-grant', mutationId: body.mutationId, reason: body.reason };
  const result = await write(context, caller, { before, after, whileOpen: [], happening });
  return result.ok ? ok(grantOf(result.value, today)) : result;
};
