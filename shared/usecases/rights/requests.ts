import type { RequestAnswerBody, RequestBody, RequestView } from '#contracts/rights.ts';
import { link } from '#table/entities/diary.ts';
import { request } from '#table/entities/request.ts';
import { outbox } from '#table/entities/system.ts';
import type { Stored } from '#table/entity.ts';
import { changed, created, fromItem } from '#table/item.ts';
import { auditAct } from '#usecases/audit/audit-item.ts';
import { linkStands } from '#usecases/caller/still-in.ts';
import { answerAgain } from '#usecases/diary/answer-again.ts';
import { stampOf } from '#usecases/diary/entry-item.ts';
import { mayNotLook } from '#usecases/diary/may-look.ts';
import { covers, mayWrite, whyNot, type DiaryIds } from '#usecases/diary/may-write.ts';
import { readAbout } from '#usecases/diary/read-about.ts';
import { mailItem } from '#usecases/outbox/mail-item.ts';
import { diaryOf } from '#usecases/patient/change-patient.ts';
import { provedWhen } from '#usecases/session/proof.ts';
import type { Context, Person, StaffCaller } from '#usecases/ports/context.ts';
import type { Act, Refused } from '#usecases/ports/store.ts';
import { fail, invalid, ok, type Result } from '#usecases/result.ts';

type Request = Stored<typeof request>;

/** Far more than anybody has reason to ask; every look at a diary reads them. */
const MOST = 50;
/** A right doesn't hang on the statement: whoever refuses it, or never answered one, may still ask. */
const NO_STATEMENT = -1;

/** A request as it is told to whoever asked. */
export const requestViewOf = (item: Request): RequestView => ({
  id: item.request,
  version: item.version,
  what: item.what,
  ...(item.text === undefined ? {} : { text: item.text }),
  askedAt: item.askedAt,
  state: item.state,
  ...(item.seenAt === undefined ? {} : { seenAt: item.seenAt }),
  ...(item.decidedAt === undefined ? {} : { decidedAt: item.decidedAt }),
  ...(item.answer === undefined ? {} : { answer: item.answer }),
});

/** Whoever is linked may ask, also who may only look and who has not agreed to the statement. */
const mayAsk = (context: Context, caller: Person, diary: DiaryIds, body: RequestBody): Act => ({
  act: 'check',
  label: 'may-ask',
  key: link.key({ ...diary, account: caller.account }),
  when: [
    { path: 'endedAt', is: 'absent' },
    { path: 'consent', is: '<>', to: 'revoked' },
    { path: 'notBefore', is: '<=', to: caller.issuedAt },
    // A review harms nobody.
    ...(body.what === 'review' ? [] : provedWhen(context, body.proof)),
  ],
});

const whyRefused = (refused: readonly Refused[], caller: Person, mutationId: string): Result<RequestView> => {
  const asked = refused.find(({ label }) => label === 'may-ask');
  if (asked !== undefined) {
    const mine = asked.found === undefined ? undefined : fromItem(link, asked.found);
    const stands = linkStands(mine, caller);
    if (!stands.ok) return stands;
    return fail(mine?.consent === 'revoked' ? 'not-found' : 'proof-needed');
  }
  const there = refused.find(({ label }) => label === 'request')?.found;
  return there?.['mutationId'] === mutationId ? ok(requestViewOf(fromItem(request, there))) : fail('taken');
};

const mine = async (context: Context, caller: Person, diary: DiaryIds) => {
  const { found, links, requests } = await readAbout(context, diary);
  if (found === undefined || found.consent.state === 'revoked') return fail('not-found');
  const no = mayNotLook(caller, links, NO_STATEMENT);
  return no ?? ok(requests.filter(({ account }) => account === caller.account));
};

/**
 * Asks the centre for a review, for deletion, or to withdraw. The same request sent twice is one.
 *
 * @returns `proof-needed` for what can't be undone, unless the password was typed a moment ago
 */
