import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { Key } from '#table/entity.ts';
import { answerOutbox } from '#usecases/outbox/answer-outbox.ts';
import { outboxContext } from '../container.ts';
import { describeError } from '../middleware/describe-error.ts';
import { log } from '../middleware/log.ts';
import { countBroken } from '../middleware/metrics.ts';
import { withoutDetails } from '../middleware/without-details.ts';

const context = outboxContext();

const keyOf = ({ dynamodb }: DynamoDBRecord): Key => ({
  pk: dynamodb?.Keys?.['pk']?.S ?? '',
  sk: dynamodb?.Keys?.['sk']?.S ?? '',
});

/** Does what was written to the outbox. A record that fails is tried again, with those behind it in its shard. */
const answerAll = async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  for (const record of event.Records) {
    try {
      log.info('outbox answered', { outcome: await answerOutbox(context, keyOf(record)) });
    } catch (error) {
      log.error('outbox failed', describeError(error));
      // To Lambda a reported item is no error of the function: without this its alarm would stay silent.
      countBroken();
      return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] };
    }
  }
  return { batchItemFailures: [] };
};

export const handler = withoutDetails(answerAll);
