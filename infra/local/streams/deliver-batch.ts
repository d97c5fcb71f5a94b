import * as z from 'zod';
import type { InvocationResult } from '../functions/function-definition.ts';
import type { JsonObject } from '../template/json.ts';
import type { EventSourceMapping } from './event-source-mapping.ts';

/** One change of a table, as the stream holds it. */
export type StreamRecord = {
  readonly sequenceNumber: string;
  readonly createdAtSeconds: number;
  readonly event: JsonObject;
};

const responseSchema = z.object({
  batchItemFailures: z.array(z.object({ itemIdentifier: z.string().nullish() })).nullish(),
});

const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 10_000;

/** What delivery needs from outside, so that it can be tested without processes and without waiting. */
export type DeliveryTools = {
  readonly invoke: (event: { Records: JsonObject[] }) => Promise<InvocationResult>;
  readonly wait: (ms: number) => Promise<void>;
  readonly nowSeconds: () => number;
  /** Takes what is given up on. */
  readonly giveUp: (
    records: readonly StreamRecord[],
    condition: 'RetryAttemptsExhausted' | 'MaximumRecordAgeExceeded',
    attempts: number,
  ) => void;
  readonly isStopped: () => boolean;
};

/**
 * Delivers one batch until all of it is dealt with: taken by the function, or given up on. Later batches wait, as they
 * do behind a failing batch in the cloud.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html
 */
export async function deliverBatch(
  records: readonly StreamRecord[],
  mapping: Pick<EventSourceMapping, 'maxRetries' | 'maxAgeSeconds' | 'bisects' | 'reportsPartialFailures'>,
  tools: DeliveryTools,
  attempts = 0,
): Promise<void> {
  if (tools.isStopped()) return;
  const fresh = withoutExpired(records, mapping.maxAgeSeconds, tools, attempts);
  if (fresh.length === 0) return;
  const result = await tools.invoke({ Records: fresh.map(({ event }) => event) });
  const failedAt = firstFailure(result, fresh, mapping.reportsPartialFailures);
  if (failedAt === undefined || tools.isStopped()) return;
  const left = fresh.slice(failedAt);
  if (attempts >= mapping.maxRetries) {
    tools.giveUp(left, 'RetryAttemptsExhausted', attempts + 1);
    return;
  }
  await tools.wait(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempts));
  // A partial failure already says where to split; else halves find the record that spoils the batch.
  const half =
    mapping.bisects && failedAt === 0 && left.length > 1 ? Math.ceil(left.length / 2) : left.length;
  await deliverBatch(left.slice(0, half), mapping, tools, attempts + 1);
  if (half < left.length) await deliverBatch(left.slice(half), mapping, tools, attempts + 1);
}

/** Index of the first record that has to be delivered again; undefined when none has. */
function firstFailure(
  result: InvocationResult,
  records: readonly StreamRecord[],
  partial: boolean,
): number | undefined {
  if (!result.ok) return 0;
  if (!partial) return undefined;
  const response = responseSchema.nullable().safeParse(JSON.parse(result.payload));
  // Lambda treats an answer of another form, and an unknown or empty identifier, as failure of the whole batch.
  if (!response.success) return 0;
  const failures = response.data?.batchItemFailures ?? [];
  if (failures.length === 0) return undefined;
  const positions = failures.map(({ itemIdentifier }) =>
    records.findIndex(({ sequenceNumber }) => sequenceNumber === itemIdentifier),
  );
  return Math.max(0, Math.min(...positions));
}

function withoutExpired(
  records: readonly StreamRecord[],
  maxAgeSeconds: number,
  tools: DeliveryTools,
  attempts: number,
): readonly StreamRecord[] {
  const oldest = tools.nowSeconds() - maxAgeSeconds;
  const expired = records.filter(({ createdAtSeconds }) => createdAtSeconds < oldest);
  if (expired.length > 0) tools.giveUp(expired, 'MaximumRecordAgeExceeded', attempts);
  return records.filter(({ createdAtSeconds }) => createdAtSeconds >= oldest);
}
