import type * as z from 'zod';
import type { Me, statementAnswer } from '#contracts/diary.ts';
import { link } from '#table/entities/diary.ts';
import * as patterns from '#table/patterns.ts';
import { auditAct } from '#usecases/audit/audit-item.ts';
import type { Context, Person } from '#usecases/ports/context.ts';
import type { Act } from '#usecases/ports/store.ts';
import { fail, invalid, ok, type Result } from '#usecases/result.ts';
import { linksOfAccount, meFrom } from './read-me.ts';

/** Read again only where the answer is to another version than the one known: it may be younger than what is known. */
const newest = async ({ store }: Context): Promise<number | undefined> => {
  const { items } = await store.query(patterns.newestStatement(), { limit: 1 });
  return items[0]?.item.statement;
};

/**
 * Agrees to, or refuses, the statement in force. The answer binds the account, so it is written to each of its links;
 * a refusal keeps what was agreed before and is in the audit.
 */
export const answerStatement = async (
  context: Context,
  caller: Person,
  body: z.infer<typeof statementAnswer>,
): Promise<Result<Me>> => {
  const [links, known] = await Promise.all([
    linksOfAccount(context, caller.account),
    context.statementInForce(),
  ]);
  if (body.version !== known && body.version !== (await newest(context)))
    return invalid('/version', 'not-in-force');
  const current = body.version;
  if (links.length === 0) return fail('not-found');
  const at = context.now().toString({ smallestUnit: 'millisecond' });
  const acts = links.flatMap((one): Act[] => [
    {
      act: 'update',
      label: 'link',
      key: link.key(one),
      set: {
        ...(body.agreed ? { statementAgreed: current } : {}),
        mutationId: body.mutationId,
        updatedAt: at,
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
      { of: 'diary', centre: one.centre, patient: one.patient },
      {
        action: body.agreed ? 'agree-statement' : 'refuse-statement',
        about: String(current),
        mutationId: body.mutationId,
      },
    ),
  ]);
  const outcome = await context.store.transact(acts);
  if (!outcome.done) {
    if (outcome.refused === 'conflict') return fail('busy');
    const doneBefore = outcome.refused.every(({ found }) => found?.['mutationId'] === body.mutationId);
    if (!doneBefore) return fail('signed-out');
  }
  return ok(
    meFrom(caller, body.agreed ? links.map((one) => ({ ...one, statementAgreed: current })) : links, current),
  );
};
