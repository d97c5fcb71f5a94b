import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from '../ports/context.ts';
import type { Clause } from '../ports/store.ts';
import { fail, ok, type Result } from '../result.ts';

type Clock = Pick<Context, 'now'>;
/** What the table keeps of a proof: on the session, and on the links of its account. */
interface Kept {
  readonly hash: string;
  readonly until: number;
}

/** Long enough to finish what was begun, short enough for a device that is left lying about. */
const PROVED_SECONDS = 300;

const hashOf = (proof: string): string => createHash('sha256').update(`proof\n${proof}`).digest('hex');
const seconds = (context: Clock): number => Math.floor(context.now().epochMilliseconds / 1000);

/** A new proof, for the page that asked alone, and what is kept of it. */
export const newProof = (context: Clock): { readonly proof: string; readonly kept: Kept } => {
  const proof = randomBytes(32).toString('base64url');
  return { proof, kept: { hash: hashOf(proof), until: seconds(context) + PROVED_SECONDS } };
};

/** Whether its five minutes are over. */
export const hasRunOut = (context: Clock, { until }: Kept): boolean => until <= seconds(context);

/** @returns `proof-needed` unless the password was typed in the last five minutes on the page that asks */
export const isProved = (
  context: Clock,
  kept: Kept | undefined,
  proof: string | undefined,
): Result<undefined> =>
  kept !== undefined &&
  proof !== undefined &&
  !hasRunOut(context, kept) &&
  timingSafeEqual(Buffer.from(kept.hash), Buffer.from(hashOf(proof)))
    ? ok(undefined)
    : fail('proof-needed');

/** The same, as conditions on a link in the transaction of the act itself. */
export const provedWhen = (context: Clock, proof: string | undefined): readonly Clause[] => [
  { path: 'proof.hash', is: '=', to: hashOf(proof ?? '') },
  { path: 'proof.until', is: '>', to: seconds(context) },
];
