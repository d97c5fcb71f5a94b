import { registryStaff } from '#table/entities/centre.ts';
import { auditAct, type Happening } from '#usecases/audit/audit-item.ts';
import type { Context, RegistryCaller } from '#usecases/ports/context.ts';
import type { Act, Refused } from '#usecases/ports/store.ts';
import { fail, ok, type Result } from '#usecases/result.ts';

const MAY = 'may-write';

/** The condition that the caller still works at the registry as their token says. */
export const registryMay = (caller: RegistryCaller): Act => ({
  act: 'check',
  label: MAY,
  key: registryStaff.key(caller),
  when: [
    { path: 'status', is: '=', to: 'active' },
    { path: 'job', is: '=', to: caller.job },
    { path: 'notBefore', is: '<=', to: caller.issuedAt },
  ],
});

/** What it means that the condition above failed; `undefined` when it did not. */
export const whyRegistryMayNot = (refused: readonly Refused[]): Result<never> | undefined =>
  refused.some(({ label }) => label === MAY) ? fail('signed-out') : undefined;

/** The answer to an act that was done before, sent again: to whoever still works at the registry. */
export const answerRegistryAgain = async <T>(
  { store }: Pick<Context, 'store'>,
  caller: RegistryCaller,
  value: T,
): Promise<Result<T>> => {
  const outcome = await store.transact([registryMay(caller)]);
  if (outcome.done) return ok(value);
  return (outcome.refused === 'conflict' ? undefined : whyRegistryMayNot(outcome.refused)) ?? fail('busy');
};

/** Writes something of the registry, with authorisation and audit inside. */
export const writeAtRegistry = async <T>(
  context: Context,
  caller: RegistryCaller,
  given: { readonly acts: readonly Act[]; readonly happening: Happening; readonly value: T },
  explain: (refused: readonly Refused[]) => Result<T>,
): Promise<Result<T>> => {
  const outcome = await context.store.transact([
    registryMay(caller),
    ...given.acts,
    auditAct(context, caller, { of: 'registry' }, given.happening),
  ]);
  if (outcome.done) return ok(given.value);
  if (outcome.refused === 'conflict') return fail('busy');
  return whyRegistryMayNot(outcome.refused) ?? explain(outcome.refused);
};
