import { GetObjectCommand, NoSuchKey, S3ServiceException, type S3Client } from '@aws-sdk/client-s3';
import type { ApiResponse } from '../http-api/http-api.ts';

/**
 * A file of a site's bucket. A missing one answers 403, as S3 does to CloudFront, which may read objects but not list
 * them.
 */
export async function readObject(client: S3Client, bucket: string, key: string): Promise<ApiResponse> {
  try {
    const object = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    const headers: [string, string][] = [
      ['content-type', object.ContentType ?? 'binary/octet-stream'],
      ['etag', object.ETag ?? ''],
      ['last-modified', (object.LastModified ?? new Date(0)).toUTCString()],
      ['accept-ranges', 'bytes'],
    ];
    if (object.CacheControl !== undefined) headers.push(['cache-control', object.CacheControl]);
    const body = Buffer.from((await object.Body?.transformToByteArray()) ?? []);
    return { status: 200, headers, body };
  } catch (error) {
    if (error instanceof NoSuchKey || (error instanceof S3ServiceException && error.name === 'NoSuchKey'))
      return ACCESS_DENIED;
    throw error;
  }
}

/** What S3 tells CloudFront of what is not there, or not for it. */
export const ACCESS_DENIED: ApiResponse = {
  status: 403,
  headers: [['content-type', 'application/xml']],
  body: Buffer.from(
    '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>',
  ),
};
