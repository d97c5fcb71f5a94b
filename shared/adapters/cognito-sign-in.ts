import {
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  AssociateSoftwareTokenCommand,
  RevokeTokenCommand,
  VerifySoftwareTokenCommand,
  type AdminInitiateAuthCommandOutput,
  type ChallengeNameType,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Audience } from '#contracts/route.ts';
import type { Accounts, SignInStep } from '#usecases/ports/accounts.ts';
import { fail, ok, type Result } from '#usecases/result.ts';
import type { KnownClient } from './cognito-pools.ts';
import { isRefusal, refusalOf } from './cognito-refusals.ts';
import { tokensOf } from './cognito-tokens.ts';

type SignIn = Pick<Accounts, 'signIn' | 'answerSecondFactor' | 'finishSetUp'>;
type ClientOf = (audience: Audience) => Promise<KnownClient>;

const stepped = async (step: () => Promise<Result<SignInStep>>): Promise<Result<SignInStep>> => {
  try {
    return await step();
  } catch (error) {
    return refusalOf(error);
  }
};

/** A continuation that Cognito cannot even read was not made by it. */
const continued = (step: () => Promise<Result<SignInStep>>): Promise<Result<SignInStep>> =>
  stepped(async () => {
    try {
      return await step();
    } catch (error) {
      if (isRefusal(error, 'InvalidParameterException')) return fail('not-accepted');
      throw error;
    }
  });

type Challenged = Pick<AdminInitiateAuthCommandOutput, 'ChallengeName' | 'Session' | 'AuthenticationResult'>;

const finished = async (
  client: CognitoIdentityProviderClient,
  { clientId, secret, audience }: KnownClient,
  answer: Challenged,
): Promise<Result<SignInStep>> => {
  const { tokens, hasPlace } = tokensOf(audience, answer.AuthenticationResult);
  if (hasPlace) return ok({ step: 'signed-in', tokens });
  const given = { ClientId: clientId, ClientSecret: secret, Token: tokens.refreshToken };
  await client.send(new RevokeTokenCommand(given));
  return ok({ step: 'no-place', account: tokens.account });
};

const stepOf = async (
  client: CognitoIdentityProviderClient,
  known: KnownClient,
  answer: Challenged,
): Promise<Result<SignInStep>> => {
  const { ChallengeName: challenge, Session } = answer;
  if (challenge === undefined) return finished(client, known, answer);
  if (Session === undefined) throw new Error('Cognito gave a challenge without a session.');
  if (challenge === 'SOFTWARE_TOKEN_MFA') return ok({ step: 'second-factor', challenge: Session });
  // An account that was never finished: its invitation has to be accepted again.
  if (challenge === 'NEW_PASSWORD_REQUIRED') return fail('not-accepted');
  if (challenge !== 'MFA_SETUP') throw new Error('Cognito asked for a challenge that our pools do not have.');
  const made = await client.send(new AssociateSoftwareTokenCommand({ Session }));
  if (made.SecretCode === undefined || made.Session === undefined) throw new Error('Cognito gave no secret.');
  return ok({ step: 'set-up', challenge: made.Session, secret: made.SecretCode });
};

/** The steps of a sign-in: password, second factor, and setting one up. */
export const cognitoSignIn = (client: CognitoIdentityProviderClient, clientOf: ClientOf): SignIn => {
  const respond = async (
    audience: Audience,
    challenge: { readonly name: ChallengeNameType; readonly session: string; readonly username: string },
    answers: Readonly<Record<string, string>>,
  ): Promise<Result<SignInStep>> => {
    const known = await clientOf(audience);
    const { poolId, clientId, secretHash } = known;
    const { username } = challenge;
    const answer = await client.send(
      new AdminRespondToAuthChallengeCommand({
        UserPoolId: poolId,
        ClientId: clientId,
        ChallengeName: challenge.name,
        Session: challenge.session,
        ChallengeResponses: { USERNAME: username, SECRET_HASH: secretHash(username), ...answers },
      }),
    );
    return stepOf(client, known, answer);
  };

  return {
    signIn: (audience, { username, password }) =>
      stepped(async () => {
        const known = await clientOf(audience);
        const { poolId, clientId, secretHash } = known;
        const answer = await client.send(
          new AdminInitiateAuthCommand({
            UserPoolId: poolId,
            ClientId: clientId,
            AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
            AuthParameters: { USERNAME: username, PASSWORD: password, SECRET_HASH: secretHash(username) },
          }),
        );
        return stepOf(client, known, answer);
      }),
    answerSecondFactor: (audience, { username, challenge, code }) =>
      continued(() =>
        respond(
          audience,
          { name: 'SOFTWARE_TOKEN_MFA', session: challenge, username },
          { SOFTWARE_TOKEN_MFA_CODE: code },
        ),
      ),
    finishSetUp: (audience, { username, challenge, code }) =>
      continued(async () => {
        const verified = await client.send(
          new VerifySoftwareTokenCommand({ Session: challenge, UserCode: code }),
        );
        if (verified.Status !== 'SUCCESS' || verified.Session === undefined) return fail('not-accepted');
        return respond(audience, { name: 'MFA_SETUP', session: verified.Session, username }, {});
      }),
  };
};
