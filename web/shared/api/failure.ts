import type { FieldProblem, ProblemCode } from '#contracts/problem.ts';

/** Why a call gave no answer: the API's own codes, or `offline` where nothing was reached. */
export interface Failure {
  readonly code: ProblemCode | 'offline';
  readonly fields: readonly FieldProblem[];
  readonly questions: readonly FieldProblem[];
  /** With `stale`: the version to start from. */
  readonly current?: number;
  readonly retryAfterSeconds?: number;
  readonly correlationId?: string;
}

/** A failure that carries nothing but its code. */
export const failure = (code: Failure['code']): Failure => ({ code, fields: [], questions: [] });

/** Expected failures are values. `version` is the entity tag of what was saved or read. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly version?: number }
  | { readonly ok: false; readonly failure: Failure };
