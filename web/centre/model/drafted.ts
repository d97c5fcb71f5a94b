import type { FieldProblem } from '#contracts/problem.ts';

/** A form turned into a request, or the fields that stop it, with the API's own pointers and reasons. */
export type Drafted<T> =
  { readonly ok: true; readonly body: T } | { readonly ok: false; readonly fields: readonly FieldProblem[] };

/** The fields of a form that are required and still empty. */
export const emptyOf = (required: Readonly<Record<string, string>>): FieldProblem[] =>
  Object.entries(required).flatMap(([pointer, value]) =>
    value.trim() === '' ? [{ pointer, reason: 'empty' }] : [],
  );
