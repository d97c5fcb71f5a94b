import type { S3rverContext } from 's3rver';
import { lockConfigurationXml, refusalXml, retentionXml, versionsXml } from './object-lock-xml.ts';

/** How long the objects of a bucket can't be removed, as its template says. */
export type Retention = {
  readonly mode: 'COMPLIANCE' | 'GOVERNANCE';
  readonly unit: 'Days' | 'Years';
  readonly count: number;
};

type Next = () => Promise<unknown>;

/** What of a request matters to a lock. */
type Asked = { readonly bucket: string; readonly key: string; readonly has: (parameter: string) => boolean };

/** A part of the store that answers before it, and hands on what is none of its business. */
export type ObjectLock = {
  readonly lock: (bucket: string, retention: Retention) => void;
  readonly answer: (context: S3rverContext, next: Next) => Promise<void>;
};

const asked = (context: S3rverContext): Asked => {
  const [bucket = '', ...key] = context.path.slice(1).split('/');
  return {
    bucket: decodeURIComponent(bucket),
    key: decodeURIComponent(key.join('/')),
    has: (parameter) => parameter in context.query,
  };
};

function refuse(context: S3rverContext, status: number, code: string, message: string): void {
  context.status = status;
  context.type = 'application/xml';
  context.body = refusalXml(code, message);
}

const hasChecksum = (headers: S3rverContext['headers']): boolean =>
  Object.keys(headers).some(
    (name) =>
      name === 'content-md5' ||
      name === 'x-amz-sdk-checksum-algorithm' ||
      /^x-amz-checksum-(?!mode|type)/.test(name),
  );

/** Answers what only a bucket with a lock is asked. */
async function read(context: S3rverContext, one: Asked, retention: Retention, next: Next): Promise<void> {
  const { bucket, key, has } = one;
  const answer = async (): Promise<string | undefined> => {
    if (key === '' && has('object-lock')) return lockConfigurationXml(retention);
    if (key === '' && has('versions'))
      return versionsXml(bucket, await context.store.listObjects(bucket, { prefix: prefixOf(context) }));
    if (key !== '' && has('retention')) {
      const found = await context.store.getObject(bucket, key);
      found?.content?.destroy();
      return found === null ? undefined : retentionXml(retention, found.lastModifiedDate);
    }
    return undefined;
  };
  const xml = await answer();
  if (xml === undefined) {
    await next();
    return;
  }
  context.type = 'application/xml';
  context.body = xml;
}

/**
 * Object Lock for the buckets whose template asks for it, in front of a store that knows neither locks nor versions: a
 * name is written once, and nothing is ever removed. In S3 a second write makes another version, and the first stays;
 * here it is refused, so that an object has one version, which is what its listing says.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
 */
export function createObjectLock(): ObjectLock {
  const locked = new Map<string, Retention>();
  /** Names under which something is being written: two at once would both find nothing there. */
  const writing = new Set<string>();

  async function write(context: S3rverContext, { bucket, key }: Asked, next: Next): Promise<void> {
    const name = `${bucket}/${key}`;
    if (writing.has(name)) {
      refuse(context, 409, 'ConditionalRequestConflict', 'Another request is writing this object.');
      return;
    }
    writing.add(name);
    try {
      if (await context.store.existsObject(bucket, key)) {
        if (context.headers['if-none-match'] === '*')
          refuse(context, 412, 'PreconditionFailed', 'At least one of the pre-conditions did not hold');
        else refuse(context, 403, 'AccessDenied', 'The object is locked.');
      } else if (hasChecksum(context.headers)) await next();
      else
        refuse(
          context,
          400,
          'InvalidRequest',
          'Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with Object Lock parameters',
        );
    } finally {
      writing.delete(name);
    }
  }

  return {
    lock: (bucket, retention) => {
      locked.set(bucket, retention);
    },
    answer: async (context, next) => {
      const one = asked(context);
      const retention = locked.get(one.bucket);
      if (retention === undefined) await next();
      else if (context.method === 'PUT' && one.key !== '' && !one.has('uploadId') && !one.has('tagging'))
        await write(context, one, next);
      else if (context.method === 'GET' || context.method === 'HEAD')
        await read(context, one, retention, next);
      // Removal, many at once among them, and uploads in parts, which could end on a name that is there.
      else refuse(context, 403, 'AccessDenied', 'The object is locked.');
    },
  };
}

const prefixOf = ({ query }: S3rverContext): string => {
  const { prefix = '' } = query;
  return Array.isArray(prefix) ? (prefix[0] ?? '') : prefix;
};
