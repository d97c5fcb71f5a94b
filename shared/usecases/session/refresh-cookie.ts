import { createHash, timingSafeEqual } from 'node:crypto';
import { id } from '#contracts/text.ts';

export interface RefreshCookie {
  readonly session: string;
  readonly refreshToken: string;
}

/** `session.refreshToken`: ids hold no dot, so the first one parts them. */
export const writeCookie = ({ session, refreshToken }: RefreshCookie): string => `${session}.${refreshToken}`;

/** What a cookie says, or `undefined` when it was not made by us. */
export const readCookie = (cookie: string | undefined): RefreshCookie | undefined => {
  const at = cookie?.indexOf('.') ?? -1;
  if (cookie === undefined || at < 1) return undefined;
  const session = id.safeParse(cookie.slice(0, at));
  const refreshToken = cookie.slice(at + 1);
  return session.success && refreshToken !== '' ? { session: session.data, refreshToken } : undefined;
};

/** A refresh token as the table keeps it. */
export const tokenHash = (refreshToken: string): string =>
  createHash('sha256').update(`refresh\n${refreshToken}`).digest('hex');

/** Whether a kept hash is that of a token, in the same time whatever they share. */
export const isHashOf = (hash: string | undefined, refreshToken: string): boolean =>
  hash !== undefined && timingSafeEqual(Buffer.from(hash), Buffer.from(tokenHash(refreshToken)));
