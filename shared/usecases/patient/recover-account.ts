import type * as z from 'zod';
import type { recovered, recoveryBody } from '#contracts/patient.ts';
import { link } from '#table/entities/diary.ts';
import { resetCode } from '#table/entities/sign-in.ts';
import type { Stored } from '#table/entity.ts';
import { changed, created, type Stamp } from '#table/item.ts';
import { auditAct } from '#usecases/audit/audit-item.ts';
import { stampOf } from '#usecases/diary/entry-item.ts';
import { mayWrite, whyNot } from '#usecases/diary/may-write.ts';
import type { AccountHelp } from '#usecases/ports/accounts.ts';
import type { Context, StaffCaller } from '#usecases/ports/context.ts';
import type { Act } from '#usecases/ports/store.ts';
import { tellOfHelp } from '#usecases/outbox/help-item.ts';
import { fail, ok, type Result } from '#usecases/result.ts';
import { newInvitationCode, resetHash, shownInvitationCode } from '#usecases/session/invitation-code.ts';
import { diaryOf } from './change-patient.ts';

type Link = Stored<typeof link>;
type RecoveryContext = Context & { readonly accounts: AccountHelp };

/**
 * Helps a linked person back in after an identity check: tells a forgotten username, takes off a lost second factor,
 * makes a code with which they set a new password themselves, or has lost devices forget what they keep. Audited in the
 * same write; other sessions end.
 */
export const recoverAccount = async (
  context: RecoveryContext,
  caller: StaffCaller,
  given: { readonly patient: string; readonly account: string; readonly body: z.infer<typeof recoveryBody> },
): Promise<Result<z.infer<typeof recovered>>> => {
  const { account, body } = given;
  const diary = diaryOf(caller, given.patient);
  const found = await context.store.get(link, link.key({ ...diary, account }));
  if (found === undefined || found.endedAt !== undefined) return fail('not-found');
  // Who was linked by mistake must not be helped into the account of anybody.
  if (!found.confirmed) return fail('not-now');
  const stamp = stampOf(context, caller, body.mutationId);
  const item = {
    ...found,
    notBefore: Math.floor(context.now().epochMilliseconds / 1000),
    ...(body.lost === 'devices' ? { devicesEndedAt: stamp.at } : {}),
    ...changed(found, stamp),
  };
  // The same act again: whoever asks has seen no code yet, and the account's own part may be undone.
  const again = found.mutationId === body.mutationId;
  const code = body.lost === 'password' ? newInvitationCode() : undefined;
  const outcome = await context.store.transact([
    mayWrite(caller, diary, 0),
    ...(code === undefined ? [] : [codeAct(context, found, code, stamp)]),
    ...(again
      ? []
      : [...noteActs(context, caller, found, item, body), await toldOf(context, caller, found, body)]),
  ]);
  if (!outcome.done) {
    return (outcome.refused === 'conflict' ? undefined : whyNot(outcome.refused, caller, 0)) ?? fail('busy');
  }
  const { username } = found;
  if (body.lost !== 'username') await context.accounts.signOutEverywhere('diary', username);
  if (body.lost === 'second-factor') await context.accounts.resetSecondFactor('diary', username);
  return ok({ username, ...(code === undefined ? {} : { code: shownInvitationCode(code) }) });
};

/** The sign-out everywhere and its audit. */
const noteActs = (
  context: Context,
  caller: StaffCaller,
  before: Link,
  item: Link,
  body: z.infer<typeof recoveryBody>,
): Act[] => [
  { act: 'put', label: 'link', entity: link, item, over: before.version },
  auditAct(
    context,
    caller,
    { of: 'diary', centre: before.centre, patient: before.patient },
    {
      action: 'recover-account',
      about: before.account,
      reason: `${body.lost}, ${body.identityCheckedBy}`,
      mutationId: body.mutationId,
    },
  ),
];

/** One who helps can't do so unseen by the account, or by its other centres. */
const toldOf = (
  context: Context,
  caller: StaffCaller,
  { account, username, patient }: Link,
  { lost, mutationId }: z.infer<typeof recoveryBody>,
): Promise<Act> =>
  tellOfHelp(context, caller, { account, audience: 'diary', username, lost, patient, mutationId });

/** A day is enough for a letter handed over or a call; a new code is made as easily, and ends the one before. */
const CODE_HOURS = 24;

const codeAct = (
  context: Context,
  { centre, patient, account, username }: Link,
  code: string,
  stamp: Stamp,
): Act => {
  const ends = context.now().add({ hours: CODE_HOURS });
  const item = {
    centre,
    patient,
    account,
    username,
    hash: resetHash(code),
    endsAt: ends.toString({ smallestUnit: 'second' }),
    ...created(stamp, Math.floor(ends.add({ hours: CODE_HOURS }).epochMilliseconds / 1000)),
  };
  return { act: 'put', label: 'reset-code', entity: resetCode, item, over: 'any' };
};
