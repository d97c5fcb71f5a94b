import type { FieldProblem, ProblemCode } from '#contracts/problem.ts';

/** An expected failure: a value with a code from the closed catalogue. */
export interface Failure {
  readonly code: Exclude<ProblemCode, 'broken'>;
  readonly fields?: readonly FieldProblem[];
  /** With `question`: what the person is asked before it is kept. */
  readonly questions?: readonly FieldProblem[];
  /** With `stale`: the version to start again from. */
  readonly current?: number;
  readonly retryAfterSeconds?: number;
}

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = (code: Failure['code'], more: Omit<Failure, 'code'> = {}): Result<never> => ({
  ok: false,
  failure: { code, ...more },
});
/** One field, one reason. */
export const invalid = (pointer: string, reason: string): Result<never> =>
  fail('invalid', { fields: [{ pointer, reason }] });
