import { randomBytes } from 'node:crypto';
import { knownDevice } from '#table/entities/sign-in.ts';
import { created } from '#table/item.ts';
import type { Guessing } from './guard-guessing.ts';
import type { SessionContext } from './session-context.ts';
import { limitHash } from './throttle.ts';
import type { SessionAnswer } from './visitor.ts';

const KEPT_SECONDS = 180 * 86_400;

/** What the table finds a device of one name by: it can be turned back into neither. */
export const deviceHash = ({ audience, username, visitor }: Guessing): string =>
  limitHash('device', audience, username.toLowerCase(), visitor.device ?? '');

/**
 * Whether this name has signed in on this device before (OWASP: device cookies). It opens nothing: it only keeps
 * strangers' tries from counting against the owner.
 */
export const isKnownDevice = async (context: SessionContext, guessing: Guessing): Promise<boolean> => {
  if (guessing.visitor.device === undefined) return false;
  const found = await context.store.get(knownDevice, knownDevice.key({ hash: deviceHash(guessing) }));
  return found !== undefined && (found.expiresAt ?? 0) * 1000 > context.now().epochMilliseconds;
};

/**
 * Remembers the device of a finished sign-in or reset. A cookie is kept on only where we gave it to this very name: one
 * that somebody else brought, or left on a shared device, may be known to them, and would let their guesses pass for the
 * owner's.
 */
export const rememberDevice = async (
  context: SessionContext,
  guessing: Guessing,
): Promise<Pick<SessionAnswer<unknown>, 'device'>> => {
  const brought = (await isKnownDevice(context, guessing)) ? guessing.visitor.device : undefined;
  const device = brought ?? randomBytes(24).toString('base64url');
  const now = context.now();
  const stamp = {
    at: now.toString({ smallestUnit: 'millisecond' }),
    by: 'session',
    mutationId: context.newId(),
  };
  const hash = deviceHash({ ...guessing, visitor: { ...guessing.visitor, device } });
  await context.store.put(knownDevice, {
    hash,
    ...created(stamp, Math.floor(now.epochMilliseconds / 1000) + KEPT_SECONDS),
  });
  return { device: { value: device, seconds: KEPT_SECONDS } };
};
