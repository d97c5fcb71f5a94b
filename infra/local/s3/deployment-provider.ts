import {
  DeleteObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import * as z from 'zod';
import type { Cloud } from '../cloud.ts';
import { cfnBoolean } from '../template/json.ts';
import { physicalName, type Provider } from '../template/provider.ts';
import { fitsWildcard } from '../template/wildcard.ts';
import { contentTypeOf } from './content-type-of.ts';
import { localS3Client } from './local-s3-client.ts';

const deploymentSchema = z.object({
  SourceObjectKeys: z.array(z.string()),
  SourceMarkers: z.array(z.record(z.string(), z.string())).default([]),
  DestinationBucketName: z.string(),
  DestinationBucketKeyPrefix: z.string().default(''),
  Prune: cfnBoolean.default(true),
  Include: z.array(z.string()).default([]),
  Exclude: z.array(z.string()).default([]),
  SystemMetadata: z.record(z.string(), z.string()).default({}),
});
type Deployment = z.infer<typeof deploymentSchema>;

/** `Custom::CDKBucketDeployment`: copies the asset into the bucket, as the CDK's own function does in the cloud. */
export const deploymentProvider: Provider = async (resource, cloud) => {
  const deployment = deploymentSchema.parse(resource.properties);
  const { DestinationBucketName: bucket } = deployment;
  const answer = {
    ref: physicalName(resource),
    attributes: {
      DestinationBucketArn: `arn:aws:s3:::${bucket}`,
      SourceObjectKeys: deployment.SourceObjectKeys,
    },
  };
  // Object keys are digests of the files, so the same properties mean that everything is there already.
  const done = [`deployment/${physicalName(resource)}`, JSON.stringify(deployment)] as const;
  if (cloud.remembered.get(done[0]) === done[1]) return answer;
  const client = localS3Client(cloud.endpoints.s3);
  const written = new Set<string>();
  for (const [index, objectKey] of deployment.SourceObjectKeys.entries()) {
    const markers = deployment.SourceMarkers[index] ?? {};
    const wanted = filesOf(cloud, objectKey).filter(({ path }) => isWanted(path, deployment));
    const puts = wanted.map(async ({ path, absolute }) => {
      const key = withPrefix(deployment.DestinationBucketKeyPrefix, path);
      await put(client, deployment, key, replaced(readFileSync(absolute), markers));
      written.add(key);
    });
    await Promise.all(puts);
  }
  if (deployment.Prune) await prune(client, deployment, written);
  client.destroy();
  cloud.remembered.set(...done);
  return answer;
};

function filesOf(cloud: Cloud, objectKey: string): { path: string; absolute: string }[] {
  const root = cloud.assets.get(objectKey);
  if (root === undefined) throw new Error(`The assembly has no asset ${objectKey}`);
  if (!statSync(root).isDirectory())
    throw new Error(`The asset ${root} is not a folder; the local run unpacks nothing`);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => ({
      path: relative(root, join(root, name)).split(sep).join('/'),
      absolute: join(root, name),
    }))
    .filter(({ absolute }) => statSync(absolute).isFile());
}

/** As `aws s3 sync` does: exclusions first, inclusions take back. */
function isWanted(path: string, { Exclude, Include }: Deployment): boolean {
  const fits = (pattern: string): boolean => fitsWildcard(pattern, path);
  return !Exclude.some(fits) || Include.some(fits);
}

async function put(client: S3Client, deployment: Deployment, key: string, body: Buffer): Promise<void> {
  const { 'cache-control': cacheControl, 'content-type': contentType } = deployment.SystemMetadata;
  await client.send(
    new PutObjectCommand({
      Bucket: deployment.DestinationBucketName,
      Key: key,
      Body: body,
      ContentType: contentType ?? contentTypeOf(extname(key)),
      ...(cacheControl === undefined ? {} : { CacheControl: cacheControl }),
    }),
  );
}

/** Values that are known only at deployment stand in the files as markers. */
function replaced(body: Buffer, markers: Readonly<Record<string, string>>): Buffer {
  const entries = Object.entries(markers);
  if (entries.length === 0) return body;
  return Buffer.from(
    entries.reduce((text, [marker, value]) => text.replaceAll(marker, value), body.toString('utf8')),
  );
}

/** Takes away what an earlier deployment left under the prefix and this one does not write. */
async function prune(client: S3Client, deployment: Deployment, written: ReadonlySet<string>): Promise<void> {
  const { DestinationBucketName: Bucket, DestinationBucketKeyPrefix: Prefix } = deployment;
  const { Contents: objects = [] } = await client.send(new ListObjectsV2Command({ Bucket, Prefix }));
  for (const { Key } of objects) {
    if (Key === undefined || written.has(Key) || !isWanted(Key, deployment)) continue;
    await client.send(new DeleteObjectCommand({ Bucket, Key }));
  }
}

function withPrefix(prefix: string, path: string): string {
  return prefix === '' ? path : `${prefix.replace(/\/$/, '')}/${path}`;
}
