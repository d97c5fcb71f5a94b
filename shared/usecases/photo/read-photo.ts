import type { Photo } from '#contracts/photo.ts';
import { entry } from '#table/entities/diary.ts';
import { picture } from '#table/entities/photo.ts';
import { readNoted } from '#usecases/audit/view.ts';
import { mayNotLook, sightFor } from '#usecases/diary/may-look.ts';
import { covers, type DiaryIds } from '#usecases/diary/may-write.ts';
import { readAbout } from '#usecases/diary/read-about.ts';
import type { Context, Person, StaffCaller } from '#usecases/ports/context.ts';
import { fail, ok, type Result } from '#usecases/result.ts';

/** One photo of a bleed. The view is in the audit before it is answered. */
export const readPhoto = async (
  context: Context,
  caller: Person | StaffCaller,
  diary: DiaryIds,
  { bleed, id }: { readonly bleed: string; readonly id: string },
): Promise<Result<Photo>> => {
  if (!covers(caller, diary)) return fail('not-found');
  const view = { action: 'read-photo', about: bleed } as const;
  return readNoted(context, caller, { of: 'diary', ...diary }, view, async () => {
    const [about, statement] = await Promise.all([readAbout(context, diary), context.statementInForce()]);
    const { found } = about;
    if (found === undefined) return fail('not-found');
    if (caller.kind === 'person' && found.consent.state === 'revoked') return fail('not-found');
    const no = mayNotLook(caller, about.links, statement);
    if (no !== undefined) return no;
    const known = about.photos.find((one) => one.photo === id && one.bleed === bleed);
    if (known === undefined || !sightFor(caller, about).sees(bleed)) return fail('not-found');
    const [shown, held] = await Promise.all([
      context.store.get(entry, entry.key({ ...diary, entry: bleed })),
      context.store.get(picture, picture.key({ ...diary, photo: id })),
    ]);
    // A bleed that was taken out takes its photos with it, for everybody.
    return held === undefined || shown?.voided !== undefined
      ? fail('not-found')
      : ok({ id, contentType: known.contentType, data: held.data });
  });
};
