import { unmarshall } from '@aws-sdk/util-dynamodb';

/** An item as a stream tells of it (`{"S":"…"}`) → as the table's client reads it. */
export const imageOf = (image: unknown): Readonly<Record<string, unknown>> =>
  unmarshall((image ?? {}) as Parameters<typeof unmarshall>[0]);
