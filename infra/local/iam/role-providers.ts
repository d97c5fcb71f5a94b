import * as z from 'zod';
import type { Cloud } from '../cloud.ts';
import { cfnNumber, jsonObjectSchema } from '../template/json.ts';
import { globalArnOf, physicalName, type Provider } from '../template/provider.ts';
import { awsManagedPolicy } from './aws-managed-policies.ts';
import type { PolicySource } from './iam-request.ts';
import { readPolicyDocument } from './policy-document.ts';

/** What IAM takes where a role says nothing. */
const HOUR_SECONDS = 3600;

const roleSchema = z.object({
  RoleName: z.string().optional(),
  AssumeRolePolicyDocument: jsonObjectSchema,
  Policies: z.array(z.object({ PolicyName: z.string(), PolicyDocument: jsonObjectSchema })).default([]),
  ManagedPolicyArns: z.array(z.string()).default([]),
  PermissionsBoundary: z.string().optional(),
  MaxSessionDuration: cfnNumber.default(HOUR_SECONDS),
});

const named = (cloud: Cloud, arn: string): PolicySource =>
  cloud.managedPolicies.get(arn) ?? awsManagedPolicy(arn);

/** `AWS::IAM::Role`, with its policies, its trust policy and its boundary: what every call by it is decided by. */
export const roleProvider: Provider = (resource, cloud) => {
  const role = roleSchema.parse(resource.properties);
  const name = role.RoleName ?? physicalName(resource);
  const arn = globalArnOf(resource, 'iam', `role/${name}`);
  const inline = role.Policies.map(({ PolicyName, PolicyDocument }) => ({
    name: `${name}/${PolicyName}`,
    document: readPolicyDocument(PolicyDocument),
  }));
  cloud.roles.set(arn, {
    name,
    arn,
    account: resource.account,
    policies: [...inline, ...role.ManagedPolicyArns.map((each) => named(cloud, each))],
    trust: { name: `${name}/trust`, document: readPolicyDocument(role.AssumeRolePolicyDocument) },
    ...(role.PermissionsBoundary !== undefined && { boundary: named(cloud, role.PermissionsBoundary) }),
    maxSessionSeconds: role.MaxSessionDuration,
  });
  return { ref: name, attributes: { Arn: arn, RoleId: name } };
};

const policySchema = z.object({
  PolicyName: z.string().optional(),
  ManagedPolicyName: z.string().optional(),
  PolicyDocument: jsonObjectSchema,
  Roles: z.array(z.string()).default([]),
});

/** `AWS::IAM::Policy` and `AWS::IAM::ManagedPolicy`: added to the roles they name; the latter also found by ARN. */
export const policyProvider: Provider = (resource, cloud) => {
  const { PolicyName, ManagedPolicyName, PolicyDocument, Roles } = policySchema.parse(resource.properties);
  const name = PolicyName ?? ManagedPolicyName ?? physicalName(resource);
  const document = readPolicyDocument(PolicyDocument);
  for (const [arn, role] of cloud.roles) {
    if (!Roles.includes(role.name)) continue;
    const added = { name: `${role.name}/${name}`, document };
    cloud.roles.set(arn, { ...role, policies: [...role.policies, added] });
  }
  const arn = globalArnOf(resource, 'iam', `policy/${name}`);
  const isManaged = resource.type === 'AWS::IAM::ManagedPolicy';
  if (isManaged) cloud.managedPolicies.set(arn, { name, document });
  return { ref: isManaged ? arn : physicalName(resource), attributes: { PolicyArn: arn } };
};
