import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { cfnNumber, jsonObjectSchema, jsonSchema } from './json.ts';
import { arnOf, physicalName, type Provider } from './provider.ts';

const secretSchema = z.object({
  Name: z.string().optional(),
  SecretString: z.string().optional(),
  GenerateSecretString: z
    .object({
      PasswordLength: cfnNumber.default(32),
      SecretStringTemplate: z.string().optional(),
      GenerateStringKey: z.string().optional(),
    })
    .optional(),
});

/** `AWS::SecretsManager::Secret`: made up at the first start and remembered. */
export const secretProvider: Provider = (resource, cloud) => {
  const secret = secretSchema.parse(resource.properties);
  const arn = arnOf(resource, 'secretsmanager', `secret:${secret.Name ?? physicalName(resource)}`);
  const {
    PasswordLength: length = 32,
    SecretStringTemplate: template,
    GenerateStringKey: member,
  } = secret.GenerateSecretString ?? {};
  const generated = cloud.remembered.get(arn) ?? randomBytes(length).toString('hex').slice(0, length);
  cloud.remembered.set(arn, generated);
  const whole =
    template === undefined || member === undefined
      ? generated
      : JSON.stringify({ ...jsonObjectSchema.parse(JSON.parse(template)), [member]: generated });
  cloud.secrets.set(arn, secret.SecretString ?? whole);
  return { ref: arn, attributes: { Id: arn, Arn: arn } };
};

const parameterSchema = z.object({ Name: z.string().optional(), Value: jsonSchema });

/** `AWS::SSM::Parameter`. */
export const parameterProvider: Provider = (resource, cloud) => {
  const { Name, Value } = parameterSchema.parse(resource.properties);
  const name = Name ?? physicalName(resource);
  cloud.parameters.set(name, Value);
  return { ref: name, attributes: { Type: 'String', Value } };
};
