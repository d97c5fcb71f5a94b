import type * as z from 'zod';
import type { recoveryAsked, registryRecoveryBody } from '#contracts/registry.ts';
import { registryStaff, recovery } from '#table/entities/centre.ts';
import type { Stored } from '#table/entity.ts';
import { changed, created, type Stamp } from '#table/item.ts';
import { Temporal } from 'temporal-polyfill';
import { auditAct } from '#usecases/audit/audit-item.ts';
import { mayStillFinish } from '#usecases/caller/may-still-finish.ts';
import type { AccountHelp } from '#usecases/ports/accounts.ts';
import type { Context, RegistryCaller } from '#usecases/ports/context.ts';
import type { Act } from '#usecases/ports/store.ts';
import { fail, invalid, ok, type Result } from '#usecases/result.ts';
import { answerRegistryAgain, registryMay, whyRegistryMayNot } from './registry-may.ts';

type Recovery = Stored<typeof recovery>;
type Member = Stored<typeof registryStaff>;
type Asked = z.infer<typeof recoveryAsked>;
export type RecoveryContext = Context & { readonly accounts: AccountHelp };

/** A manager of the registry, or somebody who runs the service, with their own name in AWS. */
export type Confirmer = RegistryCaller | { readonly operator: string };

/** Long enough for the second person to be reached, short enough for both to know what it is about. */
const OPEN_HOURS = 24;
const KEPT_DAYS = 30;

const nameOf = (by: Confirmer): string => ('operator' in by ? `operator:${by.operator}` : by.account);

interface Given {
  readonly account: string;
  readonly body: z.infer<typeof registryRecoveryBody>;
}

const isOpen = (context: Context, item: Recovery | undefined): item is Recovery =>
  item !== undefined &&
  item.second === undefined &&
  Temporal.Instant.compare(context.now(), Temporal.Instant.from(item.endsAt)) < 0;

const write = async (
  context: Context,
  by: Confirmer,
  stamp: Stamp,
  given: {
    readonly acts: readonly Act[];
    readonly action: string;
    readonly about: string;
    readonly reason: string;
  },
): Promise<Result<undefined>> => {
  const { acts, ...happening } = given;
  const actor = 'operator' in by ? { job: nameOf(by) } : by;
  const outcome = await context.store.transact([
    ...('operator' in by ? [] : [registryMay(by)]),
    ...acts,
    auditAct(context, actor, { of: 'registry' }, { ...happening, mutationId: stamp.mutationId }),
  ]);
  if (outcome.done) return ok(undefined);
  return (outcome.refused === 'conflict' ? undefined : whyRegistryMayNot(outcome.refused)) ?? fail('busy');
};

/** The first of the two: nothing happens to the account yet. */
const ask = async (
  context: Context,
  by: Confirmer,
  { account, body }: Given,
  before: Recovery | undefined,
): Promise<Result<Asked>> => {
  const now = context.now();
  const at = now.toString({ smallestUnit: 'millisecond' });
  const endsAt = now.add({ hours: OPEN_HOURS }).toString({ smallestUnit: 'second' });
  const gone = Math.floor(now.add({ hours: KEPT_DAYS * 24 }).epochMilliseconds / 1000);
  const stamp = { at, by: nameOf(by), mutationId: body.mutationId };
  const fields = { account, first: nameOf(by), reason: body.reason, endsAt };
  const item = { ...created(stamp, gone), ...fields, version: (before?.version ?? 0) + 1 };
  const over = before?.version ?? ('absent' as const);
  const written = await write(context, by, stamp, {
    acts: [{ act: 'put', label: 'recovery', entity: recovery, item, over }],
    action: 'ask-registry-recovery',
    about: account,
    reason: body.reason,
  });
  return written.ok ? ok({ state: 'asked', endsAt }) : written;
};

/** The second: the member's sessions end and their tokens write nothing, before the second factor goes. */
const confirm = async (
  context: Context,
  by: Confirmer,
  { account, body }: Given,
  found: { readonly asked: Recovery; readonly member: Member },
): Promise<Result<undefined>> => {
  const { asked, member } = found;
  const at = context.now().toString({ smallestUnit: 'millisecond' });
  const stamp = { at, by: nameOf(by), mutationId: body.mutationId };
  const ended = {
    ...member,
    notBefore: Math.floor(context.now().epochMilliseconds / 1000),
    ...changed(member, stamp),
  };
  return write(context, by, stamp, {
    acts: [
      {
        act: 'put',
        label: 'recovery',
        entity: recovery,
        item: { ...asked, second: nameOf(by), ...changed(asked, stamp) },
        over: asked.version,
      },
      { act: 'put', label: 'member', entity: registryStaff, item: ended, over: member.version },
    ],
    action: 'confirm-registry-recovery',
    about: account,
    reason: body.reason,
  });
};

/** The same confirmation again asks the same of whoever confirms. */
const mayRepeat = (context: Context, by: Confirmer): Promise<Result<undefined>> | Result<undefined> => {
  if ('operator' in by) return ok(undefined);
  return answerRegistryAgain(context, by, undefined);
};

/**
 * Takes off the lost second factor of somebody at the registry, when two others have said so within a day: two
 * managers, a manager and an operator, or, for the last manager, two operators. Nobody can do it for themselves, and
 * one person can't be both.
 */
export const recoverColleague = async (
  context: RecoveryContext,
  by: Confirmer,
  given: Given,
): Promise<Result<Asked>> => {
  const { account, body } = given;
  if (nameOf(by) === account) return invalid('/account', 'yourself');
  const [member, before] = await Promise.all([
    context.store.get(registryStaff, registryStaff.key({ account })),
    context.store.get(recovery, recovery.key({ account })),
  ]);
  if (member?.status !== 'active') return fail('not-found');
  const again = before?.mutationId === body.mutationId;
  if (again) {
    const may = await mayRepeat(context, by);
    if (!may.ok) return may;
  }
  if (again && before.second === undefined) return ok({ state: 'asked', endsAt: before.endsAt });
  if (!again) {
    if (!isOpen(context, before)) return ask(context, by, given, before);
    if (before.first === nameOf(by)) return ok({ state: 'asked', endsAt: before.endsAt });
    const confirmed = await confirm(context, by, given, { asked: before, member });
    if (!confirmed.ok) return confirmed;
  }
  // Also when the same confirmation is sent again: a fault in between must not leave it half-done.
  if (again) {
    if (before.second !== nameOf(by) || !mayStillFinish(context, before.updatedAt))
      return ok({ state: 'done' });
  }
  await context.accounts.resetSecondFactor('registry', member.username);
  await context.accounts.signOutEverywhere('registry', member.username);
  return ok({ state: 'done' });
};
