import type { Audience } from '#contracts/route.ts';
import type { SignInAnswer } from '#contracts/session.ts';
import type { SignInStep } from '../ports/accounts.ts';
import { fail, ok, type Result } from '../result.ts';
import type { SessionContext } from './session-context.ts';
import { startSession, type SignedIn } from './start-session.ts';
import { forgetTries, LIMITS } from './throttle.ts';
import type { SessionAnswer } from './visitor.ts';

interface SigningIn {
  readonly audience: Audience;
  readonly username: string;
}

/** How an authenticator app lists the account. */
const ISSUERS: Readonly<Record<Audience, string>> = {
  diary: 'Haemdiary',
  centre: 'Haemdiary centre',
  registry: 'Haemdiary registry',
};

/** What authenticator apps read from a QR code (Google's Key URI format; SHA-1, six digits, 30 s are its defaults and Cognito's). */
export const otpauthLink = ({ audience, username }: SigningIn, secret: string): string => {
  const issuer = encodeURIComponent(ISSUERS[audience]);
  return `otpauth://totp/${issuer}:${encodeURIComponent(username)}?secret=${secret}&issuer=${issuer}`;
};

/** The end of a sign-in: a session. Any other step here is one that should not come again. */
export const finishSignIn = async (
  context: SessionContext,
  who: SigningIn,
  step: SignInStep,
): Promise<Result<SessionAnswer<SignedIn>>> => {
  if (step.step !== 'signed-in') return fail('not-accepted');
  const [started] = await Promise.all([
    startSession(context, who.audience, step.tokens),
    forgetTries(context, LIMITS.signInByName, who.username),
  ]);
  return started;
};

/** How far a sign-in has come, as the page sees it. */
export const answerStep = async (
  context: SessionContext,
  who: SigningIn,
  step: SignInStep,
): Promise<Result<SessionAnswer<SignInAnswer>>> => {
  switch (step.step) {
    case 'signed-in':
      return finishSignIn(context, who, step);
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
