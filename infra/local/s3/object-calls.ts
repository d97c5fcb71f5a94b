import type { Wanted } from '../iam/authorise.ts';
import type { ContextValue } from '../iam/iam-request.ts';

/** A request to the object store, as far as permissions go. */
export interface ObjectRequest {
  readonly method: string;
  /** `/bucket/key`, decoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** What a request needs: permissions, and the acts of the bucket's key on the caller's behalf. */
export interface ObjectNeeds {
  readonly bucket: string;
  readonly wanted: readonly Wanted[];
  readonly keyActions: readonly string[];
}

/** Parts of a request's query that make another operation of it, by method: on objects. */
const OBJECT_PARTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  GET: {
    acl: 'GetObjectAcl',
    tagging: 'GetObjectTagging',
    retention: 'GetObjectRetention',
    'legal-hold': 'GetObjectLegalHold',
    attributes: 'GetObjectAttributes',
    uploadId: 'ListMultipartUploadParts',
    versionId: 'GetObjectVersion',
  },
  HEAD: { versionId: 'GetObjectVersion' },
  PUT: {
    acl: 'PutObjectAcl',
    tagging: 'PutObjectTagging',
    retention: 'PutObjectRetention',
    'legal-hold': 'PutObjectLegalHold',
    uploadId: 'PutObject',
  },
  POST: { uploads: 'PutObject', uploadId: 'PutObject' },
  DELETE: {
    tagging: 'DeleteObjectTagging',
    uploadId: 'AbortMultipartUpload',
    versionId: 'DeleteObjectVersion',
  },
};
const OBJECT_ACTIONS: Readonly<Record<string, string>> = {
  GET: 'GetObject',
  HEAD: 'GetObject',
  PUT: 'PutObject',
  DELETE: 'DeleteObject',
};

const BUCKET_PARTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  GET: {
    location: 'GetBucketLocation',
    uploads: 'ListBucketMultipartUploads',
    versions: 'ListBucketVersions',
    versioning: 'GetBucketVersioning',
    policy: 'GetBucketPolicy',
    'object-lock': 'GetBucketObjectLockConfiguration',
  },
  HEAD: {},
  PUT: {
    versioning: 'PutBucketVersioning',
    policy: 'PutBucketPolicy',
    'object-lock': 'PutBucketObjectLockConfiguration',
  },
  POST: {},
  DELETE: { policy: 'DeleteBucketPolicy' },
};
const BUCKET_ACTIONS: Readonly<Record<string, string>> = {
  GET: 'ListBucket',
  HEAD: 'ListBucket',
  PUT: 'CreateBucket',
  DELETE: 'DeleteBucket',
};

/** Queries that only say how to answer, or who asks. */
const PLAIN =
  /^(?:x-id|list-type|prefix|delimiter|max-keys|continuation-token|start-after|encoding-type|partNumber|part-number-marker|max-parts|response-.+|X-Amz-.+)$/iu;

/** Headers of a write that ask for more than the write. */
const BESIDES: readonly (readonly [header: string, action: string])[] = [
  ['x-amz-object-lock-mode', 'PutObjectRetention'],
  ['x-amz-object-lock-retain-until-date', 'PutObjectRetention'],
  ['x-amz-object-lock-legal-hold', 'PutObjectLegalHold'],
  ['x-amz-tagging', 'PutObjectTagging'],
  ['x-amz-acl', 'PutObjectAcl'],
];

/** Headers that are condition keys too: `s3:{name}`. */
const HEADER_KEYS: readonly (readonly [header: string, key: string])[] = [
  ['x-amz-object-lock-mode', 's3:object-lock-mode'],
  ['x-amz-object-lock-retain-until-date', 's3:object-lock-retain-until-date'],
  ['x-amz-object-lock-legal-hold', 's3:object-lock-legal-hold'],
  ['x-amz-server-side-encryption', 's3:x-amz-server-side-encryption'],
  ['x-amz-server-side-encryption-aws-kms-key-id', 's3:x-amz-server-side-encryption-aws-kms-key-id'],
  ['x-amz-storage-class', 's3:x-amz-storage-class'],
  ['if-none-match', 's3:if-none-match'],
  ['if-match', 's3:if-match'],
  ['x-amz-acl', 's3:x-amz-acl'],
];
const QUERY_KEYS: readonly string[] = ['prefix', 'delimiter', 'max-keys'];

const DAY_MS = 86_400_000;

