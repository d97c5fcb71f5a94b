import * as z from 'zod';
import { cfnBoolean, cfnNumber, jsonObjectSchema, type JsonObject } from '../template/json.ts';
import { arnOf, physicalId, type Provider } from '../template/provider.ts';

/** How the changes of a table reach a function. */
export type EventSourceMapping = {
  readonly id: string;
  readonly streamArn: string;
  readonly functionArn: string;
  readonly region: string;
  readonly batchSize: number;
  readonly windowSeconds: number;
  readonly startingPosition: 'TRIM_HORIZON' | 'LATEST';
  /** Infinity where the template sets no end. */
  readonly maxRetries: number;
  readonly maxAgeSeconds: number;
  readonly bisects: boolean;
  readonly reportsPartialFailures: boolean;
  /** A record is delivered when one of them matches; all are when there are none. */
  readonly filters: readonly JsonObject[];
  readonly failureDestinationArn: string | undefined;
};

const unlimited = cfnNumber.default(-1).transform((limit) => (limit < 0 ? Number.POSITIVE_INFINITY : limit));

const mappingSchema = z.object({
  EventSourceArn: z.string().regex(/:dynamodb:.*\/stream\//, 'the local run follows streams of tables only'),
  FunctionName: z.string(),
  StartingPosition: z.enum(['TRIM_HORIZON', 'LATEST']),
  BatchSize: cfnNumber.default(100),
  MaximumBatchingWindowInSeconds: cfnNumber.default(0),
  MaximumRetryAttempts: unlimited,
  MaximumRecordAgeInSeconds: unlimited,
  BisectBatchOnFunctionError: cfnBoolean.default(false),
  FunctionResponseTypes: z.array(z.string()).default([]),
  FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })) }).optional(),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }).optional() }).optional(),
  Enabled: cfnBoolean.default(true),
});

/** `AWS::Lambda::EventSourceMapping` of a table's stream. */
export const eventSourceMappingProvider: Provider = (resource, cloud) => {
  const mapping = mappingSchema.parse(resource.properties);
  const id = physicalId(resource, 36);
  const name = mapping.FunctionName;
  if (mapping.Enabled) {
    cloud.eventSourceMappings.push({
      id,
      streamArn: mapping.EventSourceArn,
      functionArn: name.startsWith('arn:') ? name : arnOf(resource, 'lambda', `function:${name}`),
      region: resource.region,
      batchSize: mapping.BatchSize,
      windowSeconds: mapping.MaximumBatchingWindowInSeconds,
      startingPosition: mapping.StartingPosition,
      maxRetries: mapping.MaximumRetryAttempts,
      maxAgeSeconds: mapping.MaximumRecordAgeInSeconds,
      bisects: mapping.BisectBatchOnFunctionError,
      reportsPartialFailures: mapping.FunctionResponseTypes.includes('ReportBatchItemFailures'),
      filters: (mapping.FilterCriteria?.Filters ?? []).map(({ Pattern }) =>
        jsonObjectSchema.parse(JSON.parse(Pattern)),
      ),
      failureDestinationArn: mapping.DestinationConfig?.OnFailure?.Destination,
    });
  }
  return {
    ref: id,
    attributes: { Id: id, EventSourceMappingArn: arnOf(resource, 'lambda', `event-source-mapping:${id}`) },
  };
};
