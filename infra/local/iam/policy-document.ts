import * as z from 'zod';
import { readOperator } from './read-operator.ts';

const texts = z.union([z.string().transform((one) => [one]), z.array(z.string()).min(1)]);

/** CloudFormation writes `true` and `"true"`, `1` and `"1"`: a condition compares texts. */
const scalar = z.union([z.string(), z.boolean(), z.number()]).transform(String);
const conditionValues = z.union([scalar.transform((one) => [one]), z.array(scalar)]);

/** Read when the policy is, so that one that can't be decided is refused before any request. */
const operator = z.string().transform((written) => {
  readOperator(written);
  return written;
});

const action = z.union([z.literal('*'), z.string().regex(/^[\w-]+:[\w*?]+$/u)]);
const actions = z.union([action.transform((one) => [one]), z.array(action).min(1)]);

const named = z.strictObject({
  AWS: texts.optional(),
  Service: texts.optional(),
  Federated: texts.optional(),
});
const principal = z.union([
  z.literal('*').transform((anyone): z.infer<typeof named> => ({ AWS: [anyone] })),
  named,
]);

const statement = z
  .strictObject({
    Sid: z.string().optional(),
    Effect: z.enum(['Allow', 'Deny']),
    Action: actions.optional(),
    NotAction: actions.optional(),
    Resource: texts.optional(),
    NotResource: texts.optional(),
    Principal: principal.optional(),
    NotPrincipal: principal.optional(),
    Condition: z.record(operator, z.record(z.string(), conditionValues)).optional(),
  })
  .refine(({ Action, NotAction }) => (Action === undefined) !== (NotAction === undefined), {
    error: 'A statement has either Action or NotAction.',
  })
  .refine(({ Resource, NotResource }) => Resource === undefined || NotResource === undefined, {
    error: 'A statement has not both Resource and NotResource.',
  })
  .refine(({ Principal, NotPrincipal }) => Principal === undefined || NotPrincipal === undefined, {
    error: 'A statement has not both Principal and NotPrincipal.',
  });

const policyDocument = z.strictObject({
  // The older version has no policy variables: a scope written for this one would never match under it.
  Version: z.literal('2012-10-17'),
  Id: z.string().optional(),
  Statement: z.union([statement.transform((one) => [one]), z.array(statement)]),
});

/** A policy with every list written as a list. */
export type PolicyDocument = z.infer<typeof policyDocument>;
export type PolicyStatement = PolicyDocument['Statement'][number];
export type PolicyPrincipal = z.infer<typeof named>;

/** Reads a policy as a template has it, its references resolved. Throws for an element that it doesn't know. */
export const readPolicyDocument = (document: unknown): PolicyDocument => policyDocument.parse(document);
