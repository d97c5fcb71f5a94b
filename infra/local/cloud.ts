import type { FunctionDefinition } from './functions/function-definition.ts';
import type { ServiceEndpoints } from './functions/environment-of.ts';
import type { HttpApi } from './http-api/http-api.ts';
import type { PolicySource } from './iam/iam-request.ts';
import type { Role } from './iam/role.ts';
import type { Table } from './dynamodb/table.ts';
import type { Notices } from './events/notices.ts';
import type { Remembered } from './remembered.ts';
import type { Retention } from './s3/object-lock.ts';
import type { Schedule } from './schedules/schedule.ts';
import type { Distribution, HeadersPolicy } from './sites/distribution.ts';
import type { EventSourceMapping } from './streams/event-source-mapping.ts';
import type { Json } from './template/json.ts';

/** How Lambda treats an asynchronous invocation that fails. */
export type InvokeConfig = { readonly retries: number; readonly failureDestinationArn: string | undefined };

/** A bucket of the template, and how it is locked where it is. */
export type Bucket = {
  readonly name: string;
  readonly domain: string;
  readonly lock: Retention | undefined;
};

/** A user pool of the template and the id that the local Cognito gave it. */
export type UserPool = { readonly id: string; readonly name: string; readonly arn: string };

/**
 * Everything the templates ask for, filled by the providers while they run and read by the parts that serve it.
 * It is the only place the parts meet.
 */
export type Cloud = {
  readonly dataDirectory: string;
  /** Paths of assets by object key. */
  readonly assets: ReadonlyMap<string, string>;
  readonly endpoints: ServiceEndpoints;
  readonly remembered: Remembered;
  readonly notices: Notices;
  /** What may send mail, and under which configuration sets. */
  readonly senders: Set<string>;
  readonly configurationSets: Set<string>;
  readonly outputs: Map<string, Json>;
  readonly exports: Map<string, Json>;
  readonly parameters: Map<string, Json>;
  readonly secrets: Map<string, string>;
  readonly roles: Map<string, Role>;
  /** Policies that roles refer to by ARN. */
  readonly managedPolicies: Map<string, PolicySource>;
  /** Policies of functions, buckets, queues, topics and keys, by ARN. */
  readonly resourcePolicies: Map<string, PolicySource>;
  /** The customer's keys that tables, buckets and topics are encrypted with: by ARN, the key's ARN. */
  readonly encryptedWith: Map<string, string>;
  readonly functions: Map<string, FunctionDefinition>;
  readonly invokeConfigs: Map<string, InvokeConfig>;
  readonly tables: Map<string, Table>;
  readonly buckets: Map<string, Bucket>;
  readonly httpApis: Map<string, HttpApi>;
  readonly distributions: Map<string, Distribution>;
  readonly viewerFunctions: Map<string, { readonly name: string; readonly code: string }>;
  readonly headersPolicies: Map<string, HeadersPolicy>;
  readonly eventSourceMappings: EventSourceMapping[];
  readonly schedules: Map<string, Schedule>;
  readonly userPools: Map<string, UserPool>;
  readonly dynamicReference: (service: string, reference: string) => string;
};

/** An empty cloud. */
export function createCloud(options: {
  readonly dataDirectory: string;
  readonly assets: ReadonlyMap<string, string>;
  readonly endpoints: ServiceEndpoints;
  readonly remembered: Remembered;
  readonly notices: Notices;
}): Cloud {
  const secrets = new Map<string, string>();
  const parameters = new Map<string, Json>();
  return {
    ...options,
    senders: new Set(),
    configurationSets: new Set(),
    outputs: new Map(),
    exports: new Map(),
    parameters,
    secrets,
    roles: new Map(),
    managedPolicies: new Map(),
    resourcePolicies: new Map(),
    encryptedWith: new Map(),
    functions: new Map(),
    invokeConfigs: new Map(),
    tables: new Map(),
    buckets: new Map(),
    httpApis: new Map(),
    distributions: new Map(),
    viewerFunctions: new Map(),
    headersPolicies: new Map(),
    eventSourceMappings: [],
    schedules: new Map(),
    userPools: new Map(),
    dynamicReference: (service, reference) => {
      if (service === 'ssm') return textOf(parameters.get(reference.split(':')[0] ?? ''), reference);
      if (service === 'secretsmanager') return secretValue(secrets, reference);
      return missing(`${service}:${reference}`);
    },
  };
}

/** `arn:aws:secretsmanager:region:account:secret:name:SecretString:member:stage:version`; the ARN may be a bare name. */
function secretValue(secrets: ReadonlyMap<string, string>, reference: string): string {
  const [id, rest = ''] = reference.split(/:SecretString:?/);
  const value = secrets.get(id ?? '') ?? missing(reference);
  const member = rest.split(':')[0];
  if (member === undefined || member === '') return value;
  const parsed: unknown = JSON.parse(value);
  const found: unknown =
    typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, member) : undefined;
  return typeof found === 'string' ? found : missing(reference);
}

function textOf(value: Json | undefined, reference: string): string {
  return typeof value === 'string' ? value : missing(reference);
}

function missing(what: string): never {
  throw new Error(`The template refers to ${what}, which no stack makes`);
}
