import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import {
  Distribution,
  Function as ViewerFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  ResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { AllowedMethods, CachePolicy } from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { AttributeType, type ITable, StreamViewType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Code, Function as LambdaFunction, Runtime, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import {
  Schedule,
  ScheduleExpression,
  ContextAttribute,
  ScheduleTargetInput,
} from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import {
  ConfigurationSet,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
} from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue } from 'aws-cdk-lib/aws-sqs';

const text = (name: string) => ({ name, type: AttributeType.STRING });

function data(app: App) {
  const stack = new Stack(app, 'TinyData', { env: { account: '000000000000', region: 'eu-west-2' } });
  const table = new TableV2(stack, 'Table', {
    partitionKey: text('pk'),
    sortKey: text('sk'),
    timeToLiveAttribute: 'expires',
    dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
    localSecondaryIndexes: [{ indexName: 'time', sortKey: text('at') }],
    globalSecondaryIndexes: [{ indexName: 'due', partitionKey: text('duePk'), sortKey: text('dueSk') }],
  });
  const code = Code.fromAsset(import.meta.dirname, { exclude: ['*.ts'] });
  const newFunction = (name: string, environment: Record<string, string> = {}) =>
    new LambdaFunction(stack, name, {
      runtime: Runtime.NODEJS_24_X,
      handler: 'function.handler',
      code,
      memorySize: 256,
      timeout: Duration.seconds(2),
      environment,
    });
  const pool = new UserPool(stack, 'Pool', {
    lambdaTriggers: { preTokenGeneration: newFunction('PreToken') },
  });
  const client = pool.addClient('Client', {
    authFlows: { adminUserPassword: true },
    disableOAuth: true,
    idTokenValidity: Duration.minutes(15),
  });
  new CfnOutput(stack, 'PoolId', { value: pool.userPoolId });
  new CfnOutput(stack, 'ClientId', { value: client.userPoolClientId });
  new CfnOutput(stack, 'TableName', { value: table.tableName });
  return { stack, table, newFunction, pool, client };
}

function events({ stack, table, newFunction }: ReturnType<typeof data>): void {
  newFunction('Reader').addEventSource(
    new DynamoEventSource(table as ITable, {
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 10,
      retryAttempts: 1,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      onFailure: new SqsDlq(new Queue(stack, 'Failed')),
      filters: [{ pattern: JSON.stringify({ dynamodb: { NewImage: { type: { S: ['outbox'] } } } }) }],
    }),
  );
  new Schedule(stack, 'Sweep', {
    scheduleName: 'sweep',
    schedule: ScheduleExpression.rate(Duration.hours(1)),
    target: new LambdaInvoke(newFunction('Sweeper'), {
      input: ScheduleTargetInput.fromObject({ time: ContextAttribute.scheduledTime }),
    }),
  });
  const configurationSet = new ConfigurationSet(stack, 'Mails', { configurationSetName: 'tiny-mails' });
  new EmailIdentity(stack, 'Sender', { identity: Identity.domain('tiny.example') });
  const topic = new Topic(stack, 'MailEvents');
  topic.addSubscription(new LambdaSubscription(newFunction('MailReader')));
  configurationSet.addEventDestination('Bounces', {
    destination: EventDestination.snsTopic(topic),
    events: [EmailSendingEvent.BOUNCE],
  });
}

function site(app: App, { newFunction, pool, client }: ReturnType<typeof data>, files: string): void {
  const stack = new Stack(app, 'TinySite', { env: { account: '000000000000', region: 'eu-west-2' } });
  const secret = new Secret(stack, 'OriginSecret').secretValue.unsafeUnwrap();
  // The CDK's classes and interfaces disagree about undefined in two properties that nothing here reads.
  const bucket = new Bucket(stack, 'Files') as IBucket;
  const headers = new ResponseHeadersPolicy(stack, 'Headers', {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: "default-src 'self'", override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
    },
  });
  const code = FunctionCode.fromInline(
    "function handler(event) { var r = event.request; if (r.uri.indexOf('.') < 0) r.uri = '/index.html'; return r; }",
  );
  const viewer = new ViewerFunction(stack, 'Pages', { code, runtime: FunctionRuntime.JS_2_0 });
  const api = new HttpApi(stack, 'Api', { createDefaultStage: false });
  api.addStage('Stage', { autoDeploy: true, throttle: { rateLimit: 50, burstLimit: 50 } });
  const distribution = new Distribution(stack, 'Distribution', {
    comment: 'diary',
    defaultRootObject: 'index.html',
    defaultBehavior: {
      origin: S3BucketOrigin.withOriginAccessControl(bucket),
      responseHeadersPolicy: headers,
      functionAssociations: [{ function: viewer, eventType: FunctionEventType.VIEWER_REQUEST }],
    },
    additionalBehaviors: {
      '/v1/*': {
        origin: new HttpOrigin(`${api.apiId}.execute-api.eu-west-2.amazonaws.com`, {
          customHeaders: { 'x-origin-secret': secret },
        }),
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        responseHeadersPolicy: headers,
      },
    },
  });
  const answers = newFunction('Answers');
  const integration = new HttpLambdaIntegration('Integration', answers, { scopePermissionToRoute: false });
  const authorizer = new HttpJwtAuthorizer('Users', pool.userPoolProviderUrl, {
    jwtAudience: [client.userPoolClientId],
  });
  for (const name of ['open', 'throw', 'slow', 'exit', 'wait'])
    api.addRoutes({ path: `/v1/${name}`, methods: [HttpMethod.GET, HttpMethod.POST], integration });
  api.addRoutes({ path: '/v1/mine/{id}', methods: [HttpMethod.GET], integration, authorizer });
  new BucketDeployment(stack, 'Publish', {
    sources: [Source.asset(files)],
    destinationBucket: bucket,
    cacheControl: [CacheControl.fromString('no-cache')],
  });
  new CfnOutput(stack, 'DiaryUrl', { value: `https://${distribution.distributionDomainName}` });
}

/** Synthesises an app with one of everything the local run plays, apart from anything of ours. @returns its folder. */
export function synthesiseTinyApp(): string {
  const outdir = mkdtempSync(join(tmpdir(), 'tiny-app-'));
  const files = join(outdir, 'files');
  mkdirSync(files);
  writeFileSync(join(files, 'index.html'), '<!doctype html><title>Tiny</title>');
  writeFileSync(join(files, 'app.js'), `// ${'x'.repeat(2000)}`);
  const app = new App({ outdir: join(outdir, 'cdk.out'), analyticsReporting: false });
  const made = data(app);
  events(made);
  site(app, made, files);
  app.synth();
  return join(outdir, 'cdk.out');
}
