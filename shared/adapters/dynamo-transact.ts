import { setTimeout as wait } from 'node:timers/promises';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Act, Outcome, Refused } from '#usecases/ports/store.ts';
import { writeOf } from './dynamo-acts.ts';

/** How often a transaction that met another writer is tried, and the longest first wait in ms. */
const TRIES = 6;
const FIRST_WAIT_MS = 25;

const isConflict = (cancelled: TransactionCanceledException): boolean =>
  (cancelled.CancellationReasons ?? []).some((reason) => reason.Code === 'TransactionConflict');

const refusedActs = (cancelled: TransactionCanceledException, acts: readonly Act[]): readonly Refused[] =>
  (cancelled.CancellationReasons ?? []).flatMap((reason, place): Refused[] => {
    const act = acts[place];
    if (reason.Code !== 'ConditionalCheckFailed' || act === undefined) return [];
    return [{ label: act.label, found: reason.Item === undefined ? undefined : unmarshall(reason.Item) }];
  });

/** The same failure without the items it carries: they are health data, and errors are logged. */
const withoutItems = (cancelled: TransactionCanceledException): Error =>
  new Error(
    `Transaction cancelled: ${(cancelled.CancellationReasons ?? []).map((reason) => reason.Code ?? 'None').join(', ')}`,
  );

const attempt = async (
  client: DynamoDBDocumentClient,
  TableName: string,
  acts: readonly Act[],
): Promise<Outcome | 'again'> => {
  try {
    const TransactItems = acts.map((act) => writeOf(act, TableName));
    await client.send(new TransactWriteCommand({ ClientRequestToken: crypto.randomUUID(), TransactItems }));
    return { done: true };
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const refused = refusedActs(error, acts);
    if (refused.length > 0) return { done: false, refused };
    if (isConflict(error)) return 'again';
    throw withoutItems(error);
  }
};

/** One TransactWriteItems, tried again with growing, random waits while another writer is in between. */
export const transact = async (
  client: DynamoDBDocumentClient,
  TableName: string,
  acts: readonly Act[],
): Promise<Outcome> => {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const outcome = await attempt(client, TableName, acts);
    if (outcome !== 'again') return outcome;
    await wait(Math.random() * FIRST_WAIT_MS * 2 ** tried);
  }
  return { done: false, refused: 'conflict' };
};
