import * as z from 'zod';
import type { Cloud } from '../cloud.ts';
import { jsonObjectSchema } from '../template/json.ts';
import { arnOf, physicalId, physicalName, type Provider, type Resource } from '../template/provider.ts';
import { readPolicyDocument, type PolicyDocument } from './policy-document.ts';

/** Adds statements to what a resource's policy says already: a function gets one at a time. */
function addTo(cloud: Cloud, arn: string, document: PolicyDocument): void {
  const name = arn.slice(arn.lastIndexOf(':') + 1);
  const before = cloud.resourcePolicies.get(arn)?.document.Statement ?? [];
  cloud.resourcePolicies.set(arn, {
    name,
    document: { ...document, Statement: [...before, ...document.Statement] },
  });
}

const permissionSchema = z.strictObject({
  Action: z.string(),
  FunctionName: z.string(),
  Principal: z.string(),
  SourceArn: z.string().optional(),
  SourceAccount: z.string().optional(),
});

/**
 * `AWS::Lambda::Permission`: a statement of the function's policy.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html
 */
export const permissionProvider: Provider = (resource, cloud) => {
  const { Action, FunctionName, Principal, SourceArn, SourceAccount } = permissionSchema.parse(
    resource.properties,
  );
  const arn = FunctionName.startsWith('arn:')
    ? FunctionName
    : arnOf(resource, 'lambda', `function:${FunctionName}`);
  const statement = {
    Sid: resource.logicalId,
    Effect: 'Allow',
    Principal: Principal.endsWith('.amazonaws.com') ? { Service: Principal } : { AWS: Principal },
    Action,
    Resource: arn,
    Condition: {
      ...(SourceArn !== undefined && { ArnLike: { 'AWS:SourceArn': SourceArn } }),
      ...(SourceAccount !== undefined && { StringEquals: { 'AWS:SourceAccount': SourceAccount } }),
    },
  };
  addTo(cloud, arn, readPolicyDocument({ Version: '2012-10-17', Statement: [statement] }));
  return { ref: physicalName(resource), attributes: {} };
};

const bucketPolicySchema = z.object({ Bucket: z.string(), PolicyDocument: jsonObjectSchema });

/** `AWS::S3::BucketPolicy`. */
export const bucketPolicyProvider: Provider = (resource, cloud) => {
  const { Bucket, PolicyDocument } = bucketPolicySchema.parse(resource.properties);
  addTo(cloud, `arn:aws:s3:::${Bucket}`, readPolicyDocument(PolicyDocument));
  return { ref: physicalName(resource), attributes: {} };
};

const queuePolicySchema = z.object({ Queues: z.array(z.string()), PolicyDocument: jsonObjectSchema });

/** A queue's `Ref` is its address, `https://sqs.{region}.amazonaws.com/{account}/{name}`. */
const queueArnOf = (resource: Resource, url: string): string =>
  arnOf(resource, 'sqs', url.slice(url.lastIndexOf('/') + 1));

/** `AWS::SQS::QueuePolicy`. */
export const queuePolicyProvider: Provider = (resource, cloud) => {
  const { Queues, PolicyDocument } = queuePolicySchema.parse(resource.properties);
  for (const url of Queues) addTo(cloud, queueArnOf(resource, url), readPolicyDocument(PolicyDocument));
  return { ref: physicalName(resource), attributes: { Id: physicalName(resource) } };
};

const topicPolicySchema = z.object({ Topics: z.array(z.string()), PolicyDocument: jsonObjectSchema });

/** `AWS::SNS::TopicPolicy`. */
export const topicPolicyProvider: Provider = (resource, cloud) => {
  const { Topics, PolicyDocument } = topicPolicySchema.parse(resource.properties);
  for (const arn of Topics) addTo(cloud, arn, readPolicyDocument(PolicyDocument));
  return { ref: physicalName(resource), attributes: { Id: physicalName(resource) } };
};

const keySchema = z.object({ KeyPolicy: jsonObjectSchema });

/** `AWS::KMS::Key`: nothing is encrypted at rest here, but who may use the key is decided as if it were. */
export const keyProvider: Provider = (resource, cloud) => {
  const { KeyPolicy } = keySchema.parse(resource.properties);
  const id = physicalId(resource, 32);
  const arn = arnOf(resource, 'kms', `key/${id}`);
  addTo(cloud, arn, readPolicyDocument(KeyPolicy));
  return { ref: id, attributes: { Arn: arn, KeyId: id } };
};
