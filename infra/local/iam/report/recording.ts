import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Assembly } from '../../template/assembly.ts';
import { readPolicyDocument } from '../policy-document.ts';

const source = z.object({ name: z.string(), document: z.unknown().transform(readPolicyDocument) });
const role = z.object({
  name: z.string(),
  arn: z.string(),
  account: z.string(),
  policies: z.array(source),
  trust: source,
  boundary: source.exactOptional(),
  maxSessionSeconds: z.number(),
});
const request = z.object({
  principalArn: z.string(),
  action: z.string(),
  resource: z.string(),
  context: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
});

/** A request that AWS itself would make. */
const impliedRequest = request.extend({ role: z.string() });
export type ImpliedRequest = z.infer<typeof impliedRequest>;

/** What a run enforced: `policies.json` beside its `requests.jsonl`. */
export const enforcedSchema = z.object({
  /** Of the templates' IAM, so that a recording of other templates isn't taken for one of these. */
  digest: z.string(),
  roles: z.array(role),
  /** Policies of functions, buckets, queues, topics and keys, by ARN. */
  resourcePolicies: z.array(z.tuple([z.string(), source])),
  /** What AWS would ask by its own rules, seen or not. */
  implied: z.array(impliedRequest),
});
export type Enforced = z.infer<typeof enforcedSchema>;

/** A line of `requests.jsonl`. */
export const recordedRequest = request.extend({
  role: z.string(),
  allowed: z.boolean(),
  why: z.enum(['allowed', 'explicit-deny', 'no-allow']),
});
export type RecordedRequest = z.infer<typeof recordedRequest>;

/** One run's policies and requests. */
export interface Recording {
  readonly enforced: Enforced;
  readonly requests: readonly RecordedRequest[];
}

const DECIDING = /^AWS::(?:IAM::\w+|KMS::Key|Lambda::Permission|\w+::\w*Policy)$/u;

/** The same for two assemblies exactly if their roles, keys and policies are the same. */
export function digestOfIam({ stacks }: Assembly): string {
  const hash = createHash('sha256');
  for (const { name, template } of stacks)
    for (const [id, { Type, Properties }] of Object.entries(template.Resources))
      if (DECIDING.test(Type)) hash.update(JSON.stringify([name, id, Type, Properties]));
  return hash.digest('hex');
}
