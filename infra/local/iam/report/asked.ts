import type { Judged } from './decisions.ts';

/** A request in a few words: what, on what, by whom, and whether AWS would ask it by its own rules. */
export const asked = ({ role, request, seen }: Judged): string =>
  `${request.action} on ${request.resource}${seen ? '' : ' (by rule)'} by ${role}`;
