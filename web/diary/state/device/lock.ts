const dayMs = 86_400_000;
/** A lost phone shows nothing any more after so many days without the server. */
export const LOCK_DAYS = 14;
/** Clocks drift and are set right; more than this is another time. */
export const TOLERANCE_MS = 600_000;

export interface Contact {
  /** The device's clock when the server last answered this account; milliseconds. */
  readonly at: number;
  /** The latest the device's clock has ever been seen at. */
  readonly seen: number;
}

/**
 * Whether the copies on this device are locked: the server was not heard for 14 days, or the clock was turned back
 * behind the last contact so that nobody can tell.
 *
 * @param now the device's clock, which whoever holds the phone can set; so time only ever counts forward
 */
export function isLocked(now: number, contact: Contact | undefined): boolean {
  if (contact === undefined) return true;
  if (now < contact.at - TOLERANCE_MS) return true;
  return Math.max(now, contact.seen) - contact.at > LOCK_DAYS * dayMs;
}

/** By how much a device's clock is ahead of the server's, in whole minutes, where that is more than it should be. */
export function minutesAhead(clocks: {
  readonly serverMs: number;
  readonly deviceMs: number;
}): number | undefined {
  const aheadMs = clocks.deviceMs - clocks.serverMs;
  return Math.abs(aheadMs) > TOLERANCE_MS ? Math.round(aheadMs / 60_000) : undefined;
}
