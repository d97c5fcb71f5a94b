import type { ItemOperation } from './operation.ts';

/** Words of the expression language, and functions, which stand where names may. */
const WORDS = new Set(
  'AND OR NOT BETWEEN IN SET REMOVE ADD DELETE attribute_exists attribute_not_exists attribute_type begins_with contains size if_not_exists list_append'.split(
    ' ',
  ),
);

/** Top-level names in an expression: `#a.b[1]` counts as what `#a` stands for. */
function namesIn(expression: string, names: Readonly<Record<string, string>>): string[] {
  return [...expression.matchAll(/(?<![\w.:#])#?[A-Za-z_]\w*/gu)]
    .map(([word]) => word)
    .filter((word) => !WORDS.has(word) && !WORDS.has(word.toUpperCase()))
    .map((word) => names[word] ?? word);
}

/** Every top-level attribute that an operation reads, writes or tests: the condition key `dynamodb:Attributes`. */
export function attributesOf(operation: ItemOperation): readonly string[] {
  const { Key = {}, Item = {}, AttributesToGet = [], KeyConditions = {} } = operation;
  const expressions = [
    operation.KeyConditionExpression,
    operation.ConditionExpression,
    operation.FilterExpression,
    operation.UpdateExpression,
    operation.ProjectionExpression,
  ];
  return [
    ...new Set([
      ...Object.keys(Key),
      ...Object.keys(Item),
      ...Object.keys(KeyConditions),
      ...AttributesToGet,
      ...expressions.flatMap((each) => namesIn(each ?? '', operation.ExpressionAttributeNames)),
    ]),
  ];
}
