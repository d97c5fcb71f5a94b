import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

/** The services that put notices on topics: alarms, and what became of a mail. */
const PUBLISHERS = ['cloudwatch.amazonaws.com', 'ses.amazonaws.com'];

/** Encrypts the topics. Apart from the diaries' key, because AWS services must be able to use it by themselves. */
export class NoticesKey extends Construct {
  readonly key: Key;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.key = new Key(this, 'Key', {
      description: 'Haemdiary: alarms and mail events on their way',
      enableKeyRotation: true,
    });
    // SNS needs both actions of whoever publishes to an encrypted topic:
    // https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
    this.key.addToResourcePolicy(
      new PolicyStatement({
        sid: 'PublishToEncryptedTopics',
        principals: PUBLISHERS.map((service) => new ServicePrincipal(service)),
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        // In a key's own policy the only resource is the key.
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
  }
}