export const askRequest = async (
  context: Context,
  caller: Person,
  diary: DiaryIds,
  { id, body }: { readonly id: string; readonly body: RequestBody },
): Promise<Result<RequestView>> => {
  if (!covers(caller, diary)) return fail('not-found');
  const before = await mine(context, caller, diary);
  if (!before.ok) return before;
  if (before.value.length >= MOST) return invalid('/what', 'too-many');
  const stamp = stampOf(context, caller, body.mutationId);
  const item: Request = {
    ...diary,
    request: id,
    account: caller.account,
    what: body.what,
    ...(body.text === undefined || body.text === '' ? {} : { text: body.text }),
    askedAt: stamp.at,
    state: 'asked',
    ...created(stamp),
  };
  const outcome = await context.store.transact([
    mayAsk(context, caller, diary, body),
    { act: 'put', label: 'request', entity: request, item, over: 'absent' },
    auditAct(
      context,
      caller,
      { of: 'diary', ...diary },
      { action: 'ask-request', about: id, mutationId: body.mutationId, after: { what: body.what } },
    ),
  ]);
  if (outcome.done) return ok(requestViewOf(item));
  return outcome.refused === 'conflict' ? fail('busy') : whyRefused(outcome.refused, caller, body.mutationId);
};

/** What an account itself asked of a diary's centre, newest first. What others asked is theirs. */
export const listRequests = async (
  context: Context,
  caller: Person,
  diary: DiaryIds,
): Promise<Result<{ readonly items: RequestView[] }>> => {
  if (!covers(caller, diary)) return fail('not-found');
  const asked = await mine(context, caller, diary);
  if (!asked.ok) return asked;
  const items = asked.value.map((item) => requestViewOf(item));
  return ok({ items: items.sort((one, other) => other.askedAt.localeCompare(one.askedAt)) });
};

/** A mail that says there is something to read, and nothing else. */
const told = (context: Context, caller: StaffCaller, to: Stored<typeof link> | undefined): Act[] => {
  if (to?.email === undefined || to.endedAt !== undefined) return [];
  const item = mailItem(context, {
    owner: { of: 'centre', centre: to.centre },
    message: 'request-answered',
    to: to.email,
    zone: 'Europe/London',
    locale: to.language,
    values: {},
    by: caller.account,
  });
  return [{ act: 'put', label: 'mail', entity: outbox, item, over: 'absent' }];
};

/** Says that a request was seen, or what was decided, in words to whoever asked. A decision stands. */
export const answerRequest = async (
  context: Context,
  caller: StaffCaller,
  given: { readonly patient: string; readonly id: string; readonly body: RequestAnswerBody },
): Promise<Result<RequestView>> => {
  const { body, id } = given;
  const diary = diaryOf(caller, given.patient);
  const before = await context.store.get(request, request.key({ ...diary, request: id }));
  if (before === undefined) return fail('not-found');
  if (before.mutationId === body.mutationId)
    return answerAgain(context, caller, { diary, statement: 0, value: requestViewOf(before) });
  if (before.state === 'decided') return fail('not-now');
  const asker = await context.store.get(link, link.key({ ...diary, account: before.account }));
  const stamp = stampOf(context, caller, body.mutationId);
  const item: Request = {
    ...before,
    state: body.state,
    seenAt: before.seenAt ?? stamp.at,
    ...(body.state === 'decided' ? { decidedAt: stamp.at, answer: body.answer } : {}),
    ...changed(before, stamp),
  };
  const outcome = await context.store.transact([
    mayWrite(caller, diary, 0),
    { act: 'put', label: 'request', entity: request, item, over: before.version },
    ...(body.state === 'decided' ? told(context, caller, asker) : []),
    auditAct(
      context,
      caller,
      { of: 'diary', ...diary },
      { action: 'answer-request', about: id, mutationId: body.mutationId, after: { state: body.state } },
    ),
  ]);
  if (outcome.done) return ok(requestViewOf(item));
  return (outcome.refused === 'conflict' ? undefined : whyNot(outcome.refused, caller, 0)) ?? fail('busy');
};
