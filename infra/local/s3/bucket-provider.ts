import { CreateBucketCommand, ListBucketsCommand } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { cfnBoolean, cfnNumber } from '../template/json.ts';
import { physicalName, type Provider } from '../template/provider.ts';
import { localS3Client } from './local-s3-client.ts';
import type { Retention } from './object-lock.ts';

const bucketSchema = z.object({
  BucketName: z.string().optional(),
  ObjectLockEnabled: cfnBoolean.default(false),
  ObjectLockConfiguration: z
    .object({
      Rule: z.object({
        DefaultRetention: z.object({
          Mode: z.enum(['COMPLIANCE', 'GOVERNANCE']),
          Days: cfnNumber.optional(),
          Years: cfnNumber.optional(),
        }),
      }),
    })
    .optional(),
  BucketEncryption: z
    .object({
      ServerSideEncryptionConfiguration: z.array(
        z.object({
          ServerSideEncryptionByDefault: z.object({ KMSMasterKeyID: z.string().optional() }).optional(),
        }),
      ),
    })
    .optional(),
});

/** The lock that a template asks for. A bucket with Object Lock and no default retention locks nothing by itself. */
function lockOf({
  ObjectLockEnabled: enabled,
  ObjectLockConfiguration: configuration,
}: z.infer<typeof bucketSchema>): Retention | undefined {
  if (!enabled || configuration === undefined) return undefined;
  const { Mode: mode, Days, Years } = configuration.Rule.DefaultRetention;
  return Years === undefined
    ? { mode, unit: 'Days', count: Days ?? 0 }
    : { mode, unit: 'Years', count: Years };
}

/** Names of buckets are host names: lower case, at most 63 characters. */
const MAX_NAME = 63;

/** `AWS::S3::Bucket`, with its Object Lock. Encryption, lifecycle and TLS-only are not played here. */
export const bucketProvider: Provider = async (resource, cloud) => {
  const bucket = bucketSchema.parse(resource.properties);
  const { BucketName, BucketEncryption } = bucket;
  const name = BucketName ?? physicalName(resource).toLowerCase().slice(0, MAX_NAME);
  const client = localS3Client(cloud.endpoints.s3);
  const { Buckets: existing = [] } = await client.send(new ListBucketsCommand({}));
  if (!existing.some(({ Name }) => Name === name))
    await client.send(new CreateBucketCommand({ Bucket: name }));
  client.destroy();
  const domain = `${name}.s3.${resource.region}.amazonaws.com`;
  cloud.buckets.set(name, { name, domain, lock: lockOf(bucket) });
  const arn = `arn:aws:s3:::${name}`;
  const [rule] = BucketEncryption?.ServerSideEncryptionConfiguration ?? [];
  const key = rule?.ServerSideEncryptionByDefault?.KMSMasterKeyID;
  if (key !== undefined) cloud.encryptedWith.set(arn, key);
  return {
    ref: name,
    attributes: {
      Arn: arn,
      DomainName: `${name}.s3.amazonaws.com`,
      RegionalDomainName: domain,
      WebsiteURL: `http://${name}.s3-website.${resource.region}.amazonaws.com`,
    },
  };
};
