import type { BleedBody, Saved, TreatmentBody } from '#contracts/entries.ts';
import { centreProfile } from '#table/entities/centre.ts';
import { stillIn } from '#usecases/caller/still-in.ts';
import { correctBleed } from '#usecases/diary/correct-bleed.ts';
import { correctTreatment } from '#usecases/diary/correct-treatment.ts';
import type { DiaryIds } from '#usecases/diary/may-write.ts';
import { readAbout } from '#usecases/diary/read-about.ts';
import { recordBleed } from '#usecases/diary/record-bleed.ts';
import { recordTreatment } from '#usecases/diary/record-treatment.ts';
import type { SharingStaff, StaffCaller } from '#usecases/ports/context.ts';
import { fail, ok, type Result } from '#usecases/result.ts';
import { atOwnCentre, letIn, type SharedContext } from './open-shared.ts';

interface Given<B> {
  readonly id: string;
  readonly body: B;
  /** The version a correction starts from; `undefined` records. */
  readonly version: number | undefined;
}

/**
 * The caller as the grant lets them in. The grant is checked again in the transaction itself; the membership at the
 * other centre can't be, because a transaction has one credential and the diary's reaches no other centre. It is read
 * just before: somebody whose job ends in that moment writes at most the one entry that is under way.
 */
const writerIn = async (
  context: SharedContext,
  caller: StaffCaller,
  diary: DiaryIds,
): Promise<Result<SharingStaff>> => {
  const own = context.within({ of: 'centre', centre: caller.centre });
  const [stands, at] = await Promise.all([
    stillIn({ store: own }, caller, undefined),
    atOwnCentre(context, caller, diary),
  ]);
  if (!stands.ok) return stands;
  if (!at.ok) return at;
  const [about, profile] = await Promise.all([
    readAbout(context, diary),
    context.store.get(centreProfile, centreProfile.key(diary)),
  ]);
  const allowed = letIn(context, caller, at.value, { ...about, profile });
  return allowed === undefined ? fail('not-found') : ok(allowed.caller);
};

/** Records a treatment in a diary that another centre shares, or corrects one that this centre recorded there. */
export const recordSharedTreatment = async (
  context: SharedContext,
  caller: StaffCaller,
  diary: DiaryIds,
  { id, body, version }: Given<TreatmentBody>,
): Promise<Result<Saved>> => {
  const writer = await writerIn(context, caller, diary);
  if (!writer.ok) return writer;
  return version === undefined
    ? recordTreatment(context, writer.value, diary, id, body)
    : correctTreatment(context, writer.value, diary, { id, body, version });
};

/** The same for a bleed. */
export const recordSharedBleed = async (
  context: SharedContext,
  caller: StaffCaller,
  diary: DiaryIds,
  { id, body, version }: Given<BleedBody>,
): Promise<Result<Saved>> => {
  const writer = await writerIn(context, caller, diary);
  if (!writer.ok) return writer;
  return version === undefined
    ? recordBleed(context, writer.value, diary, id, body)
    : correctBleed(context, writer.value, diary, { id, body, version });
};
