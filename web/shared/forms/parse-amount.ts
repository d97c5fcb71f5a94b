import { parseAmountText } from '#domain/parse-amount.ts';

/** What a typed amount says. `unclear`: a lone point or comma before three digits, which is never guessed. */
export type ParsedAmount =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'unclear' }
  | { readonly kind: 'not-a-number' };

/** Reads a number by the domain's strict rule, whatever the step; `0` is a number and refused elsewhere. */
export function parseAmount(typed: string): ParsedAmount {
  const read = parseAmountText(typed, 0.001);
  if (read.ok) return { kind: 'number', value: read.value };
  if (read.error === 'not-above-zero') return { kind: 'number', value: 0 };
  return { kind: read.error === 'ambiguous' ? 'unclear' : 'not-a-number' };
}

/** How many were typed, in whatever digits; `undefined` for anything but a whole number, and for what could be two. */
export function wholeNumber(typed: string): number | undefined {
  const parsed = parseAmount(typed);
  return parsed.kind === 'number' && Number.isInteger(parsed.value) ? parsed.value : undefined;
}
