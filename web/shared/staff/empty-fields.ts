import type { Errors } from '../forms/use-form.ts';
import { type FieldWords, reasonWords } from '../words/en/problems.ts';

/**
 * The errors of the named fields that are still empty, so that a form says all that is missing at once. A date in
 * three boxes is empty while it has no digit.
 */
export const emptyFields = (values: Readonly<Record<string, string>>, own: FieldWords): Errors =>
  Object.fromEntries(
    Object.entries(values).flatMap(([id, value]) =>
      value.replaceAll('-', '').trim() === '' ? [[id, reasonWords('empty', id, own)]] : [],
    ),
  );
