import { mkdirSync } from 'node:fs';
import S3rver from 's3rver';
import account from 's3rver/lib/models/account.js';
import { ADMINISTRATOR } from '../iam/administrator.ts';
import { createObjectLock, type ObjectLock } from './object-lock.ts';

/** A running object store. */
export type ObjectStore = {
  readonly endpoint: string;
  /** Lets requests signed with this key in; the store refuses keys it has not heard of. */
  readonly admit: (accessKeyId: string, secretAccessKey: string) => void;
  /** Makes a bucket write-once. */
  readonly lock: ObjectLock['lock'];
  readonly stop: () => Promise<void>;
};

/**
 * Starts the object store in this process; buckets are made by their provider.
 *
 * @param options.directory keeps buckets and objects as folders and files.
 */
export async function startS3(options: { port: number; directory: string }): Promise<ObjectStore> {
  mkdirSync(options.directory, { recursive: true });
  const store = new S3rver({
    address: '127.0.0.1',
    port: options.port,
    silent: true,
    directory: options.directory,
    // The SDK addresses buckets by path wherever the endpoint is an IP address.
    vhostBuckets: false,
    allowMismatchedSignatures: true,
    configureBuckets: [],
  });
  const { lock, answer } = createObjectLock();
  // Before the store's own parts: what a lock refuses never reaches them.
  store.middleware.unshift(answer);
  account.DUMMY_ACCOUNT.createKeyPair(ADMINISTRATOR.accessKeyId, ADMINISTRATOR.secretAccessKey);
  const { port } = await store.run();
  return {
    endpoint: `http://127.0.0.1:${String(port)}`,
    admit: (accessKeyId, secretAccessKey) => {
      account.DUMMY_ACCOUNT.createKeyPair(accessKeyId, secretAccessKey);
    },
    lock,
    stop: () => store.close(),
  };
}
