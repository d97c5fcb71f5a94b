import type { Audience } from '#contracts/route.ts';
import { ok, type Result } from '../result.ts';
import { countRefused } from './count-refused.ts';
import { countTry, GUARDS } from './guard-guessing.ts';
import { refuseEvenly } from './answer-evenly.ts';
import type { SessionContext } from './session-context.ts';
import type { Visitor } from './visitor.ts';

interface Asked {
  readonly audience: Audience;
  readonly username: string;
  readonly password: string;
}

/** The password alone: whoever holds the session has shown a second factor before. What it opened is ended at once. */
const isRight = async (
  context: SessionContext,
  { audience, ...given }: Asked,
): Promise<Result<undefined>> => {
  const step = await context.accounts.signIn(audience, given);
  if (!step.ok) return step;
  if (step.value.step === 'signed-in')
    await context.accounts.revoke(audience, step.value.tokens.refreshToken);
  return ok(undefined);
};

/**
 * Asks whoever is signed in for their password once more, and goes on only where it is right. A wrong one counts as a try
 * to sign in, and its owner is told of it.
 *
 * @returns `not-accepted` for a wrong password, as late as every other refusal; `too-many` where it has to wait
 */
export const withPassword = async <T>(
  context: SessionContext,
  asked: Asked,
  visitor: Visitor,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> => {
  const { audience, username } = asked;
  const allowed = await countTry(context, GUARDS.signIn, { audience, username, visitor });
  if (!allowed.ok) return allowed;
  return refuseEvenly(context, () =>
    countRefused(context, { audience, username }, async () => {
      const right = await isRight(context, asked);
      return right.ok ? work() : right;
    }),
  );
};
