import type { Audience } from '#contracts/route.ts';
import { resetCode } from '#table/entities/system.ts';
import { fail, type Result } from '../result.ts';
import { resetHash } from './invitation-code.ts';
import type { SessionContext } from './session-context.ts';

/** A centre's code is longer than the six digits of a mail. */
export const isCentreCode = (code: string): boolean => code.length > 6;

/**
 * Sets a new password with a code from the centre. The code is used up first: of two who hold it only one gets in, and
 * after a fault a new one is made.
 */
export const useCentreCode = async (
  context: SessionContext,
  given: {
    readonly audience: Audience;
    readonly username: string;
    readonly code: string;
    readonly password: string;
  },
): Promise<Result<undefined>> => {
  const key = resetCode.key({ hash: resetHash(given.code) });
  const outcome = await context.store.transact([
    {
      act: 'remove',
      label: 'reset-code',
      key,
      when: [
        { path: 'username', is: '=', to: given.username },
        { path: 'audience', is: '=', to: given.audience },
        { path: 'endsAt', is: '>', to: context.now().toString({ smallestUnit: 'second' }) },
      ],
    },
  ]);
  if (!outcome.done) return fail('not-accepted');
  return context.accounts.setPassword(given.audience, { username: given.username, password: given.password });
};
