import type { Route } from '#contracts/route.ts';
import type { Result } from '#usecases/result.ts';

/**
 * Answers a request only as far as the caller's job or link still stands, whatever the handler looks at:
 *
 * - what staff and the registry read waits for that look: a view is told of in the audit, so nobody who has left may
 *   get as far as making one;
 * - a person's link is read with what it opens, by the use case, which costs no call;
 * - a write holds the look in its own transaction. When one fails for another reason, whoever may not write any more is
 *   told only that, and nothing of how things stand.
 */
export const whileStillIn = async <S>(
  { reads, audience }: Pick<Route, 'reads' | 'audience'>,
  look: () => Promise<Result<S>>,
  answer: (standing?: S) => Promise<Result<unknown>>,
): Promise<Result<unknown>> => {
  if (reads && audience !== 'diary') {
    const stands = await look();
    // What the look found of them goes along: the audit of a view says what people call whoever looked.
    return stands.ok ? answer(stands.value) : stands;
  }
  const result = await answer();
  if (result.ok || reads) return result;
  const stands = await look();
  return stands.ok ? result : stands;
};
