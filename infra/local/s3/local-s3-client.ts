import { S3Client } from '@aws-sdk/client-s3';
import { ADMINISTRATOR } from '../iam/administrator.ts';

/** A client of the local object store for the local run's own work: making buckets, publishing and serving sites. */
export function localS3Client(endpoint: string): S3Client {
  return new S3Client({
    endpoint,
    region: 'eu-west-2',
    forcePathStyle: true,
    credentials: ADMINISTRATOR,
    // The store does not know the newer checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}
