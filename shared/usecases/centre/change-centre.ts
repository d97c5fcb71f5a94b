import { auditAct, type Happening } from '#usecases/audit/audit-item.ts';
import { mayWrite, whyNot } from '#usecases/diary/may-write.ts';
import type { Context, StaffCaller } from '#usecases/ports/context.ts';
import type { Act, Refused } from '#usecases/ports/store.ts';
import { fail, ok, type Result } from '#usecases/result.ts';

/**
 * Writes something of the centre, with authorisation and audit inside.
 *
 * @param explain what a refused act of these means; `undefined` for those that mean the same act was done already
 */
export const writeAtCentre = async <T>(
  context: Context,
  caller: StaffCaller,
  given: { readonly acts: readonly Act[]; readonly happening: Happening; readonly value: T },
  explain: (refused: readonly Refused[]) => Result<T>,
): Promise<Result<T>> => {
  const outcome = await context.store.transact([
    // The patient plays no part in what staff may.
    mayWrite(caller, { centre: caller.centre, patient: '-' }, 0),
    ...given.acts,
    auditAct(context, caller, { of: 'centre', centre: caller.centre }, given.happening),
  ]);
  if (outcome.done) return ok(given.value);
  if (outcome.refused === 'conflict') return fail('busy');
  return whyNot(outcome.refused, caller, 0) ?? explain(outcome.refused);
};

/** Whether the act under this label was done before by the same request. */
export const doneBefore = (refused: readonly Refused[], label: string, mutationId: string): boolean =>
  refused.some((one) => one.label === label && one.found?.['mutationId'] === mutationId);
