import type { Context, Writer } from '#usecases/ports/context.ts';
import { fail, ok, type Result } from '#usecases/result.ts';
import { mayWrite, whyNot, type DiaryIds } from './may-write.ts';

/**
 * The answer to an act that was done before, sent again: to whoever may still do it. What is in it was read, so without
 * this look somebody who has left would be told how things stand.
 *
 * @param given.statement the version that must be agreed to; 0 for staff
 */
export const answerAgain = async <T>(
  { store }: Pick<Context, 'store'>,
  caller: Writer,
  given: { readonly diary: DiaryIds; readonly statement: number; readonly value: T },
): Promise<Result<T>> => {
  const outcome = await store.transact([mayWrite(caller, given.diary, given.statement)]);
  if (outcome.done) return ok(given.value);
  if (outcome.refused === 'conflict') return fail('busy');
  return whyNot(outcome.refused, caller, given.statement) ?? fail('busy');
};
