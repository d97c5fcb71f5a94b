import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { Cloud } from '../cloud.ts';
import { callDynamodb, mustCallDynamodb } from '../dynamodb/call-dynamodb.ts';
import type { Invoke } from '../functions/function-definition.ts';
import type { Platform } from '../iam/platform.ts';
import { jsonObjectSchema, type JsonObject } from '../template/json.ts';
import type { Bell } from './bell.ts';
import { deliverBatch, type StreamRecord } from './deliver-batch.ts';
import { failureMessage } from './failure-message.ts';
import type { EventSourceMapping } from './event-source-mapping.ts';
import { matchesPattern } from './matches-pattern.ts';

const STREAMS = 'DynamoDBStreams_20120810';
/** Lambda asks a stream four times a second; a person at this machine waits for the mail. */
const POLL_EVERY_MS = 150;
/** What the engine does by itself, such as letting items expire, rings no bell. */
const LOOK_ANYWAY_EVERY_MS = 2000;
const LOOK_FOR_SHARDS_EVERY_MS = 5000;
const AFTER_FAULT_MS = 1000;
const PAGE = 1000;

const shardsSchema = z.object({
  StreamDescription: z.object({ Shards: z.array(z.object({ ShardId: z.string() })) }),
});
const positionSchema = z.object({
  dynamodb: z.object({
    SequenceNumber: z.string(),
    ApproximateCreationDateTime: z.coerce.number().default(0),
  }),
});
const recordsSchema = z.object({
  Records: z.array(jsonObjectSchema),
  NextShardIterator: z.string().optional(),
});

/** What following a stream needs from outside. */
type Tools = {
  readonly cloud: Cloud;
  readonly invoke: Invoke;
  readonly platform: Platform;
  /** Rung when a table may have been written to. */
  readonly written: Bell;
  readonly log: (line: string) => void;
};

/**
 * Follows a table's stream and hands its changes to the mapped function, shard by shard and in order. Positions are
 * remembered, so a restart goes on where the last run ended.
 */
export function startPoller(mapping: EventSourceMapping, tools: Tools): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  const following = follow(mapping, tools, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await following;
    },
  };
}

/** A stream gets new shards in time, and a new table's first one may appear a moment after the table. */
async function follow(mapping: EventSourceMapping, tools: Tools, stop: AbortSignal): Promise<void> {
  const followed = new Map<string, Promise<void>>();
  const refusal = tools.platform.byRole('lambda-follows-stream', roleOf(mapping, tools), mapping.streamArn);
  if (refusal !== undefined) {
    tools.log(`stream: ${mapping.functionArn} is told nothing: ${refusal}`);
    return;
  }
  while (!stop.aborted) {
    await despiteFaults(tools, stop, async () => {
      for (const shardId of await shardsOf(tools.cloud.endpoints.dynamodb, engineArnOf(mapping, tools))) {
        if (followed.has(shardId)) continue;
        const following = despiteFaults(tools, stop, () => followShard(shardId, mapping, tools, stop));
        followed.set(shardId, following);
      }
    });
    await pause(followed.size === 0 ? POLL_EVERY_MS : LOOK_FOR_SHARDS_EVERY_MS, stop);
  }
  await Promise.all(followed.values());
}

/** Tries again until it works: mail must not stop for good because the engine was once too busy to answer. */
async function despiteFaults(tools: Tools, stop: AbortSignal, act: () => Promise<void>): Promise<void> {
  while (!stop.aborted) {
    try {
      await act();
      return;
    } catch (error) {
      tools.log(`stream: ${String(error)}`);
      await pause(AFTER_FAULT_MS, stop);
    }
  }
}

/** Waits, but not when everything stops. */
async function pause(ms: number, stop: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal: stop }).catch((error: unknown) => {
    if (!stop.aborted) throw error;
  });
}

