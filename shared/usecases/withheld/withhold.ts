import type * as z from 'zod';
import type { Saved } from '#contracts/entries.ts';
import type { liftBody, WithheldBody, WithheldItem } from '#contracts/sharing.ts';
import { addDays } from '#domain/calendar-day.ts';
import { localDay } from '#domain/local-time.ts';
import type { WithheldKind } from '#domain/vocabulary.ts';
import { entry } from '#table/entities/diary.ts';
import { withheld } from '#table/entities/sharing.ts';
import { state } from '#table/entities/state.ts';
import { audit } from '#table/entities/system.ts';
import type { Stored } from '#table/entity.ts';
import { changed, created } from '#table/item.ts';
import { auditAct, type Happening } from '#usecases/audit/audit-item.ts';
import { answerAgain } from '#usecases/diary/answer-again.ts';
import { stampOf } from '#usecases/diary/entry-item.ts';
import { mayWrite, whyNot, type DiaryIds } from '#usecases/diary/may-write.ts';
import { readAbout } from '#usecases/diary/read-about.ts';
import { diaryOf } from '#usecases/patient/change-patient.ts';
import type { Context, StaffCaller } from '#usecases/ports/context.ts';
import type { Act } from '#usecases/ports/store.ts';
import { fail, invalid, ok, type Result } from '#usecases/result.ts';
import { PATIENT } from './sight.ts';

type Mark = Stored<typeof withheld>;

/** Nothing stays withheld for longer without a person looking at it again, in days. */
const LATEST_REVIEW_DAYS = 366;
/** All that is withheld in a diary is read with every look at it. */
const MOST = 100;
/** The only id of a home zone: a patient has one. */
const HOME = 'home';

interface Named {
  readonly patient: string;
  readonly what: WithheldKind;
  readonly id: string;
}

type Given = Named & { readonly body: WithheldBody };
type About = Awaited<ReturnType<typeof readAbout>>;

/** What is withheld, as the centre's own staff read it. */
export const withheldItemOf = ({ what, about, on, at, from, reason, reviewOn }: Mark): WithheldItem => ({
  what,
  about,
  ...(on === undefined ? {} : { on }),
  ...(at === undefined ? {} : { at }),
  from,
  reason,
  reviewOn,
});

const kept = ({ from, reviewOn, reason }: Mark) => ({ from, reviewOn, reason });

const write = async (
  context: Context,
  caller: StaffCaller,
  act: Act,
  happening: Happening,
  patient: string,
): Promise<Result<'done'>> => {
  const diary = diaryOf(caller, patient);
  const outcome = await context.store.transact([
    mayWrite(caller, diary, 0),
    act,
    auditAct(context, caller, { of: 'diary', ...diary }, happening),
  ]);
  if (outcome.done) return ok('done');
  if (outcome.refused === 'conflict') return fail('busy');
  return whyNot(outcome.refused, caller, 0) ?? fail('busy');
};

type Thing = Pick<Mark, 'entryKind' | 'on'> | undefined;

const entryThing = async ({ store }: Context, diary: DiaryIds, id: string): Promise<Thing> => {
  const found = await store.get(entry, entry.key({ ...diary, entry: id }));
  return found === undefined ? undefined : { entryKind: found.data.kind, on: found.localAt.slice(0, 10) };
};

/** The partition is this diary's, so a line of another diary is never found. */
const lineThing = async ({ store }: Context, diary: DiaryIds, id: string, at = ''): Promise<Thing> => {
  const key = audit.key({ owner: { of: 'diary', ...diary }, at, audit: id });
  return (await store.get(audit, key)) === undefined ? undefined : { on: at.slice(0, 10) };
};

/** Whether the thing is there; for an entry, what kind it is. */
const thingOf = async (
  context: Context,
  diary: DiaryIds,
  { what, id, body }: Given,
  links: About['links'],
): Promise<Thing> => {
  switch (what) {
    case 'entry':
      return entryThing(context, diary, id);
    case 'log':
      return lineThing(context, diary, id, body.at);
    case 'address':
      return id === PATIENT || links.some(({ account }) => account === id) ? {} : undefined;
    case 'zone':
      return id === HOME ? {} : undefined;
  }
};

