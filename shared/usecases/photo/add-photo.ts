import type { Saved } from '#contracts/entries.ts';
import type { PhotoBody } from '#contracts/photo.ts';
import { PHOTO_MOST_OF_A_BLEED, photoProblem } from '#domain/photo.ts';
import { entry } from '#table/entities/diary.ts';
import { photo, photoTurn, picture } from '#table/entities/photo.ts';
import type { Stored } from '#table/entity.ts';
import { changed, created, fromItem, type Stamp } from '#table/item.ts';
import { auditAct } from '#usecases/audit/audit-item.ts';
import { linkStands } from '#usecases/caller/still-in.ts';
import { stampOf } from '#usecases/diary/entry-item.ts';
import { covers, mayWrite, whyNot, type DiaryIds } from '#usecases/diary/may-write.ts';
import { readAbout } from '#usecases/diary/read-about.ts';
import type { Context, Person, StaffCaller } from '#usecases/ports/context.ts';
import type { Act, Refused } from '#usecases/ports/store.ts';
import { fail, invalid, ok, type Result } from '#usecases/result.ts';
import { openDiary, whyClosed } from './open-diary.ts';
import { sightOfPerson } from './sight-of-person.ts';

type Turn = Stored<typeof photoTurn>;
const TURN = 'turn';

interface Given {
  readonly bleed: string;
  readonly id: string;
  readonly body: PhotoBody;
}

/** More than can come at once from the phones of one family; each finds its turn taken once. */
const TRIES = 8;
const DAY_S = 86_400;

const refusal = (refused: readonly Refused[], { id, body }: Given): Result<Saved> | undefined => {
  const found = refused.find(({ label }) => label === 'photo')?.found;
  if (found !== undefined) {
    const before = fromItem(photo, found);
    return before.mutationId === body.mutationId ? ok({ id, version: before.version }) : fail('taken');
  }
  return refused.every(({ label }) => label === TURN) ? undefined : (whyClosed(refused) ?? fail('not-found'));
};

/** Why a person does not even hear of the bleed, if so. */
const notTheirs = (
  about: Awaited<ReturnType<typeof readAbout>>,
  caller: Person,
  bleed: string,
): Result<never> | undefined => {
  const mine = about.links.find(({ account }) => account === caller.account);
  const stands = linkStands(mine, caller);
  if (!stands.ok) return stands;
  return sightOfPerson(about, caller).sees(bleed) ? undefined : fail('not-found');
};

/**
 * Takes the turn that was read before the photos were counted. Whoever came in between has taken it, and then the
 * count is made anew: so never more photos than a bleed may have, however many come at once.
 */
const takeTurn = (diary: DiaryIds, bleed: string, read: Turn | undefined, stamp: Stamp): Act => {
  const over = read?.version ?? 'absent';
  const gone = Math.floor(Date.parse(stamp.at) / 1000) + DAY_S;
  const fresh = { ...diary, bleed, ...created(stamp, gone) };
  const item = read === undefined ? fresh : { ...fresh, ...changed(read, stamp) };
  return { act: 'put', label: TURN, entity: photoTurn, item, over };
};

/** The photo and its picture, of a bleed that is there. */
const keepPhoto = (diary: DiaryIds, { bleed, id, body }: Given, bytes: number, stamp: Stamp): Act[] => {
  const ids = { ...diary, photo: id };
  const { contentType } = body;
  return [
    {
      act: 'check',
      label: 'bleed',
      key: entry.key({ ...diary, entry: bleed }),
      when: [
        { path: 'data.kind', is: '=', to: 'bleed' },
        { path: 'voided', is: 'absent' },
      ],
    },
    {
      act: 'put',
      label: 'photo',
      entity: photo,
      item: { ...ids, bleed, contentType, bytes, ...created(stamp) },
      over: 'absent',
    },
    {
      act: 'put',
      label: 'picture',
      entity: picture,
      item: { ...ids, data: body.data, ...created(stamp) },
      over: 'absent',
    },
  ];
};

const attempt = async (
  context: Context,
  caller: Person | StaffCaller,
  diary: DiaryIds,
  given: Given,
): Promise<Result<Saved> | 'again'> => {
  const { bleed, id, body } = given;
  const bytes = Buffer.from(body.data, 'base64');
  const problem = photoProblem(bytes, body.contentType);
  // Before the photos: what is counted is then at least as new as the turn.
  const turn = await context.store.get(photoTurn, photoTurn.key({ ...diary, bleed }));
  const about = await readAbout(context, diary);
  const no = caller.kind === 'person' ? notTheirs(about, caller, bleed) : undefined;
  if (no !== undefined) return no;
  if (problem !== undefined) return invalid('/data', problem);
  const others = about.photos.filter((one) => one.bleed === bleed && one.photo !== id);
  const shown = others.filter(({ removedAt }) => removedAt === undefined);
  const mine = about.links.find(({ account }) => account === caller.account);
  // Who may not record is told just that, by the write.
  const mayRecord = caller.kind === 'staff' || mine?.mayRecord === true;
  if (mayRecord && shown.length >= PHOTO_MOST_OF_A_BLEED) return invalid('/data', 'too-many');
  const statement = await context.statementInForce();
  const stamp = stampOf(context, caller, body.mutationId);
  const outcome = await context.store.transact([
    mayWrite(caller, diary, statement),
    openDiary(diary),
    takeTurn(diary, bleed, turn, stamp),
    ...keepPhoto(diary, given, bytes.length, stamp),
    auditAct(
      context,
      caller,
      { of: 'diary', ...diary },
      { action: 'add-photo', about: bleed, mutationId: body.mutationId },
    ),
  ]);
  if (outcome.done) return ok({ id, version: 1 });
  if (outcome.refused === 'conflict') return fail('busy');
  return whyNot(outcome.refused, caller, statement) ?? refusal(outcome.refused, given) ?? 'again';
};

/** Keeps a photo of a bleed: checked byte by byte, refused where it says more than the picture. */
export const addPhoto = async (
  context: Context,
  caller: Person | StaffCaller,
  diary: DiaryIds,
  given: Given,
): Promise<Result<Saved>> => {
  if (!covers(caller, diary)) return fail('not-found');
  for (let tried = 0; tried < TRIES; tried += 1) {
    const outcome = await attempt(context, caller, diary, given);
    if (outcome !== 'again') return outcome;
  }
  return fail('busy');
};
