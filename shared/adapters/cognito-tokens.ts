import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider';
import * as z from 'zod';
import type { Tokens } from '#usecases/ports/accounts.ts';

/** Not verified here: it comes from Cognito itself, over its own connection. The API's authorisers verify it. */
const claims = z.object({ account: z.string(), 'cognito:username': z.string(), exp: z.int() });

const payloadOf = (idToken: string): z.infer<typeof claims> =>
  claims.parse(JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString()));

/**
 * What Cognito hands out at the end of a sign-in or refresh.
 *
 * @throws Error or ZodError when a token is missing or lacks our claims: a fault of the set-up
 */
export const tokensOf = (result: AuthenticationResultType | undefined): Tokens => {
  const { IdToken: idToken, RefreshToken: refreshToken } = result ?? {};
  if (idToken === undefined || refreshToken === undefined) throw new Error('Cognito gave no tokens.');
  const { account, 'cognito:username': username, exp } = payloadOf(idToken);
  return { idToken, refreshToken, account, username, expiresAt: exp };
};
