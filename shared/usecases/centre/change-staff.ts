import type * as z from 'zod';
import type { staffBody, staffMember } from '#contracts/centre.ts';
import { managerCount, staff } from '#table/entities/centre.ts';
import type { Stored } from '#table/entity.ts';
import { changed } from '#table/item.ts';
import { mayStillFinish } from '#usecases/caller/may-still-finish.ts';
import { answerAgain } from '#usecases/diary/answer-again.ts';
import { stampOf } from '#usecases/diary/entry-item.ts';
import type { AccountHelp } from '#usecases/ports/accounts.ts';
import type { Context, StaffCaller } from '#usecases/ports/context.ts';
import type { Act } from '#usecases/ports/store.ts';
import { tellOfHelp } from '#usecases/outbox/help-item.ts';
import { fail, invalid, ok, type Result } from '#usecases/result.ts';
import { doneBefore, writeAtCentre } from './change-centre.ts';
import { staffMemberOf } from './list-staff.ts';

type Staff = Stored<typeof staff>;
type Body = z.infer<typeof staffBody>;
type StaffContext = Context & { readonly accounts: AccountHelp };

const oneManagerLess = (member: Staff): Act[] =>
  member.job === 'data-manager'
    ? [
        {
          act: 'update',
          label: 'managers',
          key: managerCount.key(member),
          add: { active: -1 },
          // The last data manager can't be removed, not even by two acts at once.
          when: [{ path: 'active', is: '>', to: 1 }],
        },
      ]
    : [];

const after = (context: Context, member: Staff, body: Body, caller: StaffCaller): Staff => ({
  ...member,
  ...(body.change === 'end' ? { status: 'ended' as const } : {}),
  notBefore: Math.floor(context.now().epochMilliseconds / 1000) + (body.change === 'end' ? 1 : 0),
  ...changed(member, stampOf(context, caller, body.mutationId)),
});

/**
 * Ends a colleague's membership, or takes off a second factor they lost. Their sessions end with it; it is written
 * first, so that a fault in between leaves them shut out and not let in.
 */
export const changeStaff = async (
  context: StaffContext,
  caller: StaffCaller,
  given: { readonly account: string; readonly body: Body },
): Promise<Result<z.infer<typeof staffMember>>> => {
  const { account, body } = given;
  const ids = { centre: caller.centre, account };
  const member = await context.store.get(staff, staff.key(ids));
  if (member === undefined) return fail('not-found');
  const repeated = member.mutationId === body.mutationId;
  if ((!repeated || body.change !== 'end') && member.status === 'ended') return fail('not-now');
  if (account === caller.account) return invalid('/account', 'yourself');
  const next = after(context, member, body, caller);
  const acts: Act[] = [
    { act: 'put', label: 'staff', entity: staff, item: next, over: member.version },
    ...(body.change === 'end'
      ? oneManagerLess(member)
      : [
          await tellOfHelp(context, caller, {
            account,
            audience: 'centre',
            username: member.username,
            lost: 'second-factor',
            mutationId: body.mutationId,
          }),
        ]),
  ];
  const action = body.change === 'end' ? 'end-staff' : 'reset-staff-second-factor';
  const happening = { action, mutationId: body.mutationId, about: account, reason: body.reason };
  const written: Result<Staff> = repeated
    ? await answerAgain(context, caller, { diary: { ...member, patient: '-' }, statement: 0, value: member })
    : await writeAtCentre(context, caller, { acts, happening, value: next }, (refused) => {
        if (doneBefore(refused, 'staff', body.mutationId)) return ok(next);
        return refused.some(({ label }) => label === 'managers')
          ? invalid('/account', 'last-data-manager')
          : fail('busy');
      });
  if (!written.ok) return written;
  if (repeated && !mayStillFinish(context, member.updatedAt)) return ok(staffMemberOf(written.value));
  if (body.change === 'reset-second-factor')
    await context.accounts.resetSecondFactor('centre', member.username);
  await context.accounts.signOutEverywhere('centre', member.username);
  return ok(staffMemberOf(written.value));
};
