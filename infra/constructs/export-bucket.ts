import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { DiaryKey } from './diary-key.ts';

/** Exports are copies for one use: long enough to fetch after a weekend, short enough not to be a second archive. */
const KEPT = Duration.days(7);

/** Where a centre's export waits to be fetched. */
export class ExportBucket extends Construct {
  readonly bucket: Bucket;
  readonly key: DiaryKey;

  constructor(scope: Construct, id: string, props: { readonly key: DiaryKey }) {
    super(scope, id);
    this.key = props.key;
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      encryption: BucketEncryption.KMS,
      encryptionKey: props.key.key,
      bucketKeyEnabled: true,
      lifecycleRules: [{ expiration: KEPT, abortIncompleteMultipartUploadAfter: Duration.days(1) }],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(this.bucket, {
      'AwsSolutions-S1':
        'Every export and every signed link to one has an audit item with the person in it; an S3 access log would keep addresses of devices beside names of exports for longer than the exports live.',
    });
  }
}
