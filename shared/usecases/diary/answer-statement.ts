import type * as z from 'zod';
import type { Me, statementAnswer } from '#contracts/diary.ts';
import { link } from '#table/entities/diary.ts';
import type { Stored } from '#table/entity.ts';
import { auditAct } from '#usecases/audit/audit-item.ts';
import type { Context, Person } from '#usecases/ports/context.ts';
import type { Scopes } from '#usecases/ports/scopes.ts';
import type { Outcome } from '#usecases/ports/store.ts';
import { fail, invalid, ok, type Failure, type Result } from '#usecases/result.ts';
import { covers } from './may-write.ts';
import { linksOfAccount, meFrom } from './read-me.ts';

type Link = Stored<typeof link>;
type Answer = z.infer<typeof statementAnswer>;

/** Asked again only where the answer is to another version than the one known: it may be younger than what is known. */
const isInForce = async (context: Context, version: number): Promise<boolean> =>
  version === (await context.statementInForce()) || version === (await context.statementInForce('again'));

/** The answer on one link, with its audit: each diary is its own transaction, in its own scope. */
const answerOn = (context: Context & Scopes, caller: Person, one: Link, body: Answer): Promise<Outcome> => {
  const { centre, patient } = one;
  return context.within({ of: 'diary', centre, patient }).transact([
    {
      act: 'update',
      label: 'link',
      key: link.key(one),
      set: {
        ...(body.agreed ? { statementAgreed: body.version } : {}),
        mutationId: body.mutationId,
        updatedAt: context.now().toString({ smallestUnit: 'millisecond' }),
        updatedBy: caller.account,
      },
      when: [
        { path: 'endedAt', is: 'absent' },
        { path: 'notBefore', is: '<=', to: caller.issuedAt },
        { path: 'mutationId', is: '<>', to: body.mutationId },
      ],
    },
    auditAct(
      context,
      caller,
      { of: 'diary', centre, patient },
      {
        action: body.agreed ? 'agree-statement' : 'refuse-statement',
        about: String(body.version),
        mutationId: body.mutationId,
      },
    ),
  ]);
};

const whyNot = (outcome: Outcome, { mutationId }: Answer): Failure['code'] | undefined => {
  if (outcome.done) return undefined;
  if (outcome.refused === 'conflict') return 'busy';
  const doneBefore = outcome.refused.every(({ found }) => found?.['mutationId'] === mutationId);
  return doneBefore ? undefined : 'signed-out';
};

/**
 * Agrees to, or refuses, the statement in force. The answer binds the account, so it is written to each of its links
 * that the token names; a refusal keeps what was agreed before and is in the audit. What was written before a fault
 * stays; the same answer sent again finishes the rest.
 */
export const answerStatement = async (
  context: Context & Scopes,
  caller: Person,
  body: Answer,
): Promise<Result<Me>> => {
  const [links, inForce] = await Promise.all([
    linksOfAccount(context, caller.account),
    isInForce(context, body.version),
  ]);
  if (!inForce) return invalid('/version', 'not-in-force');
  const mine = links.filter((one) => covers(caller, one));
  if (mine.length === 0) return fail('not-found');
  const outcomes = await Promise.all(mine.map((one) => answerOn(context, caller, one, body)));
  const [no] = outcomes.flatMap((outcome) => whyNot(outcome, body) ?? []);
  if (no !== undefined) return fail(no);
  const answered = (one: Link): Link =>
    body.agreed && covers(caller, one) ? { ...one, statementAgreed: body.version } : one;
  return ok(meFrom(caller, links.map(answered), body.version));
};
