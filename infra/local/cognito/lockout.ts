import { refuse } from './refusal.ts';
import type { User } from './state.ts';

const FREE_ATTEMPTS = 5;
const LONGEST_MS = 15 * 60_000;

/**
 * Refuses an attempt while the user is locked out. The developer guide ("Lockout behavior for failed sign-in
 * attempts"): after n failures, n ≥ 5, a user is locked for 2^(n − 5) seconds, at most about 15 minutes; attempts
 * in that time answer `Password attempts exceeded` and do not count; fifteen quiet minutes start again from zero.
 */
export function checkLockout(user: User, nowMs: number): void {
  const { failures } = user;
  if (nowMs - failures.lastAttemptAt >= LONGEST_MS) failures.count = 0;
  failures.lastAttemptAt = nowMs;
  if (nowMs < failures.lockedUntil) refuse('NotAuthorizedException', 'Password attempts exceeded');
}

/** Counts a wrong password or second-factor code, and locks from the fifth on. */
export function countFailure(user: User, nowMs: number): void {
  const { failures } = user;
  failures.count += 1;
  if (failures.count < FREE_ATTEMPTS) return;
  failures.lockedUntil = nowMs + Math.min(LONGEST_MS, 1000 * 2 ** (failures.count - FREE_ATTEMPTS));
}

/** A finished sign-in takes the count back to zero. */
export function clearFailures(user: User): void {
  user.failures = { count: 0, lockedUntil: 0, lastAttemptAt: 0 };
}
