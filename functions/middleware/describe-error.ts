import * as z from 'zod';

/** Of a fault: its kind, the places in our code, and for a parse the paths. Never its message, which may hold what a person typed. */
export interface DescribedError {
  readonly error: string;
  readonly at: readonly string[];
  readonly issues: readonly string[];
}

const frames = (error: Error): readonly string[] =>
  (error.stack ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, 12);

/** What may be logged of something thrown. */
export const describeError = (thrown: unknown): DescribedError => {
  if (!(thrown instanceof Error)) return { error: typeof thrown, at: [], issues: [] };
  const issues =
    thrown instanceof z.ZodError
      ? thrown.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`)
      : [];
  return { error: thrown.name, at: frames(thrown), issues };
};
