import type { Saved } from '#contracts/entries.ts';
import type { SyncAct, SyncAnswer } from '#contracts/sync.ts';
import { link } from '#table/entities/diary.ts';
import { linkStands } from '#usecases/caller/still-in.ts';
import type { Context, Person } from '#usecases/ports/context.ts';
import type { Scopes } from '#usecases/ports/scopes.ts';
import { fail, ok, type Failure, type Result } from '#usecases/result.ts';
import { doAct } from './do-act.ts';
import { covers, type DiaryIds } from './may-write.ts';

/** What is so of the person or the diary, not of the act: where the first meets it, it is the answer to them all. */
const OF_ALL: readonly Failure['code'][] = [
  'consent-needed',
  'not-allowed',
  'not-found',
  'not-now',
  'signed-out',
  'statement-needed',
];

const fateOf = (mutationId: string, result: Result<Saved>): SyncAnswer['fates'][number] => {
  if (result.ok) return { mutationId, saved: result.value };
  const { code, fields, questions, current, retryAfterSeconds } = result.failure;
  return {
    mutationId,
    problem: {
      code,
      ...(fields === undefined ? {} : { fields: [...fields] }),
      ...(questions === undefined ? {} : { questions: [...questions] }),
      ...(current === undefined ? {} : { current }),
      ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    },
  };
};

/**
 * Acts that waited on a device, one after the other as they would come alone: each with its own authorisation, its own
 * audit and its own fate, and the same act twice is the same write. One transaction for all of them would be fewer
 * calls to the table, but every act changes the patient's state, and a transaction takes an item once.
 */
export const syncActs = async (
  context: Context & Partial<Scopes>,
  caller: Person,
  diary: DiaryIds,
  acts: readonly SyncAct[],
): Promise<Result<SyncAnswer>> => {
  if (!covers(caller, diary)) return fail('not-found');
  const fates: SyncAnswer['fates'] = [];
  for (const act of acts) {
    const result = await doAct(context, caller, diary, act);
    if (!result.ok && fates.length === 0) {
      const mine = await context.store.get(link, link.key({ ...diary, account: caller.account }));
      const stands = linkStands(mine, caller);
      // A fate is told of as an answer, so nothing else looks whether it may still be told.
      if (!stands.ok) return stands;
      if (OF_ALL.includes(result.failure.code)) return result;
    }
    fates.push(fateOf(act.body.mutationId, result));
    // What comes after it must not get in before it.
    if (!result.ok && result.failure.code === 'busy') break;
  }
  return ok({ fates });
};
