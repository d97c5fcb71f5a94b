import type { PolicySource } from './iam-request.ts';
import { readPolicyDocument } from './policy-document.ts';

/**
 * Policies that AWS keeps and templates only name.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSLambdaBasicExecutionRole.html
 */
const AWS_MANAGED: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
    ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
  ],
]);

/** A policy of AWS's own by its ARN. @throws for one that is not written down here: guessing would allow too much. */
export function awsManagedPolicy(arn: string): PolicySource {
  const actions = AWS_MANAGED.get(arn);
  if (actions === undefined)
    throw new Error(`The local run does not know the policy ${arn}: add it to aws-managed-policies.ts`);
  const document = readPolicyDocument({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: [...actions], Resource: '*' }],
  });
  return { name: arn.slice(arn.lastIndexOf('/') + 1), document };
}
