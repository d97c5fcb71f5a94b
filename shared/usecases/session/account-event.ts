import type { Audience } from '#contracts/route.ts';
import type { AccountEvent } from '#domain/vocabulary.ts';
import { accountEvent } from '#table/entities/sign-in.ts';
import { created } from '#table/item.ts';
import type { Act } from '../ports/store.ts';
import type { SessionContext } from './session-context.ts';
import type { Visitor } from './visitor.ts';

const KEPT_SECONDS = 400 * 86_400;

export interface Noted {
  readonly audience: Audience;
  readonly account: string;
  readonly visitor: Pick<Visitor, 'kind'>;
  readonly what: AccountEvent;
  readonly session?: string;
  readonly refusedBefore?: number;
}

/** One line of what happened to an account, as an act of the transaction that lets it happen. */
export const noteEvent = (
  context: SessionContext,
  { audience, account, visitor, what, session, refusedBefore }: Noted,
): Act => {
  const at = context.now().toString({ smallestUnit: 'millisecond' });
  const event = context.newId();
  return {
    act: 'put',
    label: 'event',
    entity: accountEvent,
    item: {
      event,
      account,
      audience,
      at,
      what,
      ...visitor.kind,
      ...(session === undefined ? {} : { session }),
      ...(refusedBefore === undefined || refusedBefore === 0 ? {} : { refusedBefore }),
      ...created(
        { at, by: account, mutationId: event },
        Math.floor(context.now().epochMilliseconds / 1000) + KEPT_SECONDS,
      ),
    },
    over: 'absent',
  };
};
