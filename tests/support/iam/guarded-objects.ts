import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { ADMINISTRATOR } from '../../../infra/local/iam/administrator.ts';
import { createIam } from '../../../infra/local/iam/authorise.ts';
import { createSessions } from '../../../infra/local/iam/sessions.ts';
import { startS3 } from '../../../infra/local/s3/start-s3.ts';
import type { JsonObject } from '../../../infra/local/template/json.ts';
import { allowing, cloudOf, roleArn, roleResource } from './cloud-of.ts';
import { signerOf, type Signer } from './sts-caller.ts';

const BUCKET = 'exports';

/** A bucket behind the policies of one role, `files`. */
export async function startGuardedObjects(statements: JsonObject[], bucketStatements: JsonObject[] = []) {
  const cloud = await cloudOf({
    Files: roleResource('files', {
      Policies: [{ PolicyName: 'exactly', PolicyDocument: allowing(statements) }],
    }),
    Policy: {
      Type: 'AWS::S3::BucketPolicy',
      Properties: { Bucket: BUCKET, PolicyDocument: allowing(bucketStatements) },
    },
  });
  const store = await startS3({
    port: 0,
    directory: mkdtempSync(join(tmpdir(), 'guarded-')),
    iam: createIam(
      () => cloud,
      createSessions(),
      () => undefined,
    ),
    log: () => undefined,
  });
  const client = (credentials: Signer): S3Client =>
    new S3Client({
      endpoint: store.endpoint,
      region: 'eu-west-2',
      forcePathStyle: true,
      credentials,
      maxAttempts: 1,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  await client(ADMINISTRATOR).send(new CreateBucketCommand({ Bucket: BUCKET }));
  const files = client(signerOf('files'));
  return {
    put: (Key: string, more: { ObjectLockMode?: 'COMPLIANCE'; ObjectLockRetainUntilDate?: Date } = {}) =>
      files.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: 'x', ...more })),
    get: (Key: string) => files.send(new GetObjectCommand({ Bucket: BUCKET, Key })),
    link: (Key: string) => getSignedUrl(files, new GetObjectCommand({ Bucket: BUCKET, Key })),
    /** Takes every permission from the role. */
    forbid: () => {
      const role = cloud.roles.get(roleArn('files'));
      if (role !== undefined) cloud.roles.set(role.arn, { ...role, policies: [] });
    },
    stop: store.stop,
  };
}
