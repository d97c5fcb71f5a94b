import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { expectAll, expectCount, expectResource } from './support/expect-resource.ts';
import { resourcesOf, synthesise } from './support/synthesise.ts';

const templates = synthesise();
const { Jobs } = templates.assertions;

describe('the overdue sweep', () => {
  test('runs at every full hour and is told which one', () => {
    expectResource(Jobs, 'AWS::Scheduler::Schedule', {
      Name: 'overdue-sweep',
      ScheduleExpression: 'cron(0 * * * ? *)',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: Match.objectLike({ Input: '{"time":"<aws.scheduler.scheduled-time>"}' }),
    });
  });

  test('is tried twice more within half an hour, and then people are told', () => {
    expectResource(Jobs, 'AWS::Scheduler::Schedule', {
      Target: Match.objectLike({
        RetryPolicy: { MaximumRetryAttempts: 2, MaximumEventAgeInSeconds: 1800 },
        DeadLetterConfig: { Arn: Match.anyValue() },
      }),
    });
  });
});

describe('the outbox', () => {
  test('is told of outbox items that wait, whether new or rung again, and of nothing else', () => {
    expectResource(Jobs, 'AWS::Lambda::EventSourceMapping', {
      FilterCriteria: {
        Filters: [
          {
            Pattern: JSON.stringify({
              eventName: ['INSERT', 'MODIFY'],
              dynamodb: { NewImage: { type: { S: ['outbox'] }, state: { S: ['waiting'] } } },
            }),
          },
        ],
      },
    });
  });

  test('tries a few times, splits what fails, keeps what worked, and reports what it gives up', () => {
    expectResource(Jobs, 'AWS::Lambda::EventSourceMapping', {
      StartingPosition: 'TRIM_HORIZON',
      MaximumRetryAttempts: 5,
      MaximumRecordAgeInSeconds: 3600,
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
    });
  });

  test('is one of two readers of the table’s stream: more would slow each other down', () => {
    expectCount(Jobs, 'AWS::Lambda::EventSourceMapping', 2);
  });
});

describe('the archive', () => {
  test('is told of new audit items only, in their order, for as long as the stream keeps them', () => {
    expectResource(Jobs, 'AWS::Lambda::EventSourceMapping', {
      FilterCriteria: {
        Filters: [
          {
            Pattern: JSON.stringify({
              eventName: ['INSERT'],
              dynamodb: { NewImage: { type: { S: ['audit'] } } },
            }),
          },
        ],
      },
      StartingPosition: 'TRIM_HORIZON',
      MaximumRetryAttempts: 10_000,
      MaximumRecordAgeInSeconds: 82_800,
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
      // More than one batch of a shard at once would chain out of order.
      ParallelizationFactor: Match.absent(),
    });
  });
});

describe('mail events', () => {
  test('tell of bounces, complaints, deliveries and refusals', () => {
    expectResource(Jobs, 'AWS::SES::ConfigurationSetEventDestination', {
      EventDestination: Match.objectLike({
        Enabled: true,
        MatchingEventTypes: ['bounce', 'complaint', 'delivery', 'reject'],
        SnsDestination: { TopicARN: Match.anyValue() },
      }),
    });
  });

  test('travel encrypted and are kept in no queue: each names an address', () => {
    expectResource(Jobs, 'AWS::SNS::Topic', { KmsMasterKeyId: Match.anyValue() });
    expectAll(Jobs, 'AWS::SNS::Subscription', { Protocol: 'lambda', RedrivePolicy: Match.absent() });
    expectResource(Jobs, 'AWS::CloudWatch::Alarm', { MetricName: 'NumberOfNotificationsFailed' });
  });
});

test('failed events wait for people for fourteen days, encrypted', () => {
  expectAll(Jobs, 'AWS::SQS::Queue', {
    MessageRetentionPeriod: 1_209_600,
    SqsManagedSseEnabled: true,
  });
  expect(Object.keys(Jobs.findResources('AWS::SQS::Queue'))).toHaveLength(3);
});

test('published files keep their hash for ever and pages are asked for anew', () => {
  const publication = z.object({
    SystemMetadata: z.object({ 'cache-control': z.string() }),
    Include: z.array(z.string()).optional(),
    Exclude: z.array(z.string()),
  });
  const published = Object.values(resourcesOf(templates, 'Custom::CDKBucketDeployment')).map(
    ({ Properties }) => publication.parse(Properties),
  );
  expect(published).toEqual(
    ['diary', 'centre', 'registry'].flatMap(() => [
      {
        SystemMetadata: { 'cache-control': 'public, max-age=31536000, immutable' },
        Include: ['assets/*'],
        Exclude: ['*'],
      },
      { SystemMetadata: { 'cache-control': 'no-cache' }, Exclude: ['assets/*'] },
    ]),
  );
});
