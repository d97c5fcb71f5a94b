import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Right } from '#table/rights.ts';
import type { DiaryTable } from './diary-table.ts';
import { throughService, TO_READ_ENCRYPTED, TO_WRITE_ENCRYPTED } from './through-service.ts';

/** `{centre}` in a key stands for the tag of the session that asks. */
const inPolicy = (key: string): string =>
  key.replaceAll(/\{(\w+)\}/g, (_whole, tag: string) => `\${aws:PrincipalTag/${tag}}`);

/** `FindLinks` → a statement that holds for these keys only; a request without a key, as a Scan is, is none of them. */
const statementOf = (diaries: DiaryTable, right: Right): PolicyStatement => {
  const { tableArn } = diaries.table;
  return new PolicyStatement({
    sid: right.sid,
    actions: right.actions.map((action) => `dynamodb:${action}`),
    resources: [
      ...(right.table === false ? [] : [tableArn]),
      ...(right.indexes ?? []).map((index) => `${tableArn}/index/${index}`),
    ],
    conditions: {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': right.keys.map(inPolicy) },
      // `ForAllValues` also holds where there is no key at all.
      Null: { 'dynamodb:LeadingKeys': 'false' },
    },
  });
};

const isRead = ({ actions }: Right): boolean =>
  actions.every((action) => action === 'GetItem' || action === 'Query');

/** Items with these keys, and the table's key through DynamoDB only. */
export const canUseItems = (diaries: DiaryTable, rights: readonly Right[]): PolicyStatement[] => [
  ...rights.map((right) => statementOf(diaries, right)),
  rights.every(isRead)
    ? throughService('DecryptDiaries', diaries.key, 'dynamodb', TO_READ_ENCRYPTED)
    : throughService('EncryptDiaries', diaries.key, 'dynamodb', TO_WRITE_ENCRYPTED),
];

/** Nothing with any of these keys, whatever else is allowed. */
export const denyingKeys = (
  diaries: DiaryTable,
  sid: string,
  actions: readonly string[],
  keys: readonly string[],
): PolicyStatement =>
  new PolicyStatement({
    sid,
    effect: Effect.DENY,
    actions: [...actions],
    resources: [diaries.table.tableArn],
    conditions: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': [...keys] } },
  });
