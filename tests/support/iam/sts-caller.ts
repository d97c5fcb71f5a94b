import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient, type Tag } from '@aws-sdk/client-sts';

export type { Tag } from '@aws-sdk/client-sts';

/** What a call is signed with. */
export interface Signer {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

export interface AssumeRoleAsked {
  readonly RoleArn: string;
  readonly RoleSessionName?: string;
  readonly Tags?: Tag[];
  readonly DurationSeconds?: number;
}

/** A function's own credentials here: its role's name. */
export const signerOf = (role: string): Signer => ({ accessKeyId: role, secretAccessKey: 'local' });

/** STS as somebody calls it, by the real client. */
export function stsCaller(endpoint: string, credentials: Signer) {
  const client = new STSClient({ endpoint, region: 'eu-west-2', credentials, maxAttempts: 1 });
  return {
    assume: (asked: AssumeRoleAsked) =>
      client.send(new AssumeRoleCommand({ RoleSessionName: 'one', DurationSeconds: 900, ...asked })),
    whoAmI: () => client.send(new GetCallerIdentityCommand({})),
  };
}

/** Assumes a role and answers what its session signs with. */
export async function assumedBy(endpoint: string, by: string, asked: AssumeRoleAsked): Promise<Signer> {
  const { Credentials: given } = await stsCaller(endpoint, signerOf(by)).assume(asked);
  return {
    accessKeyId: given?.AccessKeyId ?? '',
    secretAccessKey: given?.SecretAccessKey ?? '',
    sessionToken: given?.SessionToken ?? '',
  };
}
