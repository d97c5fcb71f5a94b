import type { Audience } from '#contracts/route.ts';
import type { Result } from '../result.ts';
import { forgetTries, LONGEST_PAUSE_SECONDS, tryOnce, type BackOff } from './back-off.ts';
import { deviceHash, isKnownDevice } from './known-device.ts';
import type { SessionContext } from './session-context.ts';
import { limitHash } from './throttle.ts';
import type { Visitor } from './visitor.ts';

/** Whose password, or code, is being tried from where. The name is as typed: counted alike whether anybody has it. */
export interface Guessing {
  readonly audience: Audience;
  readonly username: string;
  readonly visitor: Visitor;
}

interface Guard {
  /** A device on which this name has signed in before. Nobody else's tries count against it. */
  readonly device: BackOff;
  /** Any other: one name from one address. */
  readonly pair: BackOff;
  /** All of the others together, so that many addresses get no more. */
  readonly strangers: BackOff;
}

const guard = (what: string, most: Readonly<Record<keyof Guard, number>>): Guard => ({
  device: { what: `${what}-device`, free: most.device, firstPauseSeconds: 60 },
  pair: { what: `${what}-pair`, free: most.pair, firstPauseSeconds: 60 },
  strangers: { what: `${what}-strangers`, free: most.strangers, firstPauseSeconds: LONGEST_PAUSE_SECONDS },
});

/**
 * Who knows a username can't keep its owner out: one address uses up less than strangers have in all, and strangers
 * together nothing of a known device. Eight wrong passwords, then 16 minutes of none: Cognito locks the name for 8 s at
 * most (2^(n - 5)), and has forgotten them when the next may come.
 */
export const GUARDS = {
  signIn: guard('sign-in', { device: 10, pair: 5, strangers: 8 }),
  /** Six mailed digits; Cognito refuses the code itself after a few. */
  resetCode: guard('reset-code', { device: 10, pair: 5, strangers: 8 }),
  /** Each one is a mail to the owner, whose newest code is good: asking cannot be used to take it away. */
  resetMail: guard('reset-mail', { device: 3, pair: 3, strangers: 6 }),
  /** Each one is a mail to an address that somebody typed. */
  addressMail: guard('address-mail', { device: 3, pair: 3, strangers: 6 }),
  addressCode: guard('address-code', { device: 10, pair: 5, strangers: 8 }),
} as const;

const named = ({ audience, username }: Guessing): readonly [string, string] => [
  audience,
  username.toLowerCase(),
];

/** Counts one try before it is looked at: `too-many` with the seconds until the next. */
export const countTry = async (
  context: SessionContext,
  { device, pair, strangers }: Guard,
  guessing: Guessing,
): Promise<Result<undefined>> => {
  const { visitor } = guessing;
  if (await isKnownDevice(context, guessing)) return tryOnce(context, device, deviceHash(guessing));
  const alone = await tryOnce(context, pair, limitHash(...named(guessing), visitor.address));
  return alone.ok ? tryOnce(context, strangers, limitHash(...named(guessing))) : alone;
};

/** Whoever proved to be the owner starts from the beginning, on this device and for all strangers. */
export const forgetGuessing = async (
  context: SessionContext,
  { device, pair, strangers }: Guard,
  guessing: Guessing,
): Promise<void> => {
  await Promise.all([
    forgetTries(context, device.what, deviceHash(guessing)),
    forgetTries(context, pair.what, limitHash(...named(guessing), guessing.visitor.address)),
    forgetTries(context, strangers.what, limitHash(...named(guessing))),
  ]);
};
