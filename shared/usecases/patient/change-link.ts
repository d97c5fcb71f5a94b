import type * as z from 'zod';
import type { linkBody, patientLink } from '#contracts/patient.ts';
import { link } from '#table/entities/diary.ts';
import { outbox } from '#table/entities/system.ts';
import type { Stored } from '#table/entity.ts';
import { changed } from '#table/item.ts';
import { auditAct } from '#usecases/audit/audit-item.ts';
import { answerAgain } from '#usecases/diary/answer-again.ts';
import { stampOf } from '#usecases/diary/entry-item.ts';
import { mayWrite, whyNot } from '#usecases/diary/may-write.ts';
import { mailItem } from '#usecases/outbox/mail-item.ts';
import type { Context, StaffCaller } from '#usecases/ports/context.ts';
import type { Act } from '#usecases/ports/store.ts';
import { fail, ok, type Result } from '#usecases/result.ts';
import { diaryOf } from './change-patient.ts';

type Link = Stored<typeof link>;
type Body = z.infer<typeof linkBody>;

/** A link as staff read it. */
export const patientLinkOf = (item: Link): z.infer<typeof patientLink> => ({
  account: item.account,
  name: item.name,
  username: item.username,
  relation: item.relation,
  mayRecord: item.mayRecord,
  confirmed: item.confirmed,
  since: item.createdAt,
  ...(item.endedAt === undefined ? {} : { endedAt: item.endedAt }),
  ...(item.statementAgreed === undefined ? {} : { statementAgreed: item.statementAgreed }),
  version: item.version,
});

const after = (context: Context, caller: StaffCaller, before: Link, body: Body): Link => {
  const stamp = stampOf(context, caller, body.mutationId);
  const seconds = Math.floor(context.now().epochMilliseconds / 1000);
  // A token of this very second must not write any more either.
  const change =
    body.change === 'confirm' ? { confirmed: true } : { endedAt: stamp.at, notBefore: seconds + 1 };
  return { ...before, ...change, ...changed(before, stamp) };
};

const told = (context: Context, caller: StaffCaller, before: Link, body: Body): Act[] => {
  if (body.change === 'confirm' || before.email === undefined) return [];
  const mail = mailItem(context, {
    owner: { of: 'centre', centre: before.centre },
    message: 'link-ended',
    to: before.email,
    zone: 'Europe/London',
    locale: before.language,
    values: {},
    by: caller.account,
  });
  return [{ act: 'put', label: 'mail', entity: outbox, item: mail, over: 'absent' }];
};

const ACTION = { confirm: 'confirm-link', end: 'end-link', 'wrong-person': 'end-link-wrong-person' } as const;

/** Confirms or ends an account's link to a patient. An ended link writes nothing from that moment. */
export const changeLink = async (
  context: Context,
  caller: StaffCaller,
  given: { readonly patient: string; readonly account: string; readonly body: Body },
): Promise<Result<z.infer<typeof patientLink>>> => {
  const { body, account } = given;
  const diary = diaryOf(caller, given.patient);
  const before = await context.store.get(link, link.key({ ...diary, account }));
  if (before === undefined) return fail('not-found');
  if (before.mutationId === body.mutationId)
    return answerAgain(context, caller, { diary, statement: 0, value: patientLinkOf(before) });
  if (before.endedAt !== undefined) return fail('not-now');
  const item = after(context, caller, before, body);
  const happening = { action: ACTION[body.change], about: account, mutationId: body.mutationId };
  const outcome = await context.store.transact([
    mayWrite(caller, diary, 0),
    { act: 'put', label: 'link', entity: link, item, over: before.version },
    ...told(context, caller, before, body),
    auditAct(
      context,
      caller,
      { of: 'diary', ...diary },
      body.reason === undefined ? happening : { ...happening, reason: body.reason },
    ),
  ]);
  if (!outcome.done) {
    return (outcome.refused === 'conflict' ? undefined : whyNot(outcome.refused, caller, 0)) ?? fail('busy');
  }
  // The next token no longer names this diary; refresh tokens stay good for the account's other diaries.
  return ok(patientLinkOf(item));
};
