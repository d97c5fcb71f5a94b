import { randomUUID } from 'node:crypto';
import type { Topic } from './notices.ts';

/**
 * A message of a topic as a subscribed function gets it.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html
 */
export function topicEvent(topic: Topic, subscriptionArn: string, message: string, now: string): object {
  return {
    Records: [
      {
        EventSource: 'aws:sns',
        EventVersion: '1.0',
        EventSubscriptionArn: subscriptionArn,
        Sns: {
          Type: 'Notification',
          MessageId: randomUUID(),
          TopicArn: topic.arn,
          Subject: 'Amazon SES Email Event Notification',
          Message: message,
          Timestamp: now,
          SignatureVersion: '1',
          Signature: 'local',
          SigningCertUrl: 'https://sns.eu-west-2.amazonaws.com/local.pem',
          UnsubscribeUrl: 'https://sns.eu-west-2.amazonaws.com/?Action=Unsubscribe',
          MessageAttributes: {},
        },
      },
    ],
  };
}
