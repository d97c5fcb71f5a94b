import type * as z from 'zod';
import type { Saved } from '#contracts/entries.ts';
import type { LateAct, lateDecision, LateItem } from '#contracts/late.ts';
import { syncAct, type SyncAct } from '#contracts/sync.ts';
import { link } from '#table/entities/diary.ts';
import { late } from '#table/entities/late.ts';
import { state } from '#table/entities/state.ts';
import type { Stored } from '#table/entity.ts';
import { changed } from '#table/item.ts';
import * as patterns from '#table/patterns.ts';
import { auditAct } from '#usecases/audit/audit-item.ts';
import { noteView } from '#usecases/audit/view.ts';
import { answerAgain } from '#usecases/diary/answer-again.ts';
import { doAct } from '#usecases/diary/do-act.ts';
import { stampOf } from '#usecases/diary/entry-item.ts';
import { mayWrite, whyNot, type DiaryIds } from '#usecases/diary/may-write.ts';
import { diaryOf } from '#usecases/patient/change-patient.ts';
import type { Context, StaffCaller } from '#usecases/ports/context.ts';
import { addPhoto } from '#usecases/photo/add-photo.ts';
import { fail, invalid, ok, type Result } from '#usecases/result.ts';

/** What came late to a diary and waits for a decision, oldest first. */
export const listLate = async (
  context: Context,
  caller: StaffCaller,
  patient: string,
): Promise<Result<{ readonly items: LateItem[] }>> => {
  const diary = diaryOf(caller, patient);
  const [here, found, links] = await Promise.all([
    context.store.get(state, state.key(diary)),
    context.store.queryAll(patterns.lateOf(diary.centre, patient)),
    context.store.queryAll(patterns.linksOf(diary.centre, patient)),
  ]);
  if (here === undefined) return fail('not-found');
  const names = new Map(links.map(({ item }) => [item.account, item.name]));
  const waiting = found.map(({ item }) => item).filter(({ decided }) => decided === undefined);
  // Every look at the patient's page asks; one that shows nothing of anybody is no view.
  if (waiting.length > 0) await noteView(context, caller, { of: 'diary', ...diary }, { action: 'list-late' });
  return ok({
    items: waiting
      .sort((a, b) => (a.madeAt < b.madeAt ? -1 : 1))
      .map(({ late: id, account, madeAt, receivedAt, made }) => ({
        id,
        by: names.get(account) ?? '',
        madeAt,
        receivedAt,
        made: withoutPicture(made),
      })),
  });
};

const ENTRIES: readonly SyncAct['kind'][] = ['treatment', 'bleed', 'not-taken', 'confirmation'];

/** Without the picture of a photo: nobody need look at it to decide, and it stands nowhere twice. */
const withoutPicture = (made: LateAct): LateAct =>
  made.kind === 'photo' ? { ...made, body: { ...made.body, data: '' } } : made;

/**
 * The box of another diary only where whoever made it recorded there, too, when they made it: staff reach every diary of
 * their centre, and would take it from whichever was named. Otherwise it stays where it is, and the next count finds it.
 */
const withOwnBox = async (
  { store }: Context,
  { centre }: DiaryIds,
  { account, madeAt }: Pick<Stored<typeof late>, 'account' | 'madeAt'>,
  made: SyncAct,
): Promise<SyncAct> => {
  if (made.kind !== 'treatment' || made.body.boxFrom === undefined) return made;
  const { boxFrom, ...body } = made.body;
  const theirs =
    boxFrom.centre === centre ? await store.get(link, link.key({ ...boxFrom, account })) : undefined;
  const couldRecord =
    theirs?.mayRecord === true && (theirs.endedAt === undefined || theirs.endedAt >= madeAt);
  return couldRecord ? made : { ...made, body: { ...body, fromHomeStock: false } };
};

/**
 * As it is taken in: from a source that says it did not come at once, and with what the centre has been asked and passed
 * besides what its maker had, because it may be long ago by now. The act's own id makes it once only.
 */
const offered = ({ body, ...made }: SyncAct, passed: readonly string[]): Result<SyncAct> => {
  const act = syncAct.safeParse({
    ...made,
    body: {
      ...body,
      ...('passed' in body ? { passed: [...new Set([...body.passed, ...passed])] } : {}),
      ...(ENTRIES.includes(made.kind) ? { source: 'staff' } : {}),
    },
  });
  return act.success ? ok(act.data) : invalid('/passed', 'too-many');
};

const takeIn = async (
  context: Context,
  caller: StaffCaller,
  diary: DiaryIds,
  item: Stored<typeof late>,
  passed: readonly string[],
): Promise<Result<Saved>> => {
  if (item.made.kind === 'photo') return addPhoto(context, caller, diary, item.made);
  const act = offered(await withOwnBox(context, diary, item, item.made), passed);
  return act.ok ? doAct(context, caller, diary, act.value) : act;
};

/**
 * Takes what came late into the diary, or discards it; either with a reason. It is taken in by the rules of the diary as
 * it is now: without a written consent nothing is, and it goes on waiting.
 */
export const decideLate = async (
  context: Context,
  caller: StaffCaller,
  given: { readonly patient: string; readonly id: string; readonly body: z.infer<typeof lateDecision> },
): Promise<Result<Saved>> => {
  const { patient, id, body } = given;
  const diary = diaryOf(caller, patient);
  const before = await context.store.get(late, late.key({ ...diary, late: id }));
  if (before === undefined) return fail('not-found');
  if (before.decided !== undefined)
    return before.mutationId === body.mutationId
      ? answerAgain(context, caller, { diary, statement: 0, value: { id, version: before.version } })
      : fail('not-now');
  if (body.decision === 'take-in') {
    const taken = await takeIn(context, caller, diary, before, body.passed);
    if (!taken.ok) return taken;
  }
  const stamp = stampOf(context, caller, body.mutationId);
  const { decision, reason, mutationId } = body;
  const item = {
    ...before,
    made: withoutPicture(before.made),
    decided: { at: stamp.at, by: caller.account, decision, reason },
    ...changed(before, stamp),
  };
  const outcome = await context.store.transact([
    mayWrite(caller, diary, 0),
    { act: 'put', label: 'late', entity: late, item, over: before.version },
    auditAct(
      context,
      caller,
      { of: 'diary', ...diary },
      { action: `late-${decision}`, about: before.made.id, reason, mutationId },
    ),
  ]);
  if (outcome.done) return ok({ id, version: item.version });
  if (outcome.refused === 'conflict') return fail('busy');
  return whyNot(outcome.refused, caller, 0) ?? fail('busy');
};
