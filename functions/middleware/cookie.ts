import type { SessionAnswer } from '#usecases/session/visitor.ts';

interface Kept {
  readonly value: string;
  readonly seconds: number;
}

/** `__Host-`: this host only, secure only, whole site; a neighbour's subdomain cannot plant one. One name an audience. */
export const cookieName = (audience: string): string => `__Host-haemdiary-${audience}`;

/** The device's own cookie, with which nothing opens. */
export const deviceCookieName = (audience: string): string => `${cookieName(audience)}-device`;

const setCookie = (name: string, { value, seconds }: Kept): string =>
  `${name}=${value}; Max-Age=${String(seconds)}; Path=/; HttpOnly; Secure; SameSite=Strict`;

/** The Set-Cookie values for what becomes of the refresh cookie and the device's own. */
export const setCookies = (
  audience: string,
  { cookie, device }: Pick<SessionAnswer<unknown>, 'cookie' | 'device'>,
): readonly string[] => [
  ...(cookie === undefined
    ? []
    : [setCookie(cookieName(audience), cookie === 'forget' ? { value: '', seconds: 0 } : cookie)]),
  ...(device === undefined ? [] : [setCookie(deviceCookieName(audience), device)]),
];
