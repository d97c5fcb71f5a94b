import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** A function that a topic calls, and where what it can't be called with goes. */
export type Subscriber = {
  readonly arn: string;
  readonly functionArn: string;
  readonly deadLetterArn: string | undefined;
};

/** A topic's subscriptions of functions; other protocols (operators' mail) have nobody to tell here. */
export type Topic = {
  readonly arn: string;
  readonly name: string;
  readonly subscribers: Subscriber[];
};

/** A message that ended in a queue: where it is looked at by people, not by functions. */
export type QueuedMessage = { readonly queuedAt: string; readonly body: string };

/** Queues, topics and the mail events that go to topics. */
export type Notices = {
  readonly addQueue: (arn: string, name: string) => void;
  readonly addTopic: (arn: string, name: string) => void;
  readonly subscribe: (topicArn: string, subscriber: Subscriber) => void;
  /** Sends `types` of events (upper case, e.g. `BOUNCE`) of a configuration set's mails to a topic. */
  readonly routeMailEvents: (configurationSet: string, types: readonly string[], topicArn: string) => void;
  readonly topicsForMailEvent: (configurationSet: string | undefined, type: string) => readonly Topic[];
  readonly topic: (arn: string) => Topic | undefined;
  /** Puts a message in a queue; it is kept until `--fresh`. @throws when the templates have no such queue. */
  readonly enqueue: (queueArn: string, body: string, now: string) => void;
  readonly queues: () => readonly { name: string; messages: readonly QueuedMessage[] }[];
};

/**
 * An empty set of topics and queues.
 *
 * @param directory gets one file per queue, a line a message.
 */
export function createNotices(directory: string): Notices {
  const queues = new Map<string, { name: string; messages: QueuedMessage[] }>();
  const topics = new Map<string, Topic>();
  const routes: { configurationSet: string; types: readonly string[]; topicArn: string }[] = [];
  return {
    addQueue: (arn, name) => {
      queues.set(arn, { name, messages: [] });
    },
    addTopic: (arn, name) => {
      topics.set(arn, { arn, name, subscribers: [] });
    },
    subscribe: (topicArn, subscriber) => {
      topics.get(topicArn)?.subscribers.push(subscriber);
    },
    routeMailEvents: (configurationSet, types, topicArn) => {
      routes.push({ configurationSet, types, topicArn });
    },
    topicsForMailEvent: (configurationSet, type) =>
      routes
        .filter(
          (route) => route.configurationSet === configurationSet && route.types.includes(type.toUpperCase()),
        )
        .flatMap((route) => topics.get(route.topicArn) ?? []),
    topic: (arn) => topics.get(arn),
    enqueue: (arn, body, now) => {
      const queue = queues.get(arn);
      if (queue === undefined) throw new Error(`The templates have no queue ${arn}`);
      queue.messages.push({ queuedAt: now, body });
      mkdirSync(directory, { recursive: true });
      appendFileSync(join(directory, `${queue.name}.jsonl`), `${JSON.stringify({ queuedAt: now, body })}\n`);
    },
    queues: () => [...queues.values()],
  };
}
