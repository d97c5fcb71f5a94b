import * as z from 'zod';
import { problem } from '#contracts/problem.ts';
import type { Answered } from './send.ts';

/** What API Gateway answers itself, with its own small body. */
const gateway = z.strictObject({ message: z.string() });
const GATEWAY = new Set([401, 403, 404, 413, 429]);
/** Far more than any request needs, on a machine that does much else. */
const SLOWEST_MS = 15_000;

const parsed = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString());
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

const isProblem = ({ status, body }: Answered): boolean => {
  const read = problem.safeParse(parsed(body));
  return read.success && read.data.status === status && read.data.type === `urn:haemdiary:${read.data.code}`;
};

const refusalFaults = (answer: Answered, type: string): string[] => {
  const { status, body } = answer;
  // An answer to HEAD has no body to look at.
  if (body.length === 0) return ['a refusal without a body'];
  if (type === 'application/problem+json') return isProblem(answer) ? [] : ['not the problem it says it is'];
  const ours = type === 'application/json' && gateway.safeParse(parsed(body)).success;
  return ours && GATEWAY.has(status) ? [] : ['neither a problem nor API Gateway’s own answer'];
};

const successFaults = ({ status, body, headers }: Answered, type: string): string[] => {
  const kept = headers['cache-control'] === 'no-store' ? [] : ['an answer that may be stored'];
  if (status === 204) return body.length === 0 ? kept : ['a 204 with a body'];
  if (type === 'application/json') return parsed(body) === undefined ? ['not the JSON it says it is'] : kept;
  return headers['content-disposition']?.toString().startsWith('attachment; filename="haemdiary-') === true
    ? kept
    : ['a file without a safe name'];
};

/** What is wrong with an answer, whatever was asked: a fault of ours, a hang, or a form nobody can read. */
export const faultsOf = (method: string, answer: Answered): string[] => {
  const slow = answer.milliseconds > SLOWEST_MS ? [`took ${String(Math.round(answer.milliseconds))} ms`] : [];
  const type = answer.headers['content-type']?.toString() ?? '';
  if (answer.status >= 500) return [...slow, `a ${String(answer.status)}`];
  if (method === 'HEAD') return slow;
  return [...slow, ...(answer.status >= 400 ? refusalFaults(answer, type) : successFaults(answer, type))];
};
