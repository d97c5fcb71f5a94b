import type { FieldProblem } from '#contracts/problem.ts';

/** Day and time are one field of the API, but two boxes: each says what is wrong with it. */
export const whenProblems = (
  typed: { readonly day: string; readonly time: string },
  day: string | undefined,
  time: string | undefined,
): FieldProblem[] => [
  ...(day === undefined
    ? [{ pointer: '/day', reason: typed.day.trim() === '' ? 'empty' : 'not-a-date' }]
    : []),
  ...(time === undefined
    ? [{ pointer: '/time', reason: typed.time.trim() === '' ? 'empty' : 'not-a-time' }]
    : []),
];
