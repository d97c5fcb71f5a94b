import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkLockout, countFailure } from '../../../infra/local/cognito/lockout.ts';
import { refusalOf } from '../../../infra/local/cognito/refusal.ts';
import type { User } from '../../../infra/local/cognito/state.ts';

const newUser = (): User => ({
  username: 'ann',
  sub: 'sub',
  attributes: {},
  enabled: true,
  status: 'CONFIRMED',
  createdAt: 0,
  modifiedAt: 0,
  groups: [],
  mfa: { enabled: false, preferred: false },
  failures: { count: 0, lockedUntil: 0, lastAttemptAt: 0 },
});

const isLocked = (user: User, nowMs: number): boolean => {
  try {
    checkLockout(user, nowMs);
    return false;
  } catch (error) {
    if (refusalOf(error)?.message === 'Password attempts exceeded') return true;
    throw error;
  }
};

it('guessing as fast as it is allowed gives 30 guesses in an hour', () => {
  // Five free, then waits of 1, 2, 4 … 512 and 900 s. Sitting out the longest is itself fifteen quiet minutes, which
  // by the guide's words start the count again: about half an hour for fifteen guesses.
  const user = newUser();
  const start = 1_795_000_000_000;
  const end = start + 3_600_000;
  let guesses = 0;
  for (let nowMs = start; nowMs < end; nowMs = Math.max(nowMs + 1, user.failures.lockedUntil)) {
    if (isLocked(user, nowMs)) continue;
    guesses += 1;
    countFailure(user, nowMs);
  }
  expect(guesses).toBe(30);
});

it('an attempt while locked changes neither the end of the lock nor the length of the next', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 5, max: 15 }),
      fc.array(fc.integer({ min: 0, max: 999 })),
      (failed, offsets) => {
        const [quiet, hammered] = [newUser(), newUser()];
        const nowMs = 1_795_000_000_000;
        for (const user of [quiet, hammered]) {
          for (let n = 0; n < failed; n += 1) countFailure(user, nowMs);
        }
        for (const offset of offsets) expect(isLocked(hammered, nowMs + offset)).toBe(true);
        const after = quiet.failures.lockedUntil;
        expect(isLocked(hammered, after)).toBe(false);
        expect(isLocked(quiet, after)).toBe(false);
        countFailure(quiet, after);
        countFailure(hammered, after);
        expect(hammered.failures.lockedUntil).toBe(quiet.failures.lockedUntil);
      },
    ),
  );
});
