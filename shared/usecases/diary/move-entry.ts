import { Temporal } from 'temporal-polyfill';
import type { MoveBody, Saved } from '#contracts/entries.ts';
import { changed, type Stamp } from '#table/item.ts';
import type { Context, Person } from '#usecases/ports/context.ts';
import type { Scopes } from '#usecases/ports/scopes.ts';
import type { Store } from '#usecases/ports/store.ts';
import { fail, invalid, ok, type Result } from '#usecases/result.ts';
import { closed } from './closed.ts';
import { stampOf } from './entry-item.ts';
import { covers, mayWrite, whyNot, type DiaryIds } from './may-write.ts';
import { moveActs } from './move-acts.ts';
import { movedEntry } from './moved-entry.ts';
import { tracesOf, type Moved } from './moved-states.ts';
import { tooManyOpen } from './open-bleeds.ts';
import { nearBy, twinQuestion } from './possible-twin.ts';
import { readMoving, type Moving } from './read-moving.ts';

/** What a transaction takes; each act of ours is one item. */
const MOST_ITEMS = 100;
const TRIES = 4;

const movedOf = (caller: Person, moving: Moving, body: MoveBody, stamp: Stamp): Moved[] => {
  const destination = {
    diary: body.to,
    homeZone: moving.there.homeZone,
    ids: moving.ids,
    passed: body.passed,
  };
  const voided = {
    at: stamp.at,
    by: caller.account,
    reason: 'Moved to another diary',
    moved: true as const,
  };
  return moving.entries.map((before) => {
    const [now] = before.parts;
    return {
      before,
      gone: { ...now, voided, ...changed(now, stamp) },
      here: movedEntry(caller, before.seen, destination, stamp),
    };
  });
};

/** What is asked before it is put there: the other diary may have that dose already. */
const questionThere = async (
  context: Context,
  caller: Person,
  to: DiaryIds,
  moved: readonly Moved[],
  passed: readonly string[],
): Promise<Result<never> | undefined> => {
  for (const { here } of moved) {
    if (here.data.kind !== 'treatment') continue;
    const given = { ...here.data, passed };
    const near = nearBy(given, Temporal.Instant.from(here.instantAt));
    const asked = await twinQuestion(context, caller, given, near)(to);
    if (asked !== undefined) return asked;
  }
  return undefined;
};

/**
 * What was read of the two diaries, to whoever may still write both: a token outlives a link, and an answer about the
 * other diary, or of an act that was done before, would tell how things stand there.
 */
const toldTo = async (
  context: Context,
  pair: Store,
  caller: Person,
  { from, to }: { readonly from: DiaryIds; readonly to: DiaryIds },
  answer: Result<Saved>,
): Promise<Result<Saved>> => {
  const statement = await context.statementInForce();
  const outcome = await pair.transact([mayWrite(caller, from, statement), mayWrite(caller, to, statement)]);
  if (outcome.done) return answer;
  return outcome.refused === 'conflict'
    ? fail('busy')
    : (whyNot(outcome.refused, caller, statement) ?? fail('busy'));
};

const attempt = async (
  contexts: { readonly from: Context; readonly to: Context; readonly pair: Store },
  caller: Person,
  moving: Moving,
  body: MoveBody,
  stamp: Stamp,
): Promise<Result<Saved> | 'again'> => {
  const { from, to } = moving;
  const moved = movedOf(caller, moving, body, stamp);
  const no =
    closed(moving.found) ??
    closed(moving.there) ??
    tooManyOpen(moving.there.openBleeds, tracesOf(moved)) ??
    (await questionThere(contexts.to, caller, to, moved, body.passed));
  if (no !== undefined) return no;
  const statement = await contexts.from.statementInForce();
  const acts = [
    mayWrite(caller, from, statement),
    mayWrite(caller, to, statement),
    ...(await moveActs(contexts.from, caller, moving, moved, stamp)),
  ];
  if (acts.length > MOST_ITEMS) return invalid('/others', 'too-many');
  const outcome = await contexts.pair.transact(acts);
  if (outcome.done) return ok({ id: body.as, version: 1 });
  if (outcome.refused === 'conflict') return fail('busy');
  const mayNot = whyNot(outcome.refused, caller, statement);
  if (mayNot !== undefined) return mayNot;
  return outcome.refused.some(({ label }) => label === 'here') &&
    !outcome.refused.some(({ label }) => label === 'gone')
    ? fail('taken')
    : 'again';
};

/**
 * Moves an entry to another diary of the same account, in one act on both: it is removed here and is there, its boxes
 * and photos with it, or nothing happened. What goes with it keeps its links; links to what stays are taken off.
 */
export const moveEntry = async (
  context: Context & Scopes,
  caller: Person,
  from: DiaryIds,
  given: { readonly id: string; readonly body: MoveBody; readonly version: number | undefined },
): Promise<Result<Saved>> => {
  const { body, version } = given;
  const { to } = body;
  if (!covers(caller, from) || !covers(caller, to)) return fail('not-found');
  if (from.centre === to.centre && from.patient === to.patient) return invalid('/to', 'repeated');
  if (version === undefined) return invalid('/if-match', 'empty');
  const contexts = {
    from: context,
    to: { ...context, store: context.within({ of: 'diary', centre: to.centre, patient: to.patient }) },
    pair: context.within({ of: 'pair', ...from, otherCentre: to.centre, otherPatient: to.patient }),
  };
  const stamp = stampOf(context, caller, body.mutationId);
  for (let tried = 0; tried < TRIES; tried += 1) {
    const moving = await readMoving(contexts, caller, { from, to }, { ...given, version });
    const outcome =
      moving === 'done'
        ? ok({ id: body.as, version: 1 })
        : moving.ok
          ? await attempt(contexts, caller, moving.value, body, stamp)
          : moving;
    if (outcome === 'again') continue;
    const isNew = moving !== 'done' && outcome.ok;
    return isNew ? outcome : toldTo(context, contexts.pair, caller, { from, to }, outcome);
  }
  return fail('busy');
};