/** The names must be of this diary: a slip would withhold it from nobody. */
const strangers = (
  { accounts, centres }: WithheldBody['from'],
  about: Pick<About, 'links' | 'grants'>,
): Result<never> | undefined => {
  const linked = new Set(about.links.map(({ account }) => account));
  if (accounts.some((account) => !linked.has(account))) return invalid('/from/accounts', 'not-linked');
  const shared = new Set(about.grants.map(({ grantee }) => grantee));
  return centres.some((centre) => !shared.has(centre)) ? invalid('/from/centres', 'not-shared') : undefined;
};

/**
 * Withholds an entry, a line of the log, somebody's addresses or the home zone from named people or centres; done again it replaces from whom. It stays so
 * until a person lifts it: the review date only asks.
 */
export const withhold = async (
  context: Context,
  caller: StaffCaller,
  given: Given,
): Promise<Result<WithheldItem>> => {
  const { patient, what, id, body } = given;
  const diary = diaryOf(caller, patient);
  if (what === 'log' && body.at === undefined) return invalid('/at', 'missing');
  const about = await readAbout(context, diary);
  const thing = await thingOf(context, diary, given, about.links);
  const { found, marks } = about;
  if (found === undefined || thing === undefined) return fail('not-found');
  const before = marks.find((one) => one.what === what && one.about === id);
  if (before?.mutationId === body.mutationId)
    return answerAgain(context, caller, { diary, statement: 0, value: withheldItemOf(before) });
  if (before === undefined && marks.length >= MOST) return invalid('', 'too-many');
  const today = localDay(context.now(), found.homeZone);
  if (body.reviewOn <= today) return invalid('/reviewOn', 'in-the-past');
  if (body.reviewOn > addDays(today, LATEST_REVIEW_DAYS)) return invalid('/reviewOn', 'too-far');
  const wrong = strangers(body.from, about);
  if (wrong !== undefined) return wrong;
  const { mutationId, ...fields } = body;
  const stamp = stampOf(context, caller, mutationId);
  const salt = before?.salt ?? context.newId();
  const name = `${found.identity.familyName}, ${found.identity.givenName}`;
  const common = before === undefined ? created(stamp) : { ...created(stamp), ...changed(before, stamp) };
  const item: Mark = { ...diary, what, about: id, salt, ...thing, ...fields, name, ...common };
  const over = before?.version ?? 'absent';
  const happening = {
    action: 'withhold',
    about: id,
    reason: body.reason,
    mutationId,
    ...(before === undefined ? {} : { before: kept(before) }),
    after: kept(item),
  };
  const act: Act = { act: 'put', label: 'withheld', entity: withheld, item, over };
  const result = await write(context, caller, act, happening, patient);
  return result.ok ? ok(withheldItemOf(item)) : result;
};

/** Shows again what was withheld. From whom and why it was stays in the audit. */
export const liftWithheld = async (
  context: Context,
  caller: StaffCaller,
  given: Named & { readonly body: z.infer<typeof liftBody> },
): Promise<Result<Saved>> => {
  const { patient, what, id, body } = given;
  const diary = diaryOf(caller, patient);
  const [mark, found] = await Promise.all([
    context.store.get(withheld, withheld.key({ ...diary, what, about: id })),
    context.store.get(state, state.key(diary)),
  ]);
  if (found === undefined || mark === undefined) return fail('not-found');
  if (mark.lifted !== undefined)
    return mark.mutationId === body.mutationId
      ? answerAgain(context, caller, { diary, statement: 0, value: { id, version: mark.version } })
      : fail('not-found');
  const { mutationId, reason } = body;
  const happening = { action: 'lift-withheld', about: id, reason, mutationId, before: kept(mark) };
  const item: Mark = {
    ...mark,
    lifted: true,
    ...changed(mark, stampOf(context, caller, mutationId)),
  };
  const act: Act = { act: 'put', label: 'withheld', entity: withheld, item, over: mark.version };
  const result = await write(context, caller, act, happening, patient);
  return result.ok ? ok({ id, version: item.version }) : result;
};
