import type * as z from 'zod';
import type { FieldProblem } from '#contracts/problem.ts';

type Issue = z.core.$ZodIssue;

/** A schema's own message is a code when it is made like one; zod's English sentences never are. */
const CODE = /^[a-z]+(?:-[a-z]+)*$/;

/** JSON pointer (RFC 6901) of a path. */
export const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const ofSize = (
  issue: Issue & { origin: string },
  forText: string,
  forList: string,
  forNumber: string,
): string => {
  if (issue.origin === 'string') return forText;
  return issue.origin === 'array' || issue.origin === 'set' ? forList : forNumber;
};

/** Why, in one code of a closed list (`FIELD_REASONS` in the tests names them all). */
const reasonOf = (issue: Issue): string => {
  if (issue.input === undefined && issue.code !== 'custom') return 'missing';
  if (CODE.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'int' ? 'not-whole' : 'wrong-type';
    case 'too_small':
      return ofSize(issue, 'too-short', 'too-few', 'too-little');
    case 'too_big':
      return ofSize(issue, 'too-long', 'too-many', 'too-much');
    case 'invalid_value':
      return 'not-in-list';
    case 'invalid_union': {
      // Of several forms the first is the usual one; without any, the field that tells them apart names none.
      const [first] = issue.errors[0] ?? [];
      return first === undefined ? 'not-in-list' : reasonOf(first);
    }
    case 'not_multiple_of':
      return 'wrong-step';
    default:
      return 'wrong-form';
  }
};

/** Enough for any form of ours; a body of a hundred thousand unknown names gets no answer of its own size. */
const MOST_PROBLEMS = 100;

/** What zod found, as pointers and reasons, the first hundred. Parse with `reportInput: true`, else nothing is known to be missing. */
export const fieldProblems = (error: z.ZodError): readonly FieldProblem[] =>
  error.issues
    .slice(0, MOST_PROBLEMS)
    .flatMap((issue): FieldProblem[] =>
      issue.code === 'unrecognized_keys'
        ? issue.keys
            .slice(0, MOST_PROBLEMS)
            .map((name) => ({ pointer: pointerTo([...issue.path, name]), reason: 'unknown' }))
        : [{ pointer: pointerTo(issue.path), reason: reasonOf(issue) }],
    )
    .slice(0, MOST_PROBLEMS);
