/** An act of AWS itself on behalf of the templates' resources: nobody's code makes the call, yet policies decide it. */
export interface PlatformRule {
  /** What AWS does. */
  readonly does: string;
  /** Whose permission counts: a service's own, by the policy of what it calls; or a role's. */
  readonly as: 'service' | 'role';
  readonly actions: readonly string[];
  /** Where AWS says so. */
  readonly source: string;
}

const LAMBDA = 'https://docs.aws.amazon.com/lambda/latest/dg';

/**
 * What AWS's services do by themselves between the resources of the templates. Each is decided with the templates'
 * policies, wherever it is played here, and refused as it would be in the cloud.
 */
export const PLATFORM_RULES = {
  'lambda-takes-role': {
    does: 'Lambda assumes the function’s role before it runs the function',
    as: 'service',
    actions: ['sts:AssumeRole'],
    source: `${LAMBDA}/lambda-intro-execution-role.html`,
  },
  'lambda-writes-log': {
    does: 'Lambda writes the function’s log with the function’s role; without permission there is no log, and no error',
    as: 'role',
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    source: `${LAMBDA}/monitoring-cloudwatchlogs.html`,
  },
  'lambda-follows-stream': {
    does: 'Lambda reads a table’s stream with the reader’s role, and lists streams when the mapping is made; the stream is encrypted with the table’s key',
    as: 'role',
    actions: [
      'dynamodb:ListStreams',
      'dynamodb:DescribeStream',
      'dynamodb:GetShardIterator',
      'dynamodb:GetRecords',
      'kms:Decrypt',
    ],
    source: `${LAMBDA}/services-dynamodb-eventsourcemapping.html`,
  },
  'lambda-reports-failure': {
    does: 'Lambda sends what a reader, or an asynchronous invocation, gave up to the failure destination, with the function’s role',
    as: 'role',
    actions: ['sqs:SendMessage'],
    source: `${LAMBDA}/invocation-async-retain-records.html`,
  },
  'scheduler-takes-role': {
    does: 'The Scheduler assumes the role of a schedule’s target, for one schedule group only',
    as: 'service',
    actions: ['sts:AssumeRole'],
    source:
      'https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html',
  },
  'scheduler-invokes': {
    does: 'The Scheduler calls the function with the target’s role',
    as: 'role',
    actions: ['lambda:InvokeFunction'],
    source: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/setting-up.html',
  },
  'scheduler-reports-failure': {
    does: 'The Scheduler sends what it gave up to the dead-letter queue with the target’s role',
    as: 'role',
    actions: ['sqs:SendMessage'],
    source: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/configuring-schedule-dlq.html',
  },
  'api-invokes': {
    does: 'API Gateway calls the function of a route, if the function’s policy lets this API',
    as: 'service',
    actions: ['lambda:InvokeFunction'],
    source: `${LAMBDA}/services-apigateway.html`,
  },
  'pool-invokes': {
    does: 'Cognito calls a pool’s trigger, if the function’s policy lets this pool',
    as: 'service',
    actions: ['lambda:InvokeFunction'],
    source:
      'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html',
  },
  'mail-events-publish': {
    does: 'SES publishes what became of a mail, if the topic’s policy and key let this configuration set',
    as: 'service',
    actions: ['sns:Publish', 'kms:Decrypt', 'kms:GenerateDataKey'],
    source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html',
  },
  'topic-invokes': {
    does: 'SNS calls a subscribed function, if the function’s policy lets this topic',
    as: 'service',
    actions: ['lambda:InvokeFunction'],
    source: `${LAMBDA}/with-sns.html`,
  },
  'topic-reports-failure': {
    does: 'SNS sends what a subscribed function could not be called with to the subscription’s dead-letter queue, if the queue’s policy lets this topic',
    as: 'service',
    actions: ['sqs:SendMessage'],
    source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-configure-dead-letter-queue.html',
  },
  'site-reads-files': {
    does: 'CloudFront reads a site’s files by its origin access control, if the bucket’s policy lets this distribution',
    as: 'service',
    actions: ['s3:GetObject'],
    source:
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
  },
} as const satisfies Readonly<Record<string, PlatformRule>>;

export type PlatformAct = keyof typeof PLATFORM_RULES;
