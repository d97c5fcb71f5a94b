import * as z from 'zod';
import { cfnNumber } from '../template/json.ts';
import { arnOf, physicalName, type Provider } from '../template/provider.ts';

const functionSchema = z.object({
  FunctionName: z.string().optional(),
  Runtime: z.string(),
  Handler: z.string(),
  Role: z.string(),
  Code: z.object({ S3Key: z.string().optional(), ZipFile: z.string().optional() }),
  MemorySize: cfnNumber.default(128),
  Timeout: cfnNumber.default(3),
  Environment: z.object({ Variables: z.record(z.string(), z.coerce.string()).default({}) }).optional(),
  ReservedConcurrentExecutions: cfnNumber.optional(),
  LoggingConfig: z.object({ LogGroup: z.string().optional() }).optional(),
});

/** `AWS::Lambda::Function`: the bundled asset, run by the pools in this folder. */
export const functionProvider: Provider = (resource, cloud) => {
  const properties = functionSchema.parse(resource.properties);
  const name = properties.FunctionName ?? physicalName(resource);
  const arn = arnOf(resource, 'lambda', `function:${name}`);
  const code = properties.Code.S3Key;
  cloud.functions.set(arn, {
    arn,
    name,
    region: resource.region,
    account: resource.account,
    codeDirectory:
      code === undefined || !properties.Runtime.startsWith('nodejs') ? undefined : cloud.assets.get(code),
    runtime: properties.Runtime,
    handler: properties.Handler,
    memoryMb: properties.MemorySize,
    timeoutSeconds: properties.Timeout,
    environment: properties.Environment?.Variables ?? {},
    roleArn: properties.Role,
    logGroup: properties.LoggingConfig?.LogGroup ?? `/aws/lambda/${name}`,
    reservedConcurrency: properties.ReservedConcurrentExecutions,
  });
  return { ref: name, attributes: { Arn: arn } };
};

const versionSchema = z.object({ FunctionName: z.string() });

/** `AWS::Lambda::Version` and `AWS::Lambda::Alias`: there is only one version here, so both are the function. */
export const functionVersionProvider: Provider = (resource, cloud) => {
  const { FunctionName: given } = versionSchema.parse(resource.properties);
  const definition =
    cloud.functions.get(given) ?? cloud.functions.get(arnOf(resource, 'lambda', `function:${given}`));
  if (definition === undefined) throw new Error(`There is no function ${given}`);
  return {
    ref: definition.arn,
    attributes: { FunctionArn: definition.arn, Version: '$LATEST', AliasArn: definition.arn },
  };
};

const invokeConfigSchema = z.object({
  FunctionName: z.string(),
  MaximumRetryAttempts: cfnNumber.optional(),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }).optional() }).optional(),
});

/** `AWS::Lambda::EventInvokeConfig`: how often an asynchronous invocation is tried again, and where it goes then. */
export const invokeConfigProvider: Provider = (resource, cloud) => {
  const config = invokeConfigSchema.parse(resource.properties);
  cloud.invokeConfigs.set(config.FunctionName, {
    retries: config.MaximumRetryAttempts ?? 2,
    failureDestinationArn: config.DestinationConfig?.OnFailure?.Destination,
  });
  return { ref: physicalName(resource), attributes: {} };
};
