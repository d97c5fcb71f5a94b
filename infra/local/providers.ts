import { tableProvider } from './dynamodb/table-provider.ts';
import {
  configurationSetProvider,
  emailIdentityProvider,
  eventDestinationProvider,
  queueProvider,
  subscriptionProvider,
  topicProvider,
} from './events/notice-providers.ts';
import {
  functionProvider,
  functionVersionProvider,
  invokeConfigProvider,
} from './functions/function-provider.ts';
import {
  apiProvider,
  authorizerProvider,
  integrationProvider,
  routeProvider,
  stageProvider,
} from './http-api/http-api-providers.ts';
import { policyProvider, roleProvider } from './iam/role-providers.ts';
import {
  bucketPolicyProvider,
  keyProvider,
  permissionProvider,
  queuePolicyProvider,
  topicPolicyProvider,
} from './iam/resource-policy-providers.ts';
import { bucketProvider } from './s3/bucket-provider.ts';
import { deploymentProvider } from './s3/deployment-provider.ts';
import { scheduleProvider } from './schedules/schedule.ts';
import { headersPolicyProvider } from './sites/headers-policy-provider.ts';
import { distributionProvider, viewerFunctionProvider } from './sites/site-providers.ts';
import { eventSourceMappingProvider } from './streams/event-source-mapping.ts';
import { nothingToDo } from './template/nothing-to-do.ts';
import type { Provider } from './template/provider.ts';
import type { Providers } from './template/provision.ts';
import { parameterProvider, secretProvider } from './template/security-providers.ts';
import {
  userPoolClientProvider,
  userPoolGroupProvider,
  userPoolProvider,
} from './user-pools/user-pool-providers.ts';

const PROVIDERS: Readonly<Record<string, Provider>> = {
  'AWS::ApiGatewayV2::Api': apiProvider,
  'AWS::ApiGatewayV2::Authorizer': authorizerProvider,
  'AWS::ApiGatewayV2::Integration': integrationProvider,
  'AWS::ApiGatewayV2::Route': routeProvider,
  'AWS::ApiGatewayV2::Stage': stageProvider,
  'AWS::CloudFront::Distribution': distributionProvider,
  'AWS::CloudFront::Function': viewerFunctionProvider,
  'AWS::CloudFront::ResponseHeadersPolicy': headersPolicyProvider,
  'AWS::Cognito::UserPool': userPoolProvider,
  'AWS::Cognito::UserPoolClient': userPoolClientProvider,
  'AWS::Cognito::UserPoolGroup': userPoolGroupProvider,
  'AWS::DynamoDB::GlobalTable': tableProvider,
  'AWS::DynamoDB::Table': tableProvider,
  'AWS::IAM::ManagedPolicy': policyProvider,
  'AWS::IAM::Policy': policyProvider,
  'AWS::IAM::Role': roleProvider,
  'AWS::KMS::Key': keyProvider,
  'AWS::Lambda::Alias': functionVersionProvider,
  'AWS::Lambda::EventInvokeConfig': invokeConfigProvider,
  'AWS::Lambda::EventSourceMapping': eventSourceMappingProvider,
  'AWS::Lambda::Function': functionProvider,
  'AWS::Lambda::Permission': permissionProvider,
  'AWS::Lambda::Version': functionVersionProvider,
  'AWS::S3::Bucket': bucketProvider,
  'AWS::S3::BucketPolicy': bucketPolicyProvider,
  'AWS::SES::ConfigurationSet': configurationSetProvider,
  'AWS::SES::ConfigurationSetEventDestination': eventDestinationProvider,
  'AWS::SES::EmailIdentity': emailIdentityProvider,
  'AWS::SNS::Subscription': subscriptionProvider,
  'AWS::SNS::Topic': topicProvider,
  'AWS::SNS::TopicPolicy': topicPolicyProvider,
  'AWS::SQS::Queue': queueProvider,
  'AWS::SQS::QueuePolicy': queuePolicyProvider,
  'AWS::SSM::Parameter': parameterProvider,
  'AWS::Scheduler::Schedule': scheduleProvider,
  'AWS::SecretsManager::Secret': secretProvider,
  'Custom::CDKBucketDeployment': deploymentProvider,
};

/** Who makes what: every resource type the local run knows. */
export const providers: Providers = { find: (type) => PROVIDERS[type] ?? nothingToDo(type) };
