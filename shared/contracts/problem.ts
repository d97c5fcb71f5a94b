import * as z from 'zod';

/** The closed list of what can go wrong, as clients see it. The numbers live in the middleware. */
export const PROBLEM_CODES = [
  /** A field is missing, unknown or not possible: `fields` says which and why. */
  'invalid',
  /** Something must be confirmed before it is kept: `questions` says what. Send again with `passed`. */
  'question',
  /** Not there, or not yours: the two answer alike. */
  'not-found',
  /** The signed-in person's job or right doesn't cover this. */
  'not-allowed',
  /** The current privacy statement has not been agreed to. */
  'statement-needed',
  /** The written consent is missing or was revoked. */
  'consent-needed',
  /** Someone changed it since: `current` is the version to start from. */
  'stale',
  /** The id is taken by something else. */
  'taken',
  /** The username is taken. */
  'username-taken',
  /** The act doesn't fit what the thing is now, for example a voided entry. */
  'not-now',
  /** Sign-in details, or a code, are wrong, used or out of date. One answer for all of them. */
  'not-accepted',
  /** The act asks for the password of the last minutes: prove it, and send the act again with that `proof`. */
  'proof-needed',
  /** The session is over: sign in again. */
  'signed-out',
  /** Another device of the account signed this one out: sign in again, and keep nothing of before. */
  'session-ended',
  /** Too many tries: `retryAfterSeconds` says when to come back. */
  'too-many',
  /** The answer would be too large: choose a shorter period. */
  'too-large',
  /** Two writes met; nothing was kept. Send it again. */
  'busy',
  /** Our fault. `correlationId` finds it in the log. */
  'broken',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** Where (JSON pointer, for example `/containers/0/batch`) and why (a closed code such as `empty`). */
export const fieldProblem = z.object({ pointer: z.string(), reason: z.string() });
export type FieldProblem = z.infer<typeof fieldProblem>;

/** RFC 9457 `application/problem+json`. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(PROBLEM_CODES),
  fields: z.array(fieldProblem).optional(),
  questions: z.array(fieldProblem).optional(),
  current: z.int().optional(),
  retryAfterSeconds: z.int().optional(),
  correlationId: z.string(),
});
export type Problem = z.infer<typeof problem>;
