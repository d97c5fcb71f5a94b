import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCloud, type Cloud } from '../../../infra/local/cloud.ts';
import { createNotices } from '../../../infra/local/events/notices.ts';
import { providers } from '../../../infra/local/providers.ts';
import type { ServiceEndpoints } from '../../../infra/local/functions/environment-of.ts';
import { openRemembered } from '../../../infra/local/remembered.ts';
import type { JsonObject } from '../../../infra/local/template/json.ts';

const ACCOUNT = '000000000000';

/** What the local run knows of some resources that need no engine: roles, policies, keys, functions, permissions. */
export async function cloudOf(
  resources: Readonly<Record<string, { Type: string; Properties: JsonObject }>>,
  engines: Partial<ServiceEndpoints> = {},
): Promise<Cloud> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'iam-'));
  const cloud = createCloud({
    dataDirectory,
    assets: new Map(),
    endpoints: { dynamodb: '', s3: '', ses: '', cognito: '', sts: '', ...engines },
    remembered: openRemembered(join(dataDirectory, 'remembered.json')),
    notices: createNotices(dataDirectory),
  });
  for (const [logicalId, { Type: type, Properties: properties }] of Object.entries(resources)) {
    const resource = { stack: 'Small', region: 'eu-west-2', account: ACCOUNT, logicalId, type, properties };
    await providers.find(type)?.(resource, cloud);
  }
  return cloud;
}

/** A role of a template. */
export const roleResource = (name: string, more: JsonObject): { Type: string; Properties: JsonObject } => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    RoleName: name,
    AssumeRolePolicyDocument: allowing([
      { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
    ]),
    ...more,
  },
});

/** A policy with these statements. */
export const allowing = (statements: JsonObject[]): JsonObject => ({
  Version: '2012-10-17',
  Statement: statements,
});

export const roleArn = (name: string): string => `arn:aws:iam::${ACCOUNT}:role/${name}`;
