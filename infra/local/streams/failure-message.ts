import type { StreamRecord } from './deliver-batch.ts';
import type { EventSourceMapping } from './event-source-mapping.ts';

/**
 * What a failure destination is told of records that were given up.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html (example invocation record)
 */
export function failureMessage(
  mapping: EventSourceMapping,
  shardId: string,
  lost: readonly StreamRecord[],
  condition: string,
  attempts: number,
): object {
  return {
    version: '1.0',
    requestContext: { functionArn: mapping.functionArn, condition, approximateInvokeCount: attempts },
    DDBStreamBatchInfo: {
      shardId,
      startSequenceNumber: lost[0]?.sequenceNumber,
      endSequenceNumber: lost.at(-1)?.sequenceNumber,
      batchSize: lost.length,
      streamArn: mapping.streamArn,
    },
  };
}
