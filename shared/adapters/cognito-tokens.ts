import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider';
import * as z from 'zod';
import type { Audience } from '#contracts/route.ts';
import type { Tokens } from '#usecases/ports/accounts.ts';

/** Not verified here: it comes from Cognito itself, over its own connection. The API's authorisers verify it. */
const claims = z.object({
  account: z.string(),
  'cognito:username': z.string(),
  exp: z.int(),
  job: z.string().optional(),
  centre: z.string().optional(),
});
type Claims = z.infer<typeof claims>;

const payloadOf = (idToken: string): Claims =>
  claims.parse(JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString()));

export interface Granted {
  readonly tokens: Tokens;
  /** Whether the account still has what the audience's routes need: a job, for staff and registry. */
  readonly hasPlace: boolean;
}

/**
 * What Cognito hands out at the end of a sign-in or refresh.
 *
 * @throws Error or ZodError when a token is missing or lacks our claims: a fault of the set-up
 */
export const tokensOf = (audience: Audience, result: AuthenticationResultType | undefined): Granted => {
  const { IdToken: idToken, RefreshToken: refreshToken } = result ?? {};
  if (idToken === undefined || refreshToken === undefined) throw new Error('Cognito gave no tokens.');
  const { account, 'cognito:username': username, exp, job, centre } = payloadOf(idToken);
  return {
    tokens: {
      idToken,
      refreshToken,
      account,
      username,
      expiresAt: exp,
      ...(centre === undefined ? {} : { centre }),
    },
    hasPlace: audience === 'diary' || job !== undefined,
  };
};
