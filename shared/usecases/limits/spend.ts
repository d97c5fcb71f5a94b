import type { Owner } from '#table/entities/owner.ts';
import { allowance } from '#table/entities/system.ts';
import type { Context } from '../ports/context.ts';
import type { Result } from '../result.ts';
import { countInWindow } from './count-in-window.ts';

const HOUR = 3600;

/**
 * What one account may do in an hour of the few acts that cost: they read a whole diary or centre, or send mail to an
 * address that somebody typed. Far more than anybody needs; a stolen session or a runaway client stops here. All other
 * acts are bounded by the API's throttle alone and cost no call more.
 */
const ALLOWANCES = {
  /** A year of one diary each, 4 MB at most. */
  'export-diary': { most: 30, seconds: HOUR },
  /** A year of a centre each. */
  'export-centre': { most: 30, seconds: HOUR },
  /** What a phone gathered while it could not be sent. */
  'hand-over': { most: 300, seconds: HOUR },
  /** A centre that brings all its patients in on one afternoon stays below it. */
  invite: { most: 200, seconds: HOUR },
} as const;
export type Allowance = keyof typeof ALLOWANCES;

/**
 * Takes one of an account's allowance, kept with the diary or centre that the account works in, so that no caller's
 * credentials need reach beyond it.
 *
 * @returns `too-many` with `retryAfterSeconds` when the hour's are used up
 */
export const spend = (
  context: Context,
  { account }: { readonly account: string },
  owner: Owner,
  what: Allowance,
): Promise<Result<undefined>> =>
  countInWindow(context, {
    entity: allowance,
    key: allowance.key({ owner, what, account }),
    fields: { owner, what, account },
    by: account,
    ...ALLOWANCES[what],
  });
