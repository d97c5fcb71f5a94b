import type { state } from '#table/entities/state.ts';
import type { Stored } from '#table/entity.ts';
import type { Clause } from '#usecases/ports/store.ts';
import { fail, type Result } from '#usecases/result.ts';

/** Why nothing may be recorded or changed in this diary by anyone, if so. */
export const closed = (found: Stored<typeof state>): Result<never> | undefined => {
  if (found.stop !== undefined) return fail('not-now');
  return found.consent.state === 'needed' || found.consent.state === 'revoked'
    ? fail('consent-needed')
    : undefined;
};

/** That it may, as conditions on the state in the transaction that writes. */
export const whileOpen: readonly Clause[] = [
  { path: 'stop', is: 'absent' },
  { path: 'consent.state', is: 'in', to: ['not-needed', 'given'] },
];
