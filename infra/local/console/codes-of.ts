import { totpCode } from '../cognito/totp.ts';
import type { Account } from './account.ts';

/** The current one-time code of each account that has a second factor, and how long it still holds. */
export type Codes = Readonly<Record<string, { readonly code: string; readonly secondsLeft: number }>>;

const PERIOD_SECONDS = 30;

/** Codes by site and username (`centre/wren`) at a given epoch time in milliseconds. */
export function codesOf(accounts: readonly Account[], nowMs: number): Codes {
  const secondsLeft = PERIOD_SECONDS - (Math.floor(nowMs / 1000) % PERIOD_SECONDS);
  const codes = accounts.flatMap(({ site, username, totpSecret }) => {
    if (totpSecret === undefined) return [];
    const code = totpCode(totpSecret, Math.floor(nowMs / 1000 / PERIOD_SECONDS));
    return [[`${site}/${username}`, { code, secondsLeft }] as const];
  });
  return Object.fromEntries(codes);
}
