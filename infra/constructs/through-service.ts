import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { DiaryKey } from './diary-key.ts';

export const TO_READ_ENCRYPTED: readonly string[] = ['kms:Decrypt', 'kms:DescribeKey'];
export const TO_WRITE_ENCRYPTED: readonly string[] = [
  ...TO_READ_ENCRYPTED,
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];

/** The key, but only as the service's own means: no function can decrypt anything by itself. */
export const throughService = (
  sid: string,
  { key }: Pick<DiaryKey, 'key'>,
  service: 'dynamodb' | 's3',
  actions: readonly string[],
): PolicyStatement =>
  new PolicyStatement({
    sid,
    actions: [...actions],
    resources: [key.keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `${service}.${Stack.of(key).region}.amazonaws.com` } },
  });
