import type { Photo } from '#contracts/photo.ts';
import { picture } from '#table/entities/photo.ts';
import { readNoted } from '#usecases/audit/view.ts';
import { linkStands } from '#usecases/caller/still-in.ts';
import { covers, type DiaryIds } from '#usecases/diary/may-write.ts';
import { readAbout } from '#usecases/diary/read-about.ts';
import type { Context, Person } from '#usecases/ports/context.ts';
import { fail, ok, type Result } from '#usecases/result.ts';
import { sightOfPerson } from './sight-of-person.ts';

/** One photo of a bleed. The view is in the audit before it is answered. */
export const readPhoto = async (
  context: Context,
  caller: Person,
  diary: DiaryIds,
  { bleed, id }: { readonly bleed: string; readonly id: string },
): Promise<Result<Photo>> => {
  if (!covers(caller, diary)) return fail('not-found');
  const view = { action: 'read-photo', about: bleed } as const;
  return readNoted(context, caller, { of: 'diary', ...diary }, view, async () => {
    const [about, statement] = await Promise.all([readAbout(context, diary), context.statementInForce()]);
    const mine = about.links.find(({ account }) => account === caller.account);
    const stands = linkStands(mine, caller);
    if (about.found === undefined || about.found.consent.state === 'revoked') return fail('not-found');
    if (!stands.ok) return stands;
    if ((mine?.statementAgreed ?? -1) < statement) return fail('statement-needed');
    const known = about.photos.find((one) => one.photo === id && one.bleed === bleed);
    if (known === undefined || !sightOfPerson(about, caller).sees(bleed)) return fail('not-found');
    const held = await context.store.get(picture, picture.key({ ...diary, photo: id }));
    return held === undefined
      ? fail('not-found')
      : ok({ id, contentType: known.contentType, data: held.data });
  });
};
