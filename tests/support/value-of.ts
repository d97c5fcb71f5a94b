import type { Result } from '#usecases/result.ts';

/** The value of what succeeded. @throws with the code of what did not */
export const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`Refused: ${result.failure.code}`);
  return result.value;
};
