import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { toItem } from '#table/item.ts';
import type { Act, Clause } from '#usecases/ports/store.ts';
import { conditionOf, expression, type Expression } from './dynamo-expression.ts';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** The found item comes back with a failed condition: that is how "already done" and "why not" are told apart. */
const failing = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const;

const overClauses = (over: 'absent' | 'any' | number): readonly Clause[] => {
  if (over === 'any') return [];
  return over === 'absent' ? [{ path: 'pk', is: 'absent' }] : [{ path: 'version', is: '=', to: over }];
};

const condition = (to: Expression, clauses: readonly Clause[]) =>
  clauses.length === 0 ? {} : { ConditionExpression: conditionOf(to, clauses) };

const putOf = (act: Extract<Act, { act: 'put' }>, TableName: string): Write => {
  const to = expression();
  const when = condition(to, [...overClauses(act.over), ...(act.when ?? [])]);
  return {
    Put: { TableName, Item: toItem(act.entity, act.item as never), ...failing, ...when, ...to.attributes() },
  };
};

const updateOf = (act: Extract<Act, { act: 'update' }>, TableName: string): Write => {
  const to = expression();
  const sets = [
    ...Object.entries(act.set ?? {}).map(([path, value]) => `${to.path(path)} = ${to.value(value)}`),
    ...Object.entries(act.append ?? {}).map(([path, values]) => {
      const at = to.path(path);
      return `${at} = list_append(if_not_exists(${at}, ${to.value([])}), ${to.value(values)})`;
    }),
  ];
  const adds = Object.entries({ version: 1, ...act.add }).map(
    ([path, by]) => `${to.path(path)} ${to.value(by)}`,
  );
  const removes = (act.remove ?? []).map((path) => to.path(path));
  const UpdateExpression = [
    sets.length === 0 ? '' : `SET ${sets.join(', ')}`,
    removes.length === 0 ? '' : `REMOVE ${removes.join(', ')}`,
    `ADD ${adds.join(', ')}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
  const when = condition(to, act.when);
  return {
    Update: { TableName, Key: { ...act.key }, UpdateExpression, ...failing, ...when, ...to.attributes() },
  };
};

const tallyOf = (act: Extract<Act, { act: 'tally' }>, TableName: string): Write => {
  const to = expression();
  const { pk, sk, ...fields } = toItem(act.entity, act.item as never);
  const counters: Readonly<Record<string, number>> = { version: 1, ...act.add };
  const firsts = Object.entries(fields).filter(([name]) => !(name in counters) && !(name in act.set));
  const sets = [
    ...firsts.map(
      ([name, value]) => `${to.path(name)} = if_not_exists(${to.path(name)}, ${to.value(value)})`,
    ),
    ...Object.entries(act.set).map(([name, value]) => `${to.path(name)} = ${to.value(value)}`),
  ];
  const adds = Object.entries(counters).map(([name, by]) => `${to.path(name)} ${to.value(by)}`);
  const UpdateExpression = `SET ${sets.join(', ')} ADD ${adds.join(', ')}`;
  return { Update: { TableName, Key: { pk, sk }, UpdateExpression, ...failing, ...to.attributes() } };
};

/** One act → one item of a TransactWriteItems request. */
export const writeOf = (act: Act, TableName: string): Write => {
  switch (act.act) {
    case 'put':
      return putOf(act, TableName);
    case 'update':
      return updateOf(act, TableName);
    case 'tally':
      return tallyOf(act, TableName);
    case 'check': {
      const to = expression();
      const ConditionExpression = conditionOf(to, act.when);
      return {
        ConditionCheck: {
          TableName,
          Key: { ...act.key },
          ConditionExpression,
          ...failing,
          ...to.attributes(),
        },
      };
    }
    case 'remove': {
      const to = expression();
      const when = condition(to, act.when ?? []);
      return { Delete: { TableName, Key: { ...act.key }, ...failing, ...when, ...to.attributes() } };
    }
  }
};
