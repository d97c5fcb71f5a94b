import { createHash } from 'node:crypto';
import type { Cloud } from '../cloud.ts';
import type { Json, JsonObject } from './json.ts';

/** One resource of a template with its intrinsics resolved. */
export type Resource = {
  readonly stack: string;
  readonly region: string;
  readonly account: string;
  readonly logicalId: string;
  readonly type: string;
  readonly properties: JsonObject;
};

/** What the resource answers to `Ref` and `Fn::GetAtt`. */
export type Answer = { readonly ref: string; readonly attributes: Readonly<Record<string, Json>> };

/** Makes the local thing a resource stands for. */
export type Provider = (resource: Resource, cloud: Cloud) => Answer | Promise<Answer>;

/** The name CloudFormation would make up for a resource without one; the same at every start. */
export function physicalName(resource: Resource): string {
  return `${resource.stack}-${resource.logicalId}`;
}

/** An id of the kind AWS makes up: letters and digits, the same for the same resource at every start. */
export function physicalId(resource: Resource, length = 10): string {
  const digest = createHash('sha256').update(`${resource.stack}/${resource.logicalId}`).digest('hex');
  return BigInt(`0x${digest}`).toString(36).slice(0, length);
}

/** An ARN in the resource's account and region, e.g. `arn:aws:lambda:eu-west-2:…:function:name`. */
export function arnOf(resource: Resource, service: string, rest: string): string {
  return `arn:aws:${service}:${resource.region}:${resource.account}:${rest}`;
}

/** An ARN of a service whose resources have no region (IAM, CloudFront). */
export function globalArnOf(resource: Resource, service: string, rest: string): string {
  return `arn:aws:${service}::${resource.account}:${rest}`;
}
