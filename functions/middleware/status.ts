import type { ProblemCode } from '#contracts/problem.ts';

/** The only place that knows HTTP's numbers for what can go wrong, and the short English title of each. */
export const PROBLEMS: Readonly<Record<ProblemCode, { readonly status: number; readonly title: string }>> = {
  invalid: { status: 400, title: 'Something in the request is not possible.' },
  question: { status: 422, title: 'Please look at this again before it is kept.' },
  'not-found': { status: 404, title: 'There is nothing here.' },
  'not-allowed': { status: 403, title: 'This is not covered by your rights.' },
  'statement-needed': { status: 403, title: 'The privacy statement has not been agreed to.' },
  'consent-needed': { status: 403, title: 'The written consent is missing.' },
  stale: { status: 412, title: 'It was changed in the meantime.' },
  taken: { status: 409, title: 'The id is taken.' },
  'username-taken': { status: 409, title: 'The username is taken.' },
  'not-now': { status: 409, title: 'This is not possible as things stand.' },
  // Not 401: that asks for a token, and would be answered by signing in, which is what just failed.
  'not-accepted': { status: 403, title: 'The details or the code are not right, used or out of date.' },
  'proof-needed': { status: 403, title: 'Please enter the password once more.' },
  'signed-out': { status: 401, title: 'Please sign in again.' },
  'session-ended': { status: 401, title: 'This device was signed out from another one.' },
  'too-many': { status: 429, title: 'Too many tries. Please wait.' },
  'too-large': { status: 413, title: 'The answer would be too large.' },
  busy: { status: 409, title: 'Two changes met. Please send it again.' },
  broken: { status: 500, title: 'Something went wrong on our side.' },
};
