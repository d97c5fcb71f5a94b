import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  ObjectLockRetention,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import { acknowledge } from './acknowledge.ts';

export interface ArchiveBucketProps {
  readonly lock: Settings['archiveLock'];
}

/**
 * Where the audit is written once: Object Lock keeps every version for the period, and the bucket's own policy keeps
 * everybody, administrators included, from removing, hiding or writing over anything (docs/adr/0008).
 */
export class ArchiveBucket extends Construct {
  readonly bucket: Bucket;
  readonly key: Key;

  constructor(scope: Construct, id: string, { lock }: ArchiveBucketProps) {
    super(scope, id);
    this.key = new Key(this, 'Key', {
      description: 'Haemdiary: the write-once archive of the audit',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      encryption: BucketEncryption.KMS,
      encryptionKey: this.key,
      bucketKeyEnabled: true,
      versioned: true,
      objectLockEnabled: true,
      objectLockDefaultRetention: ObjectLockRetention[lock.mode](Duration.days(lock.days)),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.refuse('NothingIsRemoved', [
      's3:BypassGovernanceRetention',
      's3:DeleteObject',
      's3:DeleteObjectVersion',
      's3:PutObjectLegalHold',
      's3:PutObjectRetention',
    ]);
    // A name is written once: https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes-enforce.html
    this.refuse('NothingIsWrittenOver', ['s3:PutObject'], { Null: { 's3:if-none-match': 'true' } });
    acknowledge(this.bucket, {
      'AwsSolutions-S1':
        'The bucket is itself a record of who did what, its only writer is one function, and access logs kept in another bucket would be weaker than what they watch.',
    });
  }

  private refuse(sid: string, actions: string[], conditions = {}): void {
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        sid,
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions,
        resources: [this.bucket.arnForObjects('*')],
        conditions,
      }),
    );
  }
}
