import type { Visitor } from '#usecases/session/visitor.ts';
import { cookieName, deviceCookieName } from './cookie.ts';
import { deviceKind } from './device-kind.ts';
import { headerOf, type ApiEvent } from './event.ts';
import { viewerAddress } from './viewer-address.ts';

/** Set by a CloudFront function; nobody else reaches us, because the origin secret is checked first. */
const VIEWER_ADDRESS = 'x-viewer-ip';

const cookieOf = (event: ApiEvent, name: string): string | undefined => {
  const found = (event.cookies ?? [])
    .map((cookie) => cookie.trim())
    .find((cookie) => cookie.startsWith(`${name}=`));
  return found?.slice(name.length + 1);
};

/** Only what we could have given out: 24 random bytes. */
const deviceOf = (event: ApiEvent, audience: string): string | undefined => {
  const device = cookieOf(event, deviceCookieName(audience));
  return device !== undefined && /^[\w-]{32}$/.test(device) ? device : undefined;
};

/** Whoever calls a route that needs no token. */
export const readVisitor = (event: ApiEvent): Visitor => {
  const audience = event.pathParameters?.['audience'];
  return {
    address: viewerAddress(headerOf(event, VIEWER_ADDRESS) ?? event.requestContext.http.sourceIp),
    cookie: audience === undefined ? undefined : cookieOf(event, cookieName(audience)),
    device: audience === undefined ? undefined : deviceOf(event, audience),
    kind: deviceKind(headerOf(event, 'user-agent') ?? ''),
  };
};
