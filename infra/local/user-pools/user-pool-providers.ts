import * as z from 'zod';
import type { JsonObject } from '../template/json.ts';
import { arnOf, physicalName, type Provider, type Resource } from '../template/provider.ts';
import { callCognito, mustCallCognito } from './call-cognito.ts';

const poolAnswer = z.object({ UserPool: z.object({ Id: z.string() }) });
const clientAnswer = z.object({ UserPoolClient: z.object({ ClientId: z.string() }) });

/** Properties of the resource that the API takes under another name or by another call. */
const mfaSchema = z.object({
  UserPoolName: z.string().optional(),
  MfaConfiguration: z.string().optional(),
  EnabledMfas: z.array(z.string()).default([]),
});

/** `AWS::Cognito::UserPool`: made once, its id remembered; at a later start its settings are brought up to date. */
export const userPoolProvider: Provider = async (resource, cloud) => {
  const endpoint = cloud.endpoints.cognito;
  const { UserPoolName, MfaConfiguration, EnabledMfas } = mfaSchema.parse(resource.properties);
  const {
    UserPoolName: _name,
    MfaConfiguration: _mfa,
    EnabledMfas: _mfas,
    ...settings
  } = resource.properties;
  const name = UserPoolName ?? physicalName(resource);
  const key = `user-pool/${resource.stack}/${resource.logicalId}`;
  let id = cloud.remembered.get(key);
  if (id === undefined) {
    const made = await mustCallCognito(endpoint, 'CreateUserPool', { ...settings, PoolName: name });
    id = poolAnswer.parse(made).UserPool.Id;
    cloud.remembered.set(key, id);
  } else {
    await mustCallCognito(endpoint, 'UpdateUserPool', { ...settings, UserPoolId: id });
  }
  await mustCallCognito(endpoint, 'SetUserPoolMfaConfig', {
    UserPoolId: id,
    MfaConfiguration: MfaConfiguration ?? 'OFF',
    SoftwareTokenMfaConfiguration: { Enabled: EnabledMfas.includes('SOFTWARE_TOKEN_MFA') },
  });
  const arn = arnOf(resource, 'cognito-idp', `userpool/${id}`);
  cloud.userPools.set(id, { id, name, arn });
  const issuer = `cognito-idp.${resource.region}.amazonaws.com/${id}`;
  return {
    ref: id,
    attributes: { Arn: arn, UserPoolId: id, ProviderName: issuer, ProviderURL: `https://${issuer}` },
  };
};

/** `AWS::Cognito::UserPoolClient`. */
export const userPoolClientProvider: Provider = async (resource, cloud) => {
  const endpoint = cloud.endpoints.cognito;
  const key = `user-pool-client/${resource.stack}/${resource.logicalId}`;
  let id = cloud.remembered.get(key);
  if (id === undefined) {
    const made = await mustCallCognito(endpoint, 'CreateUserPoolClient', withClientName(resource));
    id = clientAnswer.parse(made).UserPoolClient.ClientId;
    cloud.remembered.set(key, id);
  } else {
    const { GenerateSecret: _secret, ...settings } = withClientName(resource);
    await mustCallCognito(endpoint, 'UpdateUserPoolClient', { ...settings, ClientId: id });
  }
  return { ref: id, attributes: { ClientId: id, Name: physicalName(resource) } };
};

function withClientName(resource: Resource): JsonObject {
  return { ClientName: physicalName(resource), ...resource.properties };
}

const groupSchema = z.object({ GroupName: z.string() });

/** `AWS::Cognito::UserPoolGroup`. */
export const userPoolGroupProvider: Provider = async (resource, cloud) => {
  const { GroupName } = groupSchema.parse(resource.properties);
  const made = await callCognito(cloud.endpoints.cognito, 'CreateGroup', resource.properties);
  if ('error' in made && made.error !== 'GroupExistsException')
    throw new Error(`${made.error}: ${made.message}`);
  return { ref: GroupName, attributes: {} };
};
