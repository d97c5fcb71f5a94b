import type { Result } from '../result.ts';
import type { SessionContext } from './session-context.ts';

/** What is refused takes a whole number of these: longer than the slowest of the ways to be wrong usually takes. */
export const REFUSAL_STEP_MS = 1000;

const waitOut = async (context: SessionContext, startedMs: number, stepMs: number): Promise<void> => {
  const took = context.now().epochMilliseconds - startedMs;
  await context.wait(stepMs - (took % stepMs));
};

/** Answers after a whole number of steps whatever came of it, so that nothing can be heard in the time. */
export const answerEvenly = async <T>(
  context: SessionContext,
  stepMs: number,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> => {
  const started = context.now().epochMilliseconds;
  const result = await work();
  await waitOut(context, started, stepMs);
  return result;
};

/**
 * Answers `not-accepted` after a whole number of steps, and everything else at once: of what is refused nobody hears
 * whether the name, the password, the code or the invitation was the wrong one.
 */
export const refuseEvenly = async <T>(
  context: SessionContext,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> => {
  const started = context.now().epochMilliseconds;
  const result = await work();
  if (!result.ok && result.failure.code === 'not-accepted') await waitOut(context, started, REFUSAL_STEP_MS);
  return result;
};
