import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { archiveAudit } from '#usecases/audit/archive-audit.ts';
import { archiveContext } from '../container.ts';
import { describeError } from '../middleware/describe-error.ts';
import { log } from '../middleware/log.ts';
import { countBroken } from '../middleware/metrics.ts';
import { withoutDetails } from '../middleware/without-details.ts';

const { archive, imageOf } = archiveContext();

/** Chains new audit items. What fails is told again, with everything behind it in its shard, so that order is kept. */
const archiveAll = async ({ Records: records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  const images = records.map(({ dynamodb }) => imageOf(dynamodb?.NewImage));
  const { archived, failedAt } = await archiveAudit(archive, images, (error) => {
    log.error('archive failed', describeError(error));
    // To Lambda a reported item is no error of the function: without this its alarm would stay silent.
    countBroken();
  });
  log.info('audit archived', { told: records.length, archived });
  if (failedAt === undefined) return { batchItemFailures: [] };
  return { batchItemFailures: [{ itemIdentifier: records[failedAt]?.dynamodb?.SequenceNumber ?? '' }] };
};

export const handler = withoutDetails(archiveAll);
