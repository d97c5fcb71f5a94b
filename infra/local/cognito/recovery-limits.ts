import { entry } from './entry.ts';
import { refuse } from './refusal.ts';
import type { Pool } from './state.ts';

const HOUR_MS = 3_600_000;
// The quotas page allows a user 5 to 20 of each an hour, by risk. The strictest is the one to be ready for.
const PER_HOUR = 5;

const tooMany = (): never =>
  refuse('LimitExceededException', 'Attempt limit exceeded, please try after some time.');

const lastHour = (times: number[], nowMs: number): number[] => times.filter((time) => nowMs - time < HOUR_MS);

function attemptsOf(pool: Pool, key: string): Pool['recovery'][string] {
  const attempts = entry(pool.recovery, key) ?? { requestedAt: [], failedAt: [] };
  pool.recovery[key] = attempts;
  return attempts;
}

/** Counts a request for a code by this name, known or not, and refuses the sixth within an hour. */
export function attemptRequest(pool: Pool, key: string, nowMs: number): void {
  const attempts = attemptsOf(pool, key);
  attempts.requestedAt = lastHour(attempts.requestedAt, nowMs);
  if (attempts.requestedAt.length >= PER_HOUR) tooMany();
  attempts.requestedAt.push(nowMs);
}

/** Refuses a try of a code after five wrong ones within an hour; `failed` counts one more. */
export function attemptConfirm(pool: Pool, key: string, nowMs: number): { failed: () => void } {
  const attempts = attemptsOf(pool, key);
  attempts.failedAt = lastHour(attempts.failedAt, nowMs);
  if (attempts.failedAt.length >= PER_HOUR) tooMany();
  return { failed: () => void attempts.failedAt.push(nowMs) };
}
