import type { Clause } from '#usecases/ports/store.ts';
import { invalid, type Result } from '#usecases/result.ts';

/** More than anybody has at once. Each stands on the patient's state, which is one item of 400 KB at most, and on Home. */
const MOST_OPEN = 50;

/** What must hold of the state for bleeds that go on to be added to it. */
export const roomForBleeds = (added: readonly unknown[] = []): readonly Clause[] =>
  added.length === 0 ? [] : [{ path: 'openBleeds', is: 'shorter', to: MOST_OPEN }];

/** The answer where too many bleeds would be going on: one of them has to be given its end first. */
export const tooManyOpen = (
  before: readonly unknown[],
  added: readonly unknown[] = [],
): Result<never> | undefined =>
  added.length > 0 && before.length >= MOST_OPEN ? invalid('/endedAt', 'too-many-open') : undefined;
