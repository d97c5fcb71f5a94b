import type { FunctionDefinition } from './function-definition.ts';

/** Where the AWS SDK finds each service here: the variables are the SDK's own, so no function knows of it. */
export type ServiceEndpoints = {
  readonly dynamodb: string;
  readonly s3: string;
  readonly ses: string;
  readonly cognito: string;
  readonly sts: string;
};

/**
 * Every variable a function's process gets: the template's own, Lambda's, and the SDK's endpoint variables.
 *
 * @param translate turns an address of the cloud into the local one, inside the template's values.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
export function environmentOf(
  definition: FunctionDefinition,
  endpoints: ServiceEndpoints,
  translate: (value: string) => string,
): Record<string, string> {
  const own = Object.entries(definition.environment).map(([name, value]): [string, string] => [
    name,
    translate(value),
  ]);
  return {
    ...Object.fromEntries(own),
    PATH: process.env['PATH'] ?? '',
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
    AWS_REGION: definition.region,
    AWS_DEFAULT_REGION: definition.region,
    AWS_LAMBDA_FUNCTION_NAME: definition.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(definition.memoryMb),
    AWS_LAMBDA_LOG_GROUP_NAME: definition.logGroup,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_EXECUTION_ENV: `AWS_Lambda_${definition.runtime}`,
    LAMBDA_TASK_ROOT: definition.codeDirectory ?? '',
    LOCAL_FUNCTION_ARN: definition.arn,
    _HANDLER: definition.handler,
    ...credentialsOf(definition.roleArn),
    // Without these the SDK looks for shared files and the machine's metadata service before it gives up on them.
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    AWS_ENDPOINT_URL_S3: endpoints.s3,
    AWS_ENDPOINT_URL_SESV2: endpoints.ses,
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: endpoints.cognito,
    AWS_ENDPOINT_URL_STS: endpoints.sts,
  };
}

/**
 * The credentials that stand for a role: the access key id is the role's name, so that whoever answers a call here
 * can tell which role made it.
 */
function credentialsOf(roleArn: string): { AWS_ACCESS_KEY_ID: string; AWS_SECRET_ACCESS_KEY: string } {
  return { AWS_ACCESS_KEY_ID: roleArn.slice(roleArn.lastIndexOf('/') + 1), AWS_SECRET_ACCESS_KEY: 'local' };
}
