import type { Problem } from '#contracts/problem.ts';
import type { Failure } from '#usecases/result.ts';
import type { ApiAnswer } from './event.ts';
import { PROBLEMS } from './status.ts';

/** On every answer: nothing here may be kept, framed, sniffed or read by another site. */
const ALWAYS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains; preload',
  'x-content-type-options': 'nosniff',
} as const;

/** Adds what every answer carries. */
export const withHeaders = (answer: ApiAnswer, correlationId: string): ApiAnswer => ({
  ...answer,
  headers: { ...ALWAYS, ...answer.headers, 'x-correlation-id': correlationId },
});

/** A failure as RFC 9457 problem document. */
export const problemAnswer = (
  failure: Failure | { readonly code: 'broken' },
  correlationId: string,
): ApiAnswer => {
  const { status, title } = PROBLEMS[failure.code];
  const problem: Problem = {
    type: `urn:haemdiary:${failure.code}`,
    title,
    status,
    ...failed(failure),
    correlationId,
  };
  const retry = problem.retryAfterSeconds;
  return {
    statusCode: status,
    headers: {
      'content-type': 'application/problem+json',
      ...(retry === undefined ? {} : { 'retry-after': String(retry) }),
    },
    body: JSON.stringify(problem),
  };
};

/** Only what the contract names: a failure value may carry more, and none of that leaves. */
const failed = (failure: Failure | { readonly code: 'broken' }) => {
  if (failure.code === 'broken') return { code: failure.code };
  const { code, fields, questions, current, retryAfterSeconds } = failure;
  return {
    code,
    ...(fields === undefined ? {} : { fields: [...fields] }),
    ...(questions === undefined ? {} : { questions: [...questions] }),
    ...(current === undefined ? {} : { current }),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  };
};
