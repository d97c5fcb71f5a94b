import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectRetentionCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { createS3Archive, createS3ArchiveReader } from '#adapters/s3-archive.ts';
import type { Archive, ArchiveReader } from '#usecases/ports/archive.ts';
import { ADMINISTRATOR } from '../../infra/local/iam/administrator.ts';
import { startS3 } from '../../infra/local/s3/start-s3.ts';
import { administratorsOnly } from './iam/administrators-only.ts';

export interface ArchiveWorld {
  readonly endpoint: string;
  readonly bucket: string;
  readonly archive: Archive;
  readonly reader: ArchiveReader;
  /** One request to the bucket by somebody who may do everything; the name of what it was refused with. */
  readonly attempt: (
    what: 'write' | 'write-new' | 'write-unchecked' | 'remove' | 'remove-many',
    key: string,
  ) => Promise<string>;
  readonly retention: (key: string) => Promise<readonly [mode: string, until: string]>;
  /** Changes an object where it lies, behind the back of everything that guards it. */
  readonly tamper: (key: string, change: (text: string) => string) => void;
  readonly stop: () => Promise<void>;
}

const BUCKET = 'archive';

/** The archive’s adapter on a local bucket with Object Lock. */
export const startArchive = async (): Promise<ArchiveWorld> => {
  const directory = mkdtempSync(join(tmpdir(), 'haemdiary-archive-'));
  const store = await startS3({ port: 0, directory, iam: administratorsOnly(), log: () => undefined });
  const credentials = ADMINISTRATOR;
  const client = new S3Client({
    endpoint: store.endpoint,
    region: 'eu-west-2',
    forcePathStyle: true,
    credentials,
  });
  await client.send(new CreateBucketCommand({ Bucket: BUCKET }));
  store.lock(BUCKET, { mode: 'COMPLIANCE', unit: 'Days', count: 2922 });
  const unchecked = new S3Client({
    endpoint: store.endpoint,
    region: 'eu-west-2',
    forcePathStyle: true,
    credentials,
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
  const send = (what: Parameters<ArchiveWorld['attempt']>[0], Key: string) => {
    const at = { Bucket: BUCKET, Key };
    switch (what) {
      case 'write':
        return client.send(new PutObjectCommand({ ...at, Body: 'other' }));
      case 'write-new':
        return client.send(new PutObjectCommand({ ...at, Body: 'other', IfNoneMatch: '*' }));
      case 'write-unchecked':
        return unchecked.send(new PutObjectCommand({ ...at, Body: 'other' }));
      case 'remove':
        return client.send(new DeleteObjectCommand(at));
      case 'remove-many':
        return client.send(new DeleteObjectsCommand({ Bucket: BUCKET, Delete: { Objects: [{ Key }] } }));
    }
  };
  return {
    endpoint: store.endpoint,
    bucket: BUCKET,
    archive: createS3Archive({ client, bucket: BUCKET }),
    reader: createS3ArchiveReader({ client, bucket: BUCKET }),
    attempt: async (what, key) => {
      try {
        await send(what, key);
        return 'done';
      } catch (error) {
        return error instanceof Error ? error.name : 'unknown';
      }
    },
    retention: async (Key) => {
      const { Retention } = await client.send(new GetObjectRetentionCommand({ Bucket: BUCKET, Key }));
      return [Retention?.Mode ?? '', Retention?.RetainUntilDate?.toISOString().slice(0, 10) ?? ''];
    },
    tamper: (key, change) => {
      const folder = join(directory, BUCKET);
      const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find(
        (path) => path.startsWith(key) && path.endsWith('_object'),
      );
      if (found === undefined) throw new Error(`There is no object ${key}.`);
      const path = join(folder, found);
      writeFileSync(path, change(readFileSync(path, 'utf8')));
    },
    stop: async () => {
      client.destroy();
      unchecked.destroy();
      await store.stop();
    },
  };
};
