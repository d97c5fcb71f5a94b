import { createHash, timingSafeEqual } from 'node:crypto';
import { id } from '#contracts/text.ts';

export interface RefreshCookie {
  /** Whose partition the session stands in. */
  readonly account: string;
  readonly session: string;
  readonly refreshToken: string;
}

/** `account.session.refreshToken`: ids hold no dot, so the first two part them. */
export const writeCookie = ({ account, session, refreshToken }: RefreshCookie): string =>
  `${account}.${session}.${refreshToken}`;

/** What a cookie says, or `undefined` when it was not made by us. */
export const readCookie = (cookie: string | undefined): RefreshCookie | undefined => {
  const [first, second, ...rest] = cookie?.split('.') ?? [];
  const account = id.safeParse(first);
  const session = id.safeParse(second);
  const refreshToken = rest.join('.');
  return account.success && session.success && refreshToken !== ''
    ? { account: account.data, session: session.data, refreshToken }
    : undefined;
};

/** A refresh token as the table keeps it. */
export const tokenHash = (refreshToken: string): string =>
  createHash('sha256').update(`refresh\n${refreshToken}`).digest('hex');

/** Whether a kept hash is that of a token, in the same time whatever they share. */
export const isHashOf = (hash: string | undefined, refreshToken: string): boolean =>
  hash !== undefined && timingSafeEqual(Buffer.from(hash), Buffer.from(tokenHash(refreshToken)));