/** The days that a write asks to keep an object, rounded up: the condition key that limits how long may be asked. */
function retentionDays({ headers }: ObjectRequest, nowMs: number): string | undefined {
  const until = Date.parse(headers['x-amz-object-lock-retain-until-date'] ?? '');
  return Number.isNaN(until) ? undefined : String(Math.ceil((until - nowMs) / DAY_MS));
}

function contextOf(request: ObjectRequest, nowMs: number): Record<string, ContextValue> {
  const { headers, query } = request;
  const days = retentionDays(request, nowMs);
  const given = [
    ...HEADER_KEYS.map(([header, key]) => [key, headers[header]] as const),
    ...QUERY_KEYS.map((name) => [`s3:${name}`, query.get(name) ?? undefined] as const),
    ['s3:object-lock-remaining-retention-days', days] as const,
  ];
  return {
    // What stands for an HTTPS call here; the buckets' policies refuse older ones.
    's3:TlsVersion': '1.3',
    's3:authType': query.has('X-Amz-Credential') ? 'REST-QUERY-STRING' : 'REST-HEADER',
    ...Object.fromEntries(given.filter((entry) => entry[1] !== undefined)),
  };
}

function actionOf(
  { method, query }: ObjectRequest,
  parts: Readonly<Record<string, Readonly<Record<string, string>>>>,
  plain: Readonly<Record<string, string>>,
): string | undefined {
  const named = parts[method] ?? {};
  const part = [...query.keys()].find((name) => named[name] !== undefined);
  if (part !== undefined) return named[part];
  return [...query.keys()].every((name) => PLAIN.test(name)) ? plain[method] : undefined;
}

function objectActions(request: ObjectRequest): readonly string[] | undefined {
  const action = actionOf(request, OBJECT_PARTS, OBJECT_ACTIONS);
  if (action === undefined) return undefined;
  const { headers, method } = request;
  const writes = method === 'PUT' || method === 'POST';
  const bypasses = headers['x-amz-bypass-governance-retention'] === 'true';
  const besides = writes
    ? BESIDES.filter(([header]) => headers[header] !== undefined).map(([, besideAction]) => besideAction)
    : [];
  return [...new Set([action, ...besides, ...(bypasses ? ['BypassGovernanceRetention'] : [])])];
}

/** S3 makes a data key for what is written; to read, to add a part and to put the parts together it opens one. */
function keyActions({ headers, query }: ObjectRequest, actions: readonly string[]): readonly string[] {
  if (actions.includes('GetObject') || actions.includes('GetObjectVersion')) return ['kms:Decrypt'];
  if (!actions.includes('PutObject')) return [];
  if (query.has('uploadId')) return ['kms:Decrypt'];
  const copies = headers['x-amz-copy-source'] !== undefined;
  return ['kms:GenerateDataKey', ...(copies ? ['kms:Decrypt'] : [])];
}

/** `x-amz-copy-source` reads another object. */
function copied({ headers }: ObjectRequest): string | undefined {
  const source = headers['x-amz-copy-source'];
  return source === undefined ? undefined : `arn:aws:s3:::${decodeURIComponent(source).replace(/^\//u, '')}`;
}

/**
 * What a request to the object store needs permission for.
 *
 * @returns undefined when it isn't known: such a request is not let through.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
 */
export function objectNeeds(request: ObjectRequest, nowMs: number): ObjectNeeds | undefined {
  const [, bucket = '', key = ''] = /^\/([^/]*)\/?(.*)$/su.exec(request.path) ?? [];
  const context = contextOf(request, nowMs);
  if (bucket === '')
    return { bucket, wanted: [{ action: 's3:ListAllMyBuckets', resource: '*', context }], keyActions: [] };
  const arn = `arn:aws:s3:::${bucket}`;
  if (key === '') {
    const action = actionOf(request, BUCKET_PARTS, BUCKET_ACTIONS);
    if (action === undefined) return undefined;
    return { bucket: arn, wanted: [{ action: `s3:${action}`, resource: arn, context }], keyActions: [] };
  }
  const actions = objectActions(request);
  if (actions === undefined) return undefined;
  const source = copied(request);
  return {
    bucket: arn,
    wanted: [
      ...actions.map((action) => ({ action: `s3:${action}`, resource: `${arn}/${key}`, context })),
      ...(source === undefined ? [] : [{ action: 's3:GetObject', resource: source, context }]),
    ],
    keyActions: keyActions(request, actions),
  };
}
