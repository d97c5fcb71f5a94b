import * as z from 'zod';
import { arnOf, globalArnOf, physicalName, type Provider } from '../template/provider.ts';

const topicSchema = z.object({ TopicName: z.string().optional(), KmsMasterKeyId: z.string().optional() });

/** `AWS::SNS::Topic`. */
export const topicProvider: Provider = (resource, cloud) => {
  const { TopicName, KmsMasterKeyId: key } = topicSchema.parse(resource.properties);
  const name = TopicName ?? physicalName(resource);
  const arn = arnOf(resource, 'sns', name);
  if (key !== undefined) cloud.encryptedWith.set(arn, key);
  cloud.notices.addTopic(arn, name);
  return { ref: arn, attributes: { TopicArn: arn, TopicName: name } };
};

const subscriptionSchema = z.object({
  TopicArn: z.string(),
  Protocol: z.string(),
  Endpoint: z.string(),
  RedrivePolicy: z.object({ deadLetterTargetArn: z.string() }).optional(),
});

/** `AWS::SNS::Subscription`: functions are called; nobody reads an operator's mail here. */
export const subscriptionProvider: Provider = (resource, cloud) => {
  const { TopicArn, Protocol, Endpoint, RedrivePolicy } = subscriptionSchema.parse(resource.properties);
  const arn = `${TopicArn}:${resource.logicalId}`;
  if (Protocol === 'lambda') {
    const deadLetterArn = RedrivePolicy?.deadLetterTargetArn;
    cloud.notices.subscribe(TopicArn, { arn, functionArn: Endpoint, deadLetterArn });
  }
  return { ref: arn, attributes: { Arn: arn } };
};

const queueSchema = z.object({ QueueName: z.string().optional() });

/** `AWS::SQS::Queue`: keeps what ends in it where people can see it; no function reads one. */
export const queueProvider: Provider = (resource, cloud) => {
  const name = queueSchema.parse(resource.properties).QueueName ?? physicalName(resource);
  const arn = arnOf(resource, 'sqs', name);
  cloud.notices.addQueue(arn, name);
  const url = `https://sqs.${resource.region}.amazonaws.com/${resource.account}/${name}`;
  return { ref: url, attributes: { Arn: arn, QueueName: name, QueueUrl: url } };
};

const configurationSetSchema = z.object({ Name: z.string().optional() });

/** `AWS::SES::ConfigurationSet`. */
export const configurationSetProvider: Provider = (resource, cloud) => {
  const name = configurationSetSchema.parse(resource.properties).Name ?? physicalName(resource);
  cloud.configurationSets.add(name);
  return { ref: name, attributes: {} };
};

const eventDestinationSchema = z.object({
  ConfigurationSetName: z.string(),
  EventDestination: z.object({
    Enabled: z.boolean().default(true),
    MatchingEventTypes: z.array(z.string()),
    SnsDestination: z.object({ TopicARN: z.string() }).optional(),
  }),
});

/** `AWS::SES::ConfigurationSetEventDestination` to a topic; counts in CloudWatch have no reader here. */
export const eventDestinationProvider: Provider = (resource, cloud) => {
  const { ConfigurationSetName, EventDestination } = eventDestinationSchema.parse(resource.properties);
  const topicArn = EventDestination.SnsDestination?.TopicARN;
  if (topicArn !== undefined && EventDestination.Enabled) {
    const types = EventDestination.MatchingEventTypes.map((type) => type.toUpperCase());
    cloud.notices.routeMailEvents(ConfigurationSetName, types, topicArn);
  }
  return { ref: physicalName(resource), attributes: { Id: physicalName(resource) } };
};

const identitySchema = z.object({ EmailIdentity: z.string() });

/** `AWS::SES::EmailIdentity`: verified at once; the local mail service refuses other senders. */
export const emailIdentityProvider: Provider = (resource, cloud) => {
  const { EmailIdentity: identity } = identitySchema.parse(resource.properties);
  cloud.senders.add(identity);
  const tokens = [1, 2, 3].flatMap((each): [string, string][] => [
    [`DkimDNSTokenName${String(each)}`, `token${String(each)}._domainkey.${identity}`],
    [`DkimDNSTokenValue${String(each)}`, `token${String(each)}.dkim.amazonses.com`],
  ]);
  return {
    ref: identity,
    attributes: { Arn: globalArnOf(resource, 'ses', `identity/${identity}`), ...Object.fromEntries(tokens) },
  };
};
