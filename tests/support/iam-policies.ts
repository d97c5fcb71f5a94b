import type { IamRequest, Policies, PolicySource } from '../../infra/local/iam/iam-request.ts';
import { decide } from '../../infra/local/iam/decide.ts';
import { readPolicyDocument } from '../../infra/local/iam/policy-document.ts';

export const ACCOUNT = '000000000000';
export const TABLE = `arn:aws:dynamodb:eu-west-2:${ACCOUNT}:table/Diaries`;
export const ROLE = `arn:aws:iam::${ACCOUNT}:role/Diary`;
export const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/Diary/one`;

/** A policy of these statements; those without a Version of their own get the newest. */
export const policy = (name: string, ...statements: object[]): PolicySource => ({
  name,
  document: readPolicyDocument({ Version: '2012-10-17', Statement: statements }),
});

export const allow = (more: object = {}): object => ({
  Effect: 'Allow',
  Action: 'dynamodb:PutItem',
  Resource: TABLE,
  ...more,
});
export const deny = (more: object = {}): object => ({ ...allow(more), Effect: 'Deny' });

/** Puts an item into the table, unless told otherwise. */
export const put = (more: Partial<IamRequest> = {}): IamRequest => ({
  principalArn: ROLE,
  action: 'dynamodb:PutItem',
  resource: TABLE,
  context: {},
  ...more,
});

/** Decides by the role's own statements alone. */
export const decideBy = (request: IamRequest, ...statements: object[]): string =>
  decide(request, { identity: [policy('own', ...statements)] }).why;

export const whyOf = (request: IamRequest, policies: Partial<Policies>): string =>
  decide(request, { identity: [], ...policies }).why;
