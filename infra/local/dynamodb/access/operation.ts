import * as z from 'zod';

/** An attribute's value on the wire, of a type that a key can have. */
const keyValue = z.union([
  z.object({ S: z.string() }).transform(({ S }) => S),
  z.object({ N: z.string() }).transform(({ N }) => N),
  z.object({ B: z.string() }).transform(({ B }) => B),
]);
const attributes = z.record(z.string(), z.unknown());
const names = z.record(z.string(), z.string()).default({});

/** What of an operation on items says which items and attributes it is about. */
const itemOperation = z.object({
  TableName: z.string(),
  IndexName: z.string().optional(),
  Key: attributes.optional(),
  Item: attributes.optional(),
  KeyConditionExpression: z.string().optional(),
  KeyConditions: z
    .record(
      z.string(),
      z.object({ ComparisonOperator: z.string(), AttributeValueList: z.array(z.unknown()) }),
    )
    .optional(),
  ExpressionAttributeNames: names,
  ExpressionAttributeValues: attributes.default({}),
  ConditionExpression: z.string().optional(),
  FilterExpression: z.string().optional(),
  UpdateExpression: z.string().optional(),
  ProjectionExpression: z.string().optional(),
  AttributesToGet: z.array(z.string()).optional(),
  Select: z.string().optional(),
  ReturnValues: z.string().optional(),
  ReturnConsumedCapacity: z.string().optional(),
});

/** One operation on items, as the API has it, or one of a transaction. */
export type ItemOperation = z.infer<typeof itemOperation>;

/** Reads one. @throws when it isn't one; the engine is left to refuse it. */
export const readItemOperation = (body: unknown): ItemOperation => itemOperation.parse(body);

/** The text of a key attribute's value; undefined when there is none. */
export const keyText = (value: unknown): string | undefined => keyValue.safeParse(value).data;
