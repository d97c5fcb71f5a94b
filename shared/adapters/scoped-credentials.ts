import { AssumeRoleCommand, type STSClient } from '@aws-sdk/client-sts';
import { id } from '#contracts/text.ts';
import { SCOPE_TAGS, type ScopeName } from '#table/scopes.ts';
import type { Scope } from '#usecases/ports/scopes.ts';

/** The shortest that STS gives. What was taken over is worth nothing a quarter of an hour later. */
const SECONDS = 900;

/** As the SDK asks for it: whenever a client has none, or those it has end within five minutes. */
export type CredentialProvider = () => Promise<{
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiration: Date;
}>;

/** The ARN of the role of each scope that a function may work in. */
export type ScopeRoles = Readonly<Partial<Record<ScopeName, string>>>;

const tagsOf = (scope: Scope): { Key: string; Value: string }[] => {
  const values: Readonly<Record<string, string>> = { ...scope };
  return SCOPE_TAGS[scope.of].map((Key) => {
    // `*`, `?` and `#` would mean something in a key pattern; an id has none of them.
    return { Key, Value: id.parse(values[Key]) };
  });
};

/**
 * Credentials that reach one scope: a session of its role, tagged with the scope's ids, for 15 minutes.
 *
 * @throws Error when the function has no role for this kind of scope, ZodError when an id has the wrong form
 */
export const scopedCredentials = (sts: STSClient, roles: ScopeRoles, scope: Scope): CredentialProvider => {
  const RoleArn = roles[scope.of];
  if (RoleArn === undefined) throw new Error(`This function works in no ${scope.of} scope.`);
  const Tags = tagsOf(scope);
  return async () => {
    const answer = await sts.send(
      new AssumeRoleCommand({ RoleArn, Tags, RoleSessionName: scope.of, DurationSeconds: SECONDS }),
    );
    const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = answer.Credentials ?? {};
    if (
      AccessKeyId === undefined ||
      SecretAccessKey === undefined ||
      SessionToken === undefined ||
      Expiration === undefined
    )
      throw new Error('STS gave no credentials.');
    return {
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
      sessionToken: SessionToken,
      expiration: Expiration,
    };
  };
};
