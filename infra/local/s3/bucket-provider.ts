import { CreateBucketCommand, ListBucketsCommand } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { physicalName, type Provider } from '../template/provider.ts';
import { localS3Client } from './local-s3-client.ts';

const bucketSchema = z.object({ BucketName: z.string().optional() });

/** Names of buckets are host names: lower case, at most 63 characters. */
const MAX_NAME = 63;

/** `AWS::S3::Bucket`. Encryption, lifecycle and TLS-only are not played here. */
export const bucketProvider: Provider = async (resource, cloud) => {
  const { BucketName } = bucketSchema.parse(resource.properties);
  const name = BucketName ?? physicalName(resource).toLowerCase().slice(0, MAX_NAME);
  const client = localS3Client(cloud.endpoints.s3);
  const { Buckets: existing = [] } = await client.send(new ListBucketsCommand({}));
  if (!existing.some(({ Name }) => Name === name))
    await client.send(new CreateBucketCommand({ Bucket: name }));
  client.destroy();
  const domain = `${name}.s3.${resource.region}.amazonaws.com`;
  cloud.buckets.set(name, { name, domain });
  return {
    ref: name,
    attributes: {
      Arn: `arn:aws:s3:::${name}`,
      DomainName: `${name}.s3.amazonaws.com`,
      RegionalDomainName: domain,
      WebsiteURL: `http://${name}.s3-website.${resource.region}.amazonaws.com`,
    },
  };
};
