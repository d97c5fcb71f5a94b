import { GetCallerIdentityCommand, type STSClient } from '@aws-sdk/client-sts';

/**
 * The name AWS knows whoever holds these credentials by: a user's, or of an assumed role its session's, which single
 * sign-on makes the person's own. Nobody types it, so nobody can be two people.
 *
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
export const operatorName = async (client: STSClient): Promise<string> => {
  const { Arn: arn } = await client.send(new GetCallerIdentityCommand());
  const name = arn?.slice(arn.lastIndexOf('/') + 1);
  if (name === undefined || name === '' || arn?.endsWith(':root') === true)
    throw new Error('These credentials are nobody’s own: use those of a person.');
  return name;
};
