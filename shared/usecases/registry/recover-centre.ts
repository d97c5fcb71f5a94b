import type * as z from 'zod';
import type { centreRecoveryBody } from '#contracts/registry.ts';
import { centrePolicy, centreProfile, managerCount, staff } from '#table/entities/centre.ts';
import type { Owner } from '#table/entities/owner.ts';
import { outbox } from '#table/entities/system.ts';
import { changed } from '#table/item.ts';
import { auditAct } from '#usecases/audit/audit-item.ts';
import { doneBefore } from '#usecases/centre/change-centre.ts';
import { stampOf } from '#usecases/diary/entry-item.ts';
import { invite } from '#usecases/invitation/invitation-acts.ts';
import { mailItem } from '#usecases/outbox/mail-item.ts';
import type { AccountHelp } from '#usecases/ports/accounts.ts';
import type { Context, RegistryCaller } from '#usecases/ports/context.ts';
import type { Act } from '#usecases/ports/store.ts';
import { wholePolicy } from '#usecases/recording/facts.ts';
import { fail, invalid, ok, type Result } from '#usecases/result.ts';
import { writeAtRegistry } from './registry-may.ts';

type Body = z.infer<typeof centreRecoveryBody>;
type HelpContext = Context & { readonly accounts: AccountHelp };
interface Given {
  readonly centre: string;
  readonly body: Body;
}
interface Help {
  readonly acts: readonly Act[];
  /** The account helped, never a name: for both audits. */
  readonly about: string;
  readonly username?: string;
}

/** As many data managers as a colleague could not help: with two, the other one can. */
const isLast = async (context: Context, centre: string): Promise<boolean> => {
  const count = await context.store.get(managerCount, managerCount.key({ centre }));
  return count !== undefined && count.active <= 1;
};

/** By the username that the person says: the registry reads no list of a centre's staff, and no name. */
const resetActs = async (
  context: HelpContext,
  caller: RegistryCaller,
  { centre, body }: Given,
): Promise<Result<Help>> => {
  const { username } = body;
  if (username === undefined) return invalid('/username', 'missing');
  const found = await context.accounts.find('centre', username.toLowerCase());
  const member =
    found === undefined
      ? undefined
      : await context.store.get(staff, staff.key({ centre, account: found.account }));
  const is = member?.status === 'active' && member.job === 'data-manager';
  if (!is) return invalid('/username', 'not-a-data-manager');
  const stamp = stampOf(context, caller, body.mutationId);
  const notBefore = Math.floor(context.now().epochMilliseconds / 1000);
  const item = { ...member, notBefore, ...changed(member, stamp) };
  return ok({
    acts: [{ act: 'put', label: 'helped', entity: staff, item, over: member.version }],
    about: member.account,
    username: member.username,
  });
};

const inviteActs = async (
  context: HelpContext,
  caller: RegistryCaller,
  { centre, body }: Given,
): Promise<Result<Help>> => {
  const { name, email } = body;
  if (name === undefined) return invalid('/name', 'missing');
  if (email === undefined) return invalid('/email', 'missing');
  const [profile, policy] = await Promise.all([
    context.store.get(centreProfile, centreProfile.key({ centre })),
    context.store.get(centrePolicy, centrePolicy.key({ centre })),
  ]);
  if (profile === undefined) return fail('not-found');
  const made = invite(context, {
    id: body.mutationId,
    forWhom: () => ({ kind: 'staff', centre, centreName: profile.name, job: 'data-manager' }),
    name,
    email,
    validDays: wholePolicy(policy?.policy).invitationValidDays,
    owner: { of: 'centre', centre },
    zone: profile.zone,
    stamp: stampOf(context, caller, body.mutationId),
  });
  return ok({ acts: made.acts, about: body.mutationId });
};

/** The centre's own address hears of it: help that nobody there asked for must not go unseen. */
const tell = async (context: Context, caller: RegistryCaller, centre: string): Promise<readonly Act[]> => {
  const profile = await context.store.get(centreProfile, centreProfile.key({ centre }));
  if (profile === undefined) return [];
  const mail = mailItem(context, {
    owner: { of: 'centre', centre },
    message: 'registry-helped',
    to: profile.email,
    zone: profile.zone,
    values: {},
    by: caller.account,
  });
  return [{ act: 'put', label: 'told', entity: outbox, item: mail, over: 'absent' }];
};

/**
 * Helps a centre whose last data manager is lost: takes off their second factor, or invites a new one where they don't
 * come back. Audited at the registry and at the centre, and told to the centre's address.
 *
 * @returns `not-now` while the centre has another data manager, who can do it
 */
export const recoverCentre = async (
  context: HelpContext,
  caller: RegistryCaller,
  given: Given,
): Promise<Result<undefined>> => {
  const { centre, body } = given;
  if (!(await isLast(context, centre))) return fail('not-now');
  const isReset = body.change === 'reset-second-factor';
  const help = await (isReset ? resetActs : inviteActs)(context, caller, given);
  if (!help.ok) return help;
  const { acts, about, username } = help.value;
  const action = isReset ? 'recover-data-manager' : 'invite-data-manager';
  const owner: Owner = { of: 'centre', centre };
  const happening = { action, about, reason: body.reason, mutationId: body.mutationId };
  const written = await writeAtRegistry(
    context,
    caller,
    {
      acts: [...acts, ...(await tell(context, caller, centre)), auditAct(context, caller, owner, happening)],
      happening: { ...happening, about: `${centre}/${about}` },
      value: undefined,
    },
    (refused) =>
      doneBefore(refused, 'helped', body.mutationId) || doneBefore(refused, 'invited', body.mutationId)
        ? ok(undefined)
        : fail('busy'),
  );
  if (!written.ok || username === undefined) return written;
  await context.accounts.resetSecondFactor('centre', username);
  await context.accounts.signOutEverywhere('centre', username);
  return written;
};
