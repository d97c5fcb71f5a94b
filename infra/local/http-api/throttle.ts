import type { Throttle } from './http-api.ts';

/** Answers whether one more call is let through now. */
export type Gate = (nowMs: number) => boolean;

/** A token bucket, as API Gateway throttles: full at first, `burst` deep, filled at `perSecond`. */
export function createGate(throttle: Throttle): Gate {
  let tokens = throttle.burst;
  let filledAt: number | undefined;
  return (nowMs) => {
    const elapsedMs = nowMs - (filledAt ?? nowMs);
    filledAt = nowMs;
    if (elapsedMs > 0) tokens = Math.min(throttle.burst, tokens + (elapsedMs / 1000) * throttle.perSecond);
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
