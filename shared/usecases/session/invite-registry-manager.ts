import { createHash } from 'node:crypto';
import { recovery } from '#table/entities/centre.ts';
import { invitation, invited } from '#table/entities/sign-in.ts';
import { changed, created } from '#table/item.ts';
import * as patterns from '#table/patterns.ts';
import { Temporal } from 'temporal-polyfill';
import { auditAct } from '../audit/audit-item.ts';
import type { Context } from '../ports/context.ts';
import type { Act } from '../ports/store.ts';
import { fail, ok, type Result } from '../result.ts';
import { invitationHash, newInvitationCode, shownInvitationCode } from './invitation-code.ts';

const VALID_DAYS = 14;
/** A late code still gets a clear answer. */
const KEPT_DAYS = 44;
/** As for a colleague's lost second factor (registry/recover-colleague). */
const OPEN_HOURS = 24;
const ASKED_KEPT_DAYS = 30;

export interface ManagerAsked {
  /** Where codes for a forgotten password go. */
  readonly email: string;
  readonly name: string;
  /** Why, for the audit. */
  readonly reason: string;
  /** Who is at the keyboard, as AWS knows them. */
  readonly operator: string;
}

/** The code as people see it, kept nowhere: whoever loses it is invited again. Or: a second operator is waited for. */
export type ManagerInvited =
  | { readonly state: 'invited'; readonly code: string; readonly expiresAt: string }
  | { readonly state: 'asked'; readonly endsAt: string };

/** What the second operator confirms is an invitation to the same address. */
const askedAs = (email: string): string =>
  `invite-${createHash('sha256').update(email.toLowerCase()).digest('hex').slice(0, 24)}`;

const stampOf = (context: Context, operator: string) => ({
  at: context.now().toString({ smallestUnit: 'millisecond' }),
  by: `operator:${operator}`,
  mutationId: context.newId(),
});

const note = (context: Context, asked: ManagerAsked, action: string, about: string): Act =>
  auditAct(
    context,
    { job: `operator:${asked.operator}` },
    { of: 'registry' },
    { action, mutationId: about, about, reason: asked.reason },
  );

const invite = async (
  context: Context,
  asked: ManagerAsked,
  more: readonly Act[],
): Promise<Result<ManagerInvited>> => {
  const code = newInvitationCode();
  const now = context.now();
  const stamp = stampOf(context, asked.operator);
  const id = stamp.mutationId;
  const expiresAt = now.add({ hours: VALID_DAYS * 24 }).toString({ smallestUnit: 'second' });
  const gone = Math.floor(now.add({ hours: KEPT_DAYS * 24 }).epochMilliseconds / 1000);
  const pointer = { hash: invitationHash(code), owner: { of: 'registry' as const }, invitation: id };
  const common = created(stamp, gone);
  const item = {
    ...pointer,
    for: { kind: 'registry' as const, job: 'manager' as const },
    name: asked.name,
    email: asked.email,
    by: stamp.by,
    endsAt: expiresAt,
    misses: 0,
    ...common,
  };
  const outcome = await context.store.transact([
    { act: 'put', label: 'invited', entity: invited, item, over: 'absent' },
    { act: 'put', label: 'invitation', entity: invitation, item: { ...pointer, ...common }, over: 'absent' },
    ...more,
    note(context, asked, 'invite-registry-manager', id),
  ]);
  return outcome.done ? ok({ state: 'invited', code: shownInvitationCode(code), expiresAt }) : fail('busy');
};

/** The first of two operators: nobody is invited yet. */
const ask = async (
  context: Context,
  asked: ManagerAsked,
  version: number | undefined,
): Promise<Result<ManagerInvited>> => {
  const now = context.now();
  const account = askedAs(asked.email);
  const endsAt = now.add({ hours: OPEN_HOURS }).toString({ smallestUnit: 'second' });
  const gone = Math.floor(now.add({ hours: ASKED_KEPT_DAYS * 24 }).epochMilliseconds / 1000);
  const stamp = stampOf(context, asked.operator);
  const fields = { account, first: stamp.by, reason: asked.reason, endsAt };
  const item = { ...created(stamp, gone), ...fields, version: (version ?? 0) + 1 };
  const outcome = await context.store.transact([
    { act: 'put', label: 'asked', entity: recovery, item, over: version ?? 'absent' },
    note(context, asked, 'ask-registry-manager', account),
  ]);
  return outcome.done ? ok({ state: 'asked', endsAt }) : fail('busy');
};

/**
 * Invites a registry manager on the word of whoever runs the service: how the first one comes in, and the way back when
 * the last one is lost. Nothing is mailed: the code is handed over. One operator is enough while nobody has ever worked
 * at the registry; from then on it takes two, each under their own name, within a day.
 */
export const inviteRegistryManager = async (
  asked: ManagerAsked,
  context: Context,
): Promise<Result<ManagerInvited>> => {
  const team = await context.store.queryAll(patterns.registryTeam());
  if (!team.some(({ type }) => type === 'registry-staff')) return invite(context, asked, []);
  const before = await context.store.get(recovery, recovery.key({ account: askedAs(asked.email) }));
  const isOpen =
    before?.second === undefined &&
    before !== undefined &&
    Temporal.Instant.compare(context.now(), Temporal.Instant.from(before.endsAt)) < 0;
  if (!isOpen) return ask(context, asked, before?.version);
  const stamp = stampOf(context, asked.operator);
  if (before.first === stamp.by) return ok({ state: 'asked', endsAt: before.endsAt });
  const item = { ...before, second: stamp.by, ...changed(before, stamp) };
  return invite(context, asked, [
    { act: 'put', label: 'asked', entity: recovery, item, over: before.version },
  ]);
};
