import type { Audience } from '#contracts/route.ts';
import { limit } from '#table/entities/sign-in.ts';
import { created } from '#table/item.ts';
import { fail, ok, type Result } from '../result.ts';
import type { SessionContext } from './session-context.ts';
import { limitHash } from './throttle.ts';

/** A code is good for its own 30 seconds and a step either side; five minutes leave room for slow clocks. */
const REMEMBERED_SECONDS = 300;

/**
 * Takes one accepted code of an authenticator app for the only time (RFC 6238 §5.2). Cognito refuses a code it has
 * taken already, too, but says so nowhere in its documentation: this is what we rely on.
 *
 * @returns `not-accepted` when the same code of the same account was taken before
 */
export const useCodeOnce = async (
  context: SessionContext,
  used: { readonly audience: Audience; readonly account: string; readonly code: string },
): Promise<Result<undefined>> => {
  const now = Math.floor(context.now().epochMilliseconds / 1000);
  const at = context.now().toString({ smallestUnit: 'millisecond' });
  const outcome = await context.store.transact([
    {
      act: 'put',
      label: 'code',
      entity: limit,
      item: {
        what: 'second-factor',
        who: limitHash(used.audience, used.account, used.code),
        count: 1,
        ...created({ at, by: 'session', mutationId: context.newId() }, now + REMEMBERED_SECONDS),
      },
      over: 'any',
      when: [
        {
          any: [
            { path: 'pk', is: 'absent' },
            { path: 'expiresAt', is: '<=', to: now },
          ],
        },
      ],
    },
  ]);
  return outcome.done ? ok(undefined) : fail('not-accepted');
};
