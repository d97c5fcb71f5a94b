import { Temporal } from 'temporal-polyfill';
import type { LateBody } from '#contracts/late.ts';
import { late } from '#table/entities/late.ts';
import { link } from '#table/entities/diary.ts';
import { created, fromItem } from '#table/item.ts';
import { auditAct } from '#usecases/audit/audit-item.ts';
import { stampOf } from '#usecases/diary/entry-item.ts';
import { spend } from '#usecases/limits/spend.ts';
import type { Context, Person } from '#usecases/ports/context.ts';
import type { Scopes } from '#usecases/ports/scopes.ts';
import type { Act, Clause, Refused } from '#usecases/ports/store.ts';
import { fail, ok, type Result } from '#usecases/result.ts';

type Received = { readonly received: true };
/** Which of the two has ended since the act was made. */
type Ended = 'link' | 'consent';

const LINK = 'link';

/** That the person could record when it was made, and can't any more: held against the link as it is at that moment. */
const hadEnded = (caller: Person, body: LateBody, ended: Ended, madeAt: string): Act => {
  const since: readonly Clause[] =
    ended === 'link'
      ? [{ path: 'endedAt', is: '>=', to: madeAt }]
      : [
          { path: 'endedAt', is: 'absent' },
          { path: 'consent', is: '=', to: 'revoked' },
          { path: 'consentRevokedAt', is: '>=', to: madeAt },
        ];
  return {
    act: 'check',
    label: LINK,
    key: link.key({ centre: body.centre, patient: body.patient, account: caller.account }),
    when: [
      { path: 'mayRecord', is: '=', to: true },
      { path: 'notBefore', is: '<=', to: caller.issuedAt },
      ...since,
    ],
  };
};

const whyNot = (found: Refused['found'], caller: Person): Result<never> => {
  if (found === undefined) return fail('not-found');
  const stored = fromItem(link, found);
  if (stored.notBefore > caller.issuedAt) return fail('signed-out');
  // Whoever may still record does that; what was made after the end is nobody's to hand over.
  return fail(stored.endedAt === undefined && stored.consent !== 'revoked' ? 'not-now' : 'not-found');
};

/**
 * Takes in what somebody recorded while they could, and could send only after their link or the consent had ended. It
 * goes where nobody but the centre looks, and stays out of the diary until somebody there decides. The answer says that
 * it was received, and nothing of the diary.
 */
export const handOverLate = async (
  context: Context & Scopes,
  caller: Person,
  id: string,
  body: LateBody,
): Promise<Result<Received>> => {
  const { centre, patient } = body;
  const scoped: Context = { ...context, store: context.within({ of: 'late', centre, patient }) };
  // Compared as text with what we wrote ourselves, so in the same form.
  const madeAt = Temporal.Instant.from(body.madeAt).toString({ smallestUnit: 'millisecond' });
  for (const ended of ['link', 'consent'] as const) {
    const check = hadEnded(caller, body, ended, madeAt);
    const looked = await scoped.store.transact([check]);
    if (!looked.done && looked.refused === 'conflict') return fail('busy');
    if (!looked.done && ended === 'consent') return whyNot(looked.refused[0]?.found, caller);
    if (!looked.done) continue;
    return keep(scoped, caller, { id, body, madeAt, check });
  }
  return fail('not-found');
};

const keep = async (
  scoped: Context,
  caller: Person,
  given: { readonly id: string; readonly body: LateBody; readonly madeAt: string; readonly check: Act },
): Promise<Result<Received>> => {
  const { id, body, madeAt, check } = given;
  const diary = { centre: body.centre, patient: body.patient };
  const spent = await spend(scoped, caller, { of: 'diary', ...diary }, 'hand-over');
  if (!spent.ok) return spent;
  const stamp = stampOf(scoped, caller, body.mutationId);
  const item = {
    ...diary,
    late: id,
    account: caller.account,
    madeAt,
    receivedAt: stamp.at,
    made: body.made,
    ...created(stamp),
  };
  const outcome = await scoped.store.transact([
    check,
    { act: 'put', label: 'late', entity: late, item, over: 'absent' },
    auditAct(
      scoped,
      caller,
      { of: 'diary', ...diary },
      { action: 'hand-over-late', about: id, mutationId: body.mutationId },
    ),
  ]);
  if (outcome.done) return ok({ received: true });
  if (outcome.refused === 'conflict') return fail('busy');
  const may = outcome.refused.find(({ label }) => label === LINK);
  if (may !== undefined) return whyNot(may.found, caller);
  const there = outcome.refused.find(({ label }) => label === 'late')?.found;
  return there?.['mutationId'] === body.mutationId ? ok({ received: true }) : fail('taken');
};
