import type { SessionAnswer } from '#usecases/session/visitor.ts';

/** `__Host-`: this host only, secure only, whole site; a neighbour's subdomain cannot plant one. One name an audience. */
export const cookieName = (audience: string): string => `__Host-haemdiary-${audience}`;

/** The Set-Cookie values for what becomes of the refresh cookie. */
export const setCookies = (audience: string, cookie: SessionAnswer<unknown>['cookie']): readonly string[] => {
  if (cookie === undefined) return [];
  const { value, seconds } = cookie === 'forget' ? { value: '', seconds: 0 } : cookie;
  const rules = `Max-Age=${String(seconds)}; Path=/; HttpOnly; Secure; SameSite=Strict`;
  return [`${cookieName(audience)}=${value}; ${rules}`];
};
