import type * as z from 'zod';
import type { Me, statementAnswer } from '#contracts/diary.ts';
import type { Context, Person } from '#usecases/ports/context.ts';
import type { Scopes } from '#usecases/ports/scopes.ts';
import { invalid, ok, type Result } from '#usecases/result.ts';
import { changeOwnLinks } from './change-own-links.ts';
import { linksOfAccount, meFrom } from './read-me.ts';

type Answer = z.infer<typeof statementAnswer>;

/** Asked again only where the answer is to another version than the one known: it may be younger than what is known. */
const isInForce = async (context: Context, version: number): Promise<boolean> =>
  version === (await context.statementInForce()) || version === (await context.statementInForce('again'));

/**
 * Agrees to, or refuses, the statement in force. The answer binds the account, so it is written to each of its links;
 * a refusal keeps what was agreed before. Both are kept with their day, and are in the audit.
 */
export const answerStatement = async (
  context: Context & Scopes,
  caller: Person,
  { agreed, version, mutationId }: Answer,
): Promise<Result<Me>> => {
  const [links, inForce] = await Promise.all([
    linksOfAccount(context, caller.account),
    isInForce(context, version),
  ]);
  if (!inForce) return invalid('/version', 'not-in-force');
  const answered = await changeOwnLinks(context, caller, links, {
    action: agreed ? 'agree-statement' : 'refuse-statement',
    about: String(version),
    mutationId,
    set: agreed ? { statementAgreed: version } : {},
    answer: { version, agreed, at: context.now().toString({ smallestUnit: 'second' }) },
  });
  return answered.ok ? ok(meFrom(caller, answered.value, version)) : answered;
};