async function followShard(
  shardId: string,
  mapping: EventSourceMapping,
  tools: Tools,
  stop: AbortSignal,
): Promise<void> {
  const { endpoints, remembered } = tools.cloud;
  const position = `stream/${mapping.id}/${shardId}`;
  const iteratorNow = (): Promise<string> =>
    iteratorOf(
      endpoints.dynamodb,
      { mapping, streamArn: engineArnOf(mapping, tools), shardId },
      remembered.get(position),
    );
  let iterator: string | undefined = await iteratorNow();
  while (!stop.aborted && iterator !== undefined) {
    const before = tools.written.rings();
    const page = await callDynamodb(endpoints.dynamodb, `${STREAMS}.GetRecords`, {
      ShardIterator: iterator,
      Limit: PAGE,
    });
    if ('error' in page) {
      // Iterators run out after fifteen minutes: a machine that slept asks for a new one.
      tools.log(`stream: ${page.error}: ${page.message}`);
      iterator = await iteratorNow();
      await pause(POLL_EVERY_MS, stop);
      continue;
    }
    const { Records: raw, NextShardIterator: next } = recordsSchema.parse(page.result);
    const all = raw.map((record) => toRecord(record, mapping));
    const wanted = all.filter(({ event }) => isWanted(event, mapping));
    await deliver(wanted, shardId, mapping, tools, stop);
    const last = all.at(-1);
    // Stopped half way: what was not delivered comes again at the next start.
    if (last !== undefined && !isAborted(stop)) remembered.set(position, last.sequenceNumber);
    iterator = next;
    if (all.length === 0) await tools.written.after(before, LOOK_ANYWAY_EVERY_MS, stop);
    // What is written together is told together: each call of a function costs more than the wait.
    if (all.length < PAGE) await pause(POLL_EVERY_MS, stop);
  }
}

/** In a function, so that the compiler does not carry the loop's own check over the awaits. */
function isAborted(stop: AbortSignal): boolean {
  return stop.aborted;
}

async function deliver(
  records: readonly StreamRecord[],
  shardId: string,
  mapping: EventSourceMapping,
  tools: Tools,
  stop: AbortSignal,
): Promise<void> {
  const { cloud, invoke, platform, log } = tools;
  const role = roleOf(mapping, tools);
  for (let from = 0; from < records.length; from += mapping.batchSize) {
    await deliverBatch(records.slice(from, from + mapping.batchSize), mapping, {
      invoke: (event) => invoke(mapping.functionArn, event),
      wait: (ms) => pause(ms, stop),
      nowSeconds: () => Date.now() / 1000,
      isStopped: () => stop.aborted,
      giveUp: (lost, condition, attempts) => {
        log(`stream: gave up on ${String(lost.length)} record(s) for ${mapping.functionArn}: ${condition}`);
        if (mapping.failureDestinationArn === undefined) return;
        const body = JSON.stringify(failureMessage(mapping, shardId, lost, condition, attempts));
        const unsent = platform.byRole('lambda-reports-failure', role, mapping.failureDestinationArn);
        if (unsent === undefined)
          cloud.notices.enqueue(mapping.failureDestinationArn, body, new Date().toISOString());
        else log(`stream: nor could that be reported: ${unsent}`);
      },
    });
  }
}

function roleOf({ functionArn }: EventSourceMapping, { cloud }: Tools): string {
  return cloud.functions.get(functionArn)?.roleArn ?? '';
}

/** The engine gives a stream another name each time it is switched on. */
function engineArnOf({ streamArn }: EventSourceMapping, { cloud }: Tools): string {
  const table = [...cloud.tables.values()].find((each) => each.streamArn === streamArn);
  return table?.engineStreamArn ?? streamArn;
}

async function shardsOf(endpoint: string, streamArn: string): Promise<string[]> {
  const described = await mustCallDynamodb(endpoint, `${STREAMS}.DescribeStream`, { StreamArn: streamArn });
  return shardsSchema.parse(described).StreamDescription.Shards.map(({ ShardId }) => ShardId);
}

async function iteratorOf(
  endpoint: string,
  of: { readonly mapping: EventSourceMapping; readonly streamArn: string; readonly shardId: string },
  after: string | undefined,
): Promise<string> {
  const { mapping, streamArn, shardId } = of;
  const shard = { StreamArn: streamArn, ShardId: shardId };
  const from: JsonObject =
    after === undefined
      ? { ShardIteratorType: mapping.startingPosition }
      : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after };
  const answer = await callDynamodb(endpoint, `${STREAMS}.GetShardIterator`, { ...shard, ...from });
  if (!('error' in answer)) return z.string().parse(answer.result['ShardIterator']);
  // The stream keeps a day: what was remembered may be gone.
  const oldest = await mustCallDynamodb(endpoint, `${STREAMS}.GetShardIterator`, {
    ...shard,
    ShardIteratorType: 'TRIM_HORIZON',
  });
  return z.string().parse(oldest['ShardIterator']);
}

function toRecord(record: JsonObject, mapping: EventSourceMapping): StreamRecord {
  const { dynamodb } = positionSchema.parse(record);
  return {
    sequenceNumber: dynamodb.SequenceNumber,
    createdAtSeconds: dynamodb.ApproximateCreationDateTime,
    event: {
      ...record,
      eventSource: 'aws:dynamodb',
      awsRegion: mapping.region,
      eventSourceARN: mapping.streamArn,
    },
  };
}

function isWanted(event: JsonObject, mapping: EventSourceMapping): boolean {
  return mapping.filters.length === 0 || mapping.filters.some((pattern) => matchesPattern(pattern, event));
}
