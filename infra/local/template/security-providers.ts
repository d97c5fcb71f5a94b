import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { cfnNumber, jsonObjectSchema, jsonSchema } from './json.ts';
import { arnOf, globalArnOf, physicalName, type Provider } from './provider.ts';

const roleSchema = z.object({
  RoleName: z.string().optional(),
  Policies: z.array(z.object({ PolicyDocument: jsonObjectSchema })).default([]),
});

/** `AWS::IAM::Role`: kept with its policies for the enforcement of IAM; functions already sign as their role. */
export const roleProvider: Provider = (resource, cloud) => {
  const role = roleSchema.parse(resource.properties);
  const name = role.RoleName ?? physicalName(resource);
  const arn = globalArnOf(resource, 'iam', `role/${name}`);
  cloud.roles.set(arn, { name, arn, policies: role.Policies.map(({ PolicyDocument }) => PolicyDocument) });
  return { ref: name, attributes: { Arn: arn, RoleId: name } };
};

const policySchema = z.object({ PolicyDocument: jsonObjectSchema, Roles: z.array(z.string()).default([]) });

/** `AWS::IAM::Policy` and `AWS::IAM::ManagedPolicy`: added to the roles they name. */
export const policyProvider: Provider = (resource, cloud) => {
  const { PolicyDocument, Roles } = policySchema.parse(resource.properties);
  for (const [arn, role] of cloud.roles) {
    if (Roles.includes(role.name))
      cloud.roles.set(arn, { ...role, policies: [...role.policies, PolicyDocument] });
  }
  const arn = globalArnOf(resource, 'iam', `policy/${physicalName(resource)}`);
  return {
    ref: resource.type === 'AWS::IAM::ManagedPolicy' ? arn : physicalName(resource),
    attributes: { PolicyArn: arn },
  };
};

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
