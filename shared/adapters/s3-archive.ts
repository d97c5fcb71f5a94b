import { createHash } from 'node:crypto';
import {
  GetObjectCommand,
  GetObjectLockConfigurationCommand,
  ListObjectsCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { chainRecord, type ChainRecord } from '#usecases/audit/chain.ts';
import type { Archive, ArchiveReader } from '#usecases/ports/archive.ts';

interface Place {
  readonly client: S3Client;
  readonly bucket: string;
}

/** Everything is under this folder: what the writer’s role names. */
const FOLDER = 'chains';

/** Names count down, because S3 lists upwards only: the newest segment of a chain is the first of its folder. */
const MOST = 9_999_999_999;
const nameOf = ({ owner, sequence }: ChainRecord): string => {
  const down = String(MOST - sequence).padStart(String(MOST).length, '0');
  return `${FOLDER}/${owner}/${down}-${String(sequence)}.jsonl`;
};

const textAt = async ({ client, bucket }: Place, Key: string, VersionId?: string): Promise<string> => {
  const answer = await client.send(
    new GetObjectCommand({ Bucket: bucket, Key, ...(VersionId === undefined ? {} : { VersionId }) }),
  );
  if (answer.Body === undefined) throw new Error(`${Key} is empty.`);
  return answer.Body.transformToString();
};

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');

/** Somebody was there first: `412`, or `409` while they are still writing. */
const isTaken = (error: unknown): boolean =>
  error instanceof Error && ['PreconditionFailed', 'ConditionalRequestConflict'].includes(error.name);

/** Chains in a bucket with Object Lock, one object for the records that were written together. */
export const createS3Archive = (place: Place): Archive => ({
  newest: async (owner) => {
    // Not V2: the local store can't go on with its pages, and the first name is all that is asked for.
    const { Contents: [first] = [] } = await place.client.send(
      new ListObjectsCommand({ Bucket: place.bucket, Prefix: `${FOLDER}/${owner}/`, MaxKeys: 1 }),
    );
    if (first?.Key === undefined) return [];
    return linesOf(await textAt(place, first.Key)).map((line) => chainRecord.parse(JSON.parse(line)));
  },
  append: async (records) => {
    const [first] = records;
    if (first === undefined) return true;
    const body = records.map((record) => `${JSON.stringify(record)}\n`).join('');
    try {
      await place.client.send(
        new PutObjectCommand({
          Bucket: place.bucket,
          Key: nameOf(first),
          Body: body,
          ContentType: 'application/x-ndjson',
          // Nothing is ever written over; the bucket refuses whoever doesn’t say so.
          IfNoneMatch: '*',
          // Object Lock wants a checksum: https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-managing.html
          ChecksumSHA256: createHash('sha256').update(body).digest('base64'),
        }),
      );
      return true;
    } catch (error) {
      if (isTaken(error)) return false;
      throw error;
    }
  },
});

const ownerOf = (key: string): string => key.split('/').slice(1, -1).join('/');

interface Written {
  readonly key: string;
  readonly versions: number;
  /** The first one: whatever came later got round the lock. */
  readonly oldest: { readonly id: string | undefined; readonly at: number } | undefined;
}

async function* versionsUnder({ client, bucket: Bucket }: Place, Prefix: string) {
  let next: Pick<ListObjectVersionsCommandOutput, 'KeyMarker' | 'VersionIdMarker'> = {};
  for (;;) {
    const page = await client.send(new ListObjectVersionsCommand({ Bucket, Prefix, ...next }));
    yield page;
    if (page.IsTruncated !== true) return;
    next = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
  }
}

const writtenUnder = async (place: Place, prefix: string): Promise<readonly Written[]> => {
  const found = new Map<string, Written>();
  for await (const page of versionsUnder(place, prefix)) {
    for (const { Key: key = '', VersionId: id, LastModified } of page.Versions ?? []) {
      const before = found.get(key);
      const at = LastModified?.getTime() ?? 0;
      // The versions of a key are listed newest first.
      const oldest = before?.oldest === undefined || at <= before.oldest.at ? { id, at } : before.oldest;
      found.set(key, { key, versions: (before?.versions ?? 0) + 1, oldest });
    }
    for (const { Key: key = '' } of page.DeleteMarkers ?? []) {
      const before = found.get(key);
      found.set(key, { key, versions: (before?.versions ?? 0) + 1, oldest: before?.oldest });
    }
  }
  return [...found.values()].sort((a, b) => (a.key < b.key ? 1 : -1));
};

/** The same chains, read for verification: every version of every object. */
export const createS3ArchiveReader = (place: Place): ArchiveReader => ({
  owners: async () => {
    const written = await writtenUnder(place, `${FOLDER}/`);
    return [...new Set(written.map(({ key }) => ownerOf(key)))];
  },
  segments: async (owner) => {
    const written = await writtenUnder(place, `${FOLDER}/${owner}/`);
    return Promise.all(
      written.map(async ({ key, versions, oldest }) => ({
        name: key,
        versions,
        text: oldest === undefined ? '' : await textAt(place, key, oldest.id),
      })),
    );
  },
  lock: async () => {
    const { ObjectLockConfiguration: found } = await place.client.send(
      new GetObjectLockConfigurationCommand({ Bucket: place.bucket }),
    );
    const { Mode, Days, Years } = found?.Rule?.DefaultRetention ?? {};
    if (Mode === undefined) return undefined;
    return `${Mode} ${Years === undefined ? `${String(Days)} days` : `${String(Years)} years`}`;
  },
});
