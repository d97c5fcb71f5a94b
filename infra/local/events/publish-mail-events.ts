import type { Cloud } from '../cloud.ts';
import type { InvokeLater } from '../functions/invoke-later.ts';
import type { Platform } from '../iam/platform.ts';
import type { MailEvent } from '../mail/ses-events.ts';
import type { Subscriber, Topic } from './notices.ts';
import { topicEvent } from './publish.ts';

/** What publishing needs from outside. */
export type PublishTools = {
  readonly cloud: Cloud;
  readonly later: InvokeLater;
  readonly platform: Platform;
  readonly log: (line: string) => void;
};

/** The configuration set's ARN, in the region and account of the topic: SES publishes within one account. */
function configurationSetArn(topic: Topic, name: string): string {
  const [, , , region = '', account = ''] = topic.arn.split(':');
  return `arn:aws:ses:${region}:${account}:configuration-set/${name}`;
}

/** A topic calls a function if the function's policy lets it; else the message goes to the subscription's queue. */
async function callSubscriber(
  topic: Topic,
  { arn, functionArn, deadLetterArn: queue }: Subscriber,
  message: string,
  { cloud, later, platform, log }: PublishTools,
): Promise<void> {
  const sns = { service: 'sns.amazonaws.com', sourceArn: topic.arn };
  const now = new Date().toISOString();
  const refusal = platform.byService('topic-invokes', sns, functionArn);
  if (refusal === undefined) {
    await later.invoke(functionArn, topicEvent(topic, arn, message, now));
    return;
  }
  log(`The topic ${topic.name} could not call its function: ${refusal}`);
  if (queue === undefined) return;
  const unsent = platform.byService('topic-reports-failure', sns, queue);
  if (unsent === undefined) cloud.notices.enqueue(queue, message, now);
  else log(`nor could it report that: ${unsent}`);
}

/** SES publishes a mail's events to the topics of its configuration set, and they call their functions. */
export function publishMailEvents(tools: PublishTools): (event: MailEvent) => Promise<void> {
  const { cloud, platform, log } = tools;
  return async (event) => {
    const { configurationSet, type } = event;
    const message = JSON.stringify(event.record);
    for (const topic of cloud.notices.topicsForMailEvent(configurationSet, type)) {
      const sourceArn = configurationSetArn(topic, configurationSet);
      const ses = { service: 'ses.amazonaws.com', sourceArn };
      const refusal = platform.byService('mail-events-publish', ses, topic.arn);
      if (refusal !== undefined) {
        log(`SES could not publish to ${topic.name}: ${refusal}`);
        continue;
      }
      for (const subscriber of topic.subscribers) await callSubscriber(topic, subscriber, message, tools);
    }
  };
}
