import type { Owner } from '#table/entities/owner.ts';
import { audit } from '#table/entities/system.ts';
import { created } from '#table/item.ts';
import type { Caller, Context, SharingStaff } from '#usecases/ports/context.ts';
import type { Act } from '#usecases/ports/store.ts';
import { digestOf } from './digest.ts';

/** What happened, for the audit. */
export interface Happening {
  /** The use case's file name. */
  readonly action: string;
  readonly mutationId: string;
  readonly about?: string;
  readonly reason?: string;
  readonly before?: unknown;
  readonly after?: unknown;
  /** For lists: the patients on the page, or everyone of the centre. */
  readonly shown?: string[] | 'everyone';
  /** Fixed where the same line must not be written twice. */
  readonly once?: { readonly audit: string; readonly at: string };
}

const actorOf = (caller: Caller | SharingStaff) => {
  switch (caller.kind) {
    case 'person':
      return { account: caller.account, as: 'person' as const };
    case 'staff':
      return {
        account: caller.account,
        name: caller.username,
        ...(caller.displayName === undefined ? {} : { displayName: caller.displayName }),
        as: caller.job,
        centre: caller.centre,
      };
    case 'sharing': {
      const { account, username: name, job, centre, centreName } = caller;
      return { account, name, as: job, centre, centreName };
    }
    case 'registry':
      return { account: caller.account, name: caller.username, as: `registry-${caller.job}` as const };
  }
};

/**
 * The audit item of one act or view by a caller, or by a job of ours where `caller` is its name. The only place where
 * audit items are made, and so the only place where they are digested.
 */
export const auditItem = (
  context: Pick<Context, 'now' | 'newId'>,
  caller: Caller | SharingStaff | { readonly job: string },
  owner: Owner,
  what: Happening,
) => {
  const { mutationId, once, ...happening } = what;
  const at = once?.at ?? context.now().toString({ smallestUnit: 'millisecond' });
  const system = !('kind' in caller);
  const item = {
    audit: once?.audit ?? context.newId(),
    owner,
    at,
    actor: system ? { account: caller.job, as: 'system' as const } : actorOf(caller),
    ...happening,
    salt: context.newId(),
    ...created({ at, by: system ? caller.job : caller.account, mutationId }),
  };
  return { ...item, digest: digestOf(item) };
};

/** The same as an act of a transaction: a change and its audit happen together or not at all. */
export const auditAct = (...given: Parameters<typeof auditItem>): Act => ({
  act: 'put',
  label: 'audit',
  entity: audit,
  item: auditItem(...given),
  over: 'absent',
});
