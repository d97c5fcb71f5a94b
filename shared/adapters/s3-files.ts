import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { STSClient } from '@aws-sdk/client-sts';
import type { Files } from '#usecases/ports/files.ts';
import type { Scope } from '#usecases/ports/scopes.ts';
import { byScope } from './by-scope.ts';
import { scopedCredentials, type ScopeRoles } from './scoped-credentials.ts';

/** How long a download link lives, in seconds. */
const LINK_SECONDS = 300;

/** Files in one private bucket, as far as each scope reaches. */
export const createScopedFiles = (given: {
  readonly sts: STSClient;
  readonly roles: ScopeRoles;
  readonly bucket: string;
}): ((scope: Scope) => Files) =>
  byScope((scope) =>
    createS3Files({
      client: new S3Client({ credentials: scopedCredentials(given.sts, given.roles, scope) }),
      bucket: given.bucket,
    }),
  );

/** Files in one private bucket. */
export const createS3Files = ({
  client,
  bucket,
}: {
  readonly client: S3Client;
  readonly bucket: string;
}): Files => ({
  write: async (key, ContentType, bytes) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of bytes) chunks.push(chunk);
    await client.send(
      new PutObjectCommand({ Bucket: bucket, Key: key, ContentType, Body: Buffer.concat(chunks) }),
    );
  },
  link: (key, fileName) =>
    getSignedUrl(
      client,
      new GetObjectCommand({
        Bucket: bucket,
        Key: key,
        ResponseContentDisposition: `attachment; filename="${fileName}"`,
      }),
      { expiresIn: LINK_SECONDS },
    ),
});
