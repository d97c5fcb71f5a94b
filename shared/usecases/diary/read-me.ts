import type { Me } from '#contracts/diary.ts';
import * as patterns from '#table/patterns.ts';
import type { link } from '#table/entities/diary.ts';
import type { Stored } from '#table/entity.ts';
import type { Context, Person } from '#usecases/ports/context.ts';
import { fail, ok, type Result } from '#usecases/result.ts';

/** Every live link of an account. */
export const linksOfAccount = async (context: Context, account: string): Promise<Stored<typeof link>[]> => {
  const found = await context.store.queryAll(patterns.linkedTo(account));
  return found.flatMap((one) => (one.type === 'link' && one.item.endedAt === undefined ? [one.item] : []));
};

/** Every link has the same, but for one that was made since they were last set. */
const preferencesOf = (links: readonly Stored<typeof link>[]): Me['preferences'] => {
  const language = links.find((one) => one.language !== undefined)?.language;
  return language === undefined ? {} : { language };
};

type Answers = NonNullable<Me['statement']['answers']>;

/** One answer is written to every link; a link that was made since has only those after it. */
const answersOf = (links: readonly Stored<typeof link>[]): Answers => {
  const all = links.flatMap(({ statementAnswers }) => statementAnswers ?? []);
  const each = new Map(all.map((one) => [`${one.at} ${String(one.version)} ${String(one.agreed)}`, one]));
  return [...each.values()].reverse().sort((one, other) => other.at.localeCompare(one.at));
};

/** The account as it is signed in: its diaries, and whether the privacy statement needs an answer. */
export const meFrom = (caller: Person, links: readonly Stored<typeof link>[], current: number): Me => {
  const agreed = links.reduce<number | undefined>(
    (newest, { statementAgreed }) =>
      statementAgreed === undefined ? newest : Math.max(newest ?? 0, statementAgreed),
    undefined,
  );
  return {
    account: caller.account,
    username: caller.username,
    statement: {
      current,
      ...(agreed === undefined ? {} : { agreed }),
      answers: answersOf(links),
      needed: links.some(({ statementAgreed }) => (statementAgreed ?? -1) < current),
    },
    diaries: links.map((one) => ({
      centre: one.centre,
      centreName: one.centreName,
      patient: one.patient,
      firstName: one.firstName,
      relation: one.relation,
      mayRecord: one.mayRecord && one.consent !== 'needed' && one.consent !== 'revoked',
      confirmed: one.confirmed,
    })),
    preferences: preferencesOf(links),
  };
};

/** Who is signed in. */
export const readMe = async (context: Context, caller: Person): Promise<Result<Me>> => {
  const [links, current] = await Promise.all([
    linksOfAccount(context, caller.account),
    context.statementInForce(),
  ]);
  if (links.some(({ notBefore }) => notBefore > caller.issuedAt)) return fail('signed-out');
  return ok(meFrom(caller, links, current));
};
