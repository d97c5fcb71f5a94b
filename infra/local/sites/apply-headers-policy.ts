import type { HeadersPolicy } from './distribution.ts';

/** Pairs of lower-case names and values, in order; `set-cookie` may be there more than once. */
export type HeaderList = readonly (readonly [string, string])[];

/** The headers of an answer after a policy has removed and set its own. */
export function applyHeadersPolicy(headers: HeaderList, policy: HeadersPolicy): HeaderList {
  const kept = headers.filter(([name]) => !policy.remove.includes(name));
  const set = policy.set.filter(({ name, overrides }) => overrides || !kept.some(([own]) => own === name));
  return [
    ...kept.filter(([name]) => !set.some((header) => header.name === name)),
    ...set.map(({ name, value }) => [name, value] as const),
  ];
}
