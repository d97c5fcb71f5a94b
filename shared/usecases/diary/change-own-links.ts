import { link } from '#table/entities/diary.ts';
import type { Stored } from '#table/entity.ts';
import { auditAct, type Happening } from '#usecases/audit/audit-item.ts';
import type { Context, Person } from '#usecases/ports/context.ts';
import type { Scopes } from '#usecases/ports/scopes.ts';
import type { Outcome } from '#usecases/ports/store.ts';
import { fail, type Result } from '#usecases/result.ts';
import { covers } from './may-write.ts';

export type Link = Stored<typeof link>;

type Settable = 'statementAgreed' | 'language';
type Change = Happening & {
  readonly set: Readonly<Partial<Pick<Link, Settable>>>;
  /** An answer to the statement, to be kept with those before. */
  readonly answer?: NonNullable<Link['statementAnswers']>[number];
};

/** One link with its audit: each diary is its own transaction, in its own scope. */
const changeOne = (
  context: Context & Scopes,
  caller: Person,
  { centre, patient, account }: Link,
  { set, answer, ...happening }: Change,
): Promise<Outcome> =>
  context.within({ of: 'diary', centre, patient }).transact([
    {
      act: 'update',
      label: 'link',
      key: link.key({ centre, patient, account }),
      set: {
        ...set,
        mutationId: happening.mutationId,
        updatedAt: context.now().toString({ smallestUnit: 'millisecond' }),
        updatedBy: caller.account,
      },
      ...(answer === undefined ? {} : { append: { statementAnswers: [answer] } }),
      when: [
        { path: 'endedAt', is: 'absent' },
        { path: 'notBefore', is: '<=', to: caller.issuedAt },
        { path: 'mutationId', is: '<>', to: happening.mutationId },
      ],
    },
    auditAct(context, caller, { of: 'diary', centre, patient }, happening),
  ]);

const whyNot = (outcome: Outcome, mutationId: string): 'busy' | 'signed-out' | undefined => {
  if (outcome.done) return undefined;
  if (outcome.refused === 'conflict') return 'busy';
  const doneBefore = outcome.refused.every(({ found }) => found?.['mutationId'] === mutationId);
  return doneBefore ? undefined : 'signed-out';
};

/**
 * What binds or suits the account is written to each of its links that the token names. What was written before a
 * fault stays; the same call sent again finishes the rest.
 *
 * @returns every link of the account as it now is; `not-found` where the token names none
 */
export const changeOwnLinks = async (
  context: Context & Scopes,
  caller: Person,
  links: readonly Link[],
  change: Change,
): Promise<Result<Link[]>> => {
  const mine = links.filter((one) => covers(caller, one));
  if (mine.length === 0) return fail('not-found');
  const outcomes = await Promise.all(mine.map((one) => changeOne(context, caller, one, change)));
  const [no] = outcomes.flatMap((outcome) => whyNot(outcome, change.mutationId) ?? []);
  if (no !== undefined) return fail(no);
  const { set, answer } = change;
  const now = (one: Link): Link => ({
    ...one,
    ...set,
    ...(answer === undefined ? {} : { statementAnswers: [...(one.statementAnswers ?? []), answer] }),
  });
  return { ok: true, value: links.map((one) => (covers(caller, one) ? now(one) : one)) };
};
