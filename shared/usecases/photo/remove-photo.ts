import type { Saved } from '#contracts/entries.ts';
import { photo, picture } from '#table/entities/photo.ts';
import { auditAct } from '#usecases/audit/audit-item.ts';
import { stampOf } from '#usecases/diary/entry-item.ts';
import { covers, mayWrite, whyNot, type DiaryIds } from '#usecases/diary/may-write.ts';
import { readAbout } from '#usecases/diary/read-about.ts';
import type { Context, Person } from '#usecases/ports/context.ts';
import { fail, ok, type Result } from '#usecases/result.ts';
import { openDiary, whyClosed } from './open-diary.ts';
import { sightOfPerson } from './sight-of-person.ts';

/** Deletes a photo: the picture is gone at once, and only that there was one stays. */
export const removePhoto = async (
  context: Context,
  caller: Person,
  diary: DiaryIds,
  given: { readonly bleed: string; readonly id: string; readonly body: { readonly mutationId: string } },
): Promise<Result<Saved>> => {
  if (!covers(caller, diary)) return fail('not-found');
  const { bleed, id, body } = given;
  const [about, statement] = await Promise.all([readAbout(context, diary), context.statementInForce()]);
  const known = about.photos.find((one) => one.photo === id && one.bleed === bleed);
  if (known === undefined || !sightOfPerson(about, caller).sees(bleed)) return fail('not-found');
  const stamp = stampOf(context, caller, body.mutationId);
  const ids = { ...diary, photo: id };
  const outcome = await context.store.transact([
    mayWrite(caller, diary, statement),
    openDiary(diary),
    {
      act: 'update',
      label: 'photo',
      key: photo.key(ids),
      set: { removedAt: stamp.at, updatedAt: stamp.at, updatedBy: stamp.by, mutationId: stamp.mutationId },
      when: [{ path: 'removedAt', is: 'absent' }],
    },
    { act: 'remove', label: 'picture', key: picture.key(ids) },
    auditAct(
      context,
      caller,
      { of: 'diary', ...diary },
      { action: 'remove-photo', about: bleed, mutationId: body.mutationId },
    ),
  ]);
  if (outcome.done) return ok({ id, version: known.version + 1 });
  if (outcome.refused === 'conflict') return fail('busy');
  const no = whyNot(outcome.refused, caller, statement) ?? whyClosed(outcome.refused);
  // Removed before, by this act or another: what was asked for is so.
  return no ?? ok({ id, version: known.version });
};
