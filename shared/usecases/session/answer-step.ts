import type { Audience } from '#contracts/route.ts';
import type { SignInAnswer } from '#contracts/session.ts';
import type { SignInStep, Tokens } from '../ports/accounts.ts';
import { fail, ok, type Result } from '../result.ts';
import { endSession } from './end-session.ts';
import { forgetGuessing, GUARDS, type Guessing } from './guard-guessing.ts';
import { rememberDevice } from './known-device.ts';
import type { SessionContext } from './session-context.ts';
import { startSession, type SignedIn } from './start-session.ts';
import type { SessionAnswer } from './visitor.ts';

/** How an authenticator app lists the account. */
const ISSUERS: Readonly<Record<Audience, string>> = {
  diary: 'Haemdiary',
  centre: 'Haemdiary centre',
  registry: 'Haemdiary registry',
};

/** What authenticator apps read from a QR code (Google's Key URI format; SHA-1, six digits, 30 s are its defaults and Cognito's). */
export const otpauthLink = (
  { audience, username }: Pick<Guessing, 'audience' | 'username'>,
  secret: string,
): string => {
  const issuer = encodeURIComponent(ISSUERS[audience]);
  return `otpauth://totp/${issuer}:${encodeURIComponent(username)}?secret=${secret}&issuer=${issuer}`;
};

/** The end of a sign-in: a session of its own, whatever cookie the device came with. */
export const finishSignIn = async (
  context: SessionContext,
  who: Guessing,
  tokens: Tokens,
  how: 'known' | 'set-up' = 'known',
): Promise<Result<SessionAnswer<SignedIn>>> => {
  const started = await startSession(context, who, tokens, how);
  if (!started.ok) return started;
  const [device] = await Promise.all([
    rememberDevice(context, who),
    forgetGuessing(context, GUARDS.signIn, who),
    // Nothing from before the sign-in goes on.
    endSession(context, who.audience, who.visitor),
  ]);
  return ok({ ...started.value, ...device });
};

/** How far a sign-in has come, as the page sees it. */
export const answerStep = async (
  context: SessionContext,
  who: Guessing,
  step: SignInStep,
): Promise<Result<SessionAnswer<SignInAnswer>>> => {
  switch (step.step) {
    case 'signed-in':
      return finishSignIn(context, who, step.tokens);
    case 'second-factor':
      return ok({ answer: { outcome: 'second-factor', challenge: step.challenge } });
    case 'set-up': {
      const { challenge, secret } = step;
      return ok({ answer: { outcome: 'set-up', challenge, secret, link: otpauthLink(who, secret) } });
    }
    // Right password, no job any more. Saying so would tell a stranger that the password is right.
    case 'no-place':
      return fail('not-accepted');
  }
};
