import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCloud, type Cloud } from '../../../infra/local/cloud.ts';
import { createNotices } from '../../../infra/local/events/notices.ts';
import { openRemembered } from '../../../infra/local/remembered.ts';
import { loadAssembly } from '../../../infra/local/template/assembly.ts';
import type { Resource } from '../../../infra/local/template/provider.ts';
import { provision } from '../../../infra/local/template/provision.ts';
import { nothingToDo } from '../../../infra/local/template/nothing-to-do.ts';

type Stacks = Record<string, { template: object; environment?: string; needs?: string[] }>;

function assemblyOf(stacks: Stacks) {
  const directory = mkdtempSync(join(tmpdir(), 'assembly-'));
  const artifacts = Object.entries(stacks).map(
    ([name, { template, environment = 'aws://unknown-account/unknown-region', needs = [] }]) => {
      writeFileSync(join(directory, `${name}.json`), JSON.stringify(template));
      return [
        name,
        {
          type: 'aws:cloudformation:stack',
          environment,
          dependencies: needs,
          properties: { templateFile: `${name}.json` },
        },
      ];
    },
  );
  writeFileSync(
    join(directory, 'manifest.json'),
    JSON.stringify({ artifacts: Object.fromEntries(artifacts) as object }),
  );
  return loadAssembly(directory);
}

function emptyCloud(): Cloud {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'cloud-'));
  return createCloud({
    dataDirectory,
    assets: new Map(),
    endpoints: { dynamodb: '', s3: '', ses: '', cognito: '', sts: '' },
    remembered: openRemembered(join(dataDirectory, 'remembered.json')),
    notices: createNotices(dataDirectory),
  });
}

async function made(stacks: Stacks): Promise<{ resources: Resource[]; cloud: Cloud }> {
  const resources: Resource[] = [];
  const cloud = emptyCloud();
  const make = (resource: Resource) => {
    resources.push(resource);
    return { ref: `ref of ${resource.logicalId}`, attributes: { Arn: `arn of ${resource.logicalId}` } };
  };
  await provision(assemblyOf(stacks), { find: (type) => (type === 'Test::Thing' ? make : undefined) }, cloud);
  return { resources, cloud };
}

const thing = (properties: object = {}, more: object = {}) => ({
  Type: 'Test::Thing',
  Properties: properties,
  ...more,
});

describe('making what templates define', () => {
  it('makes each resource after those it refers to, with what they answered', async () => {
    const { resources } = await made({
      One: {
        template: {
          Resources: {
            A: thing({ other: { 'Fn::GetAtt': ['B', 'Arn'] } }),
            B: thing({}, { DependsOn: ['C'] }),
            C: thing(),
          },
        },
      },
    });
    expect(resources.map(({ logicalId }) => logicalId)).toEqual(['C', 'B', 'A']);
    expect(resources[2]?.properties).toEqual({ other: 'arn of B' });
  });

  it('hands values from one stack to another, in the order the stacks need', async () => {
    const { resources } = await made({
      Second: {
        template: {
          Resources: {
            B: thing({
              a: { 'Fn::ImportValue': 'First:A' },
              b: { 'Fn::GetStackOutput': { StackName: 'First', OutputName: 'Out' } },
            }),
          },
        },
        needs: ['First'],
      },
      First: {
        template: {
          Resources: { A: thing() },
          Outputs: { Out: { Value: { Ref: 'A' }, Export: { Name: 'First:A' } } },
        },
      },
    });
    expect(resources[1]?.properties).toEqual({ a: 'ref of A', b: 'ref of A' });
  });

  it('leaves out what a condition rules out', async () => {
    const { resources } = await made({
      One: {
        template: {
          Conditions: { Abroad: { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-2'] }] } },
          Resources: {
            A: thing({}, { Condition: 'Abroad' }),
            B: thing({ x: { 'Fn::If': ['Abroad', 1, 2] } }),
          },
        },
      },
    });
    expect(resources.map(({ logicalId, properties }) => [logicalId, properties])).toEqual([['B', { x: 2 }]]);
  });

  it('knows account, region and defaults of parameters', async () => {
    const { resources } = await made({
      One: {
        template: {
          Parameters: { P: { Type: 'String', Default: 'given' } },
          Resources: { A: thing({ p: { Ref: 'P' }, at: { 'Fn::Sub': '${AWS::AccountId} ${AWS::Region}' } }) },
        },
        environment: 'aws://123456789012/us-east-1',
      },
    });
    expect(resources[0]?.properties).toEqual({ p: 'given', at: '123456789012 us-east-1' });
  });

  it('refuses types nobody knows, naming all of them, before it makes anything', async () => {
    const template = {
      Resources: { A: { Type: 'AWS::New::Thing' }, B: thing(), C: { Type: 'AWS::Other::Thing' } },
    };
    await expect(made({ One: { template } })).rejects.toThrow(
      /AWS::New::Thing \(One\/A\), AWS::Other::Thing \(One\/C\)/,
    );
  });

  it('says which resource refers to something that is not there', async () => {
    const template = { Resources: { A: thing({ x: { Ref: 'Gone' } }) } };
    await expect(made({ One: { template } })).rejects.toThrow('Gone');
  });
});

describe('types with nothing to do', () => {
  it('answer references like the real ones', () => {
    const resource = {
      stack: 'S',
      region: 'eu-west-2',
      account: '1',
      logicalId: 'Key',
      type: 'AWS::WAFv2::WebACL',
      properties: {},
    };
    expect(nothingToDo('AWS::WAFv2::WebACL')?.(resource, emptyCloud())).toMatchObject({
      attributes: { Arn: expect.stringMatching(/^arn:aws:wafv2:eu-west-2:1:global\//) as string },
    });
  });

  it('are none of those that hold data or answer people', () => {
    for (const type of ['AWS::DynamoDB::GlobalTable', 'AWS::Lambda::Function', 'AWS::S3::Bucket'])
      expect(nothingToDo(type)).toBeUndefined();
  });
});

describe('secrets of a template', () => {
  it('are found whole or by member, and missing ones are named', () => {
    const cloud = emptyCloud();
    cloud.secrets.set('arn:aws:secretsmanager:eu-west-2:1:secret:s', '{"user":"wren"}');
    const reference = 'arn:aws:secretsmanager:eu-west-2:1:secret:s:SecretString:';
    expect(cloud.dynamicReference('secretsmanager', `${reference}::`)).toBe('{"user":"wren"}');
    expect(cloud.dynamicReference('secretsmanager', `${reference}user::`)).toBe('wren');
    expect(() => cloud.dynamicReference('secretsmanager', 'other:SecretString:::')).toThrow('other');
  });
});
