import { invitation, invited } from '#table/entities/sign-in.ts';
import { created } from '#table/item.ts';
import { auditAct } from '../audit/audit-item.ts';
import type { Context } from '../ports/context.ts';
import { fail, ok, type Result } from '../result.ts';
import { invitationHash, newInvitationCode, shownInvitationCode } from './invitation-code.ts';

const VALID_DAYS = 14;
/** A late code still gets a clear answer. */
const KEPT_DAYS = 44;

export interface ManagerInvited {
  /** As people see it. It is kept nowhere: whoever loses it is invited again. */
  readonly code: string;
  readonly expiresAt: string;
}

/**
 * Invites a registry manager on the word of whoever deploys the service: how the first one comes in, and the way back
 * when the last one is lost. Nothing is mailed: the code is handed over.
 *
 * @param given.email where codes for a forgotten password go
 */
export const inviteRegistryManager = async (
  given: { readonly email: string; readonly name: string },
  context: Context,
): Promise<Result<ManagerInvited>> => {
  const code = newInvitationCode();
  const now = context.now();
  const id = context.newId();
  const stamp = { at: now.toString({ smallestUnit: 'millisecond' }), by: 'deployment', mutationId: id };
  const expiresAt = now.add({ hours: VALID_DAYS * 24 }).toString({ smallestUnit: 'second' });
  const gone = Math.floor(now.add({ hours: KEPT_DAYS * 24 }).epochMilliseconds / 1000);
  const owner = { of: 'registry' as const };
  const pointer = { hash: invitationHash(code), owner, invitation: id };
  const common = created(stamp, gone);
  const item = {
    ...pointer,
    for: { kind: 'registry' as const, job: 'manager' as const },
    name: given.name,
    email: given.email,
    by: stamp.by,
    endsAt: expiresAt,
    misses: 0,
    ...common,
  };
  const what = { action: 'invite-registry-manager', mutationId: id, about: id };
  const outcome = await context.store.transact([
    { act: 'put', label: 'invited', entity: invited, item, over: 'absent' },
    { act: 'put', label: 'invitation', entity: invitation, item: { ...pointer, ...common }, over: 'absent' },
    auditAct(context, { job: 'deployment' }, owner, what),
  ]);
  return outcome.done ? ok({ code: shownInvitationCode(code), expiresAt }) : fail('busy');
};
