import { mkdirSync } from 'node:fs';
import S3rver from 's3rver';
import type { Iam } from '../iam/authorise.ts';
import { listen } from '../listen.ts';
import { guardObjects } from './guard-objects.ts';
import { createObjectLock, type ObjectLock } from './object-lock.ts';

/** A running object store. */
export type ObjectStore = {
  readonly endpoint: string;
  /** Makes a bucket write-once. */
  readonly lock: ObjectLock['lock'];
  readonly stop: () => Promise<void>;
};

/**
 * Starts the object store in this process, behind the templates' policies; buckets are made by their provider.
 *
 * @param options.directory keeps buckets and objects as folders and files.
 */
export async function startS3(options: {
  readonly port: number;
  readonly directory: string;
  readonly iam: Iam;
  readonly log: (line: string) => void;
}): Promise<ObjectStore> {
  mkdirSync(options.directory, { recursive: true });
  const store = new S3rver({
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
  const server = await listen(guardObjects(options.iam, store.callback(), options.log), options.port);
  return {
    endpoint: `http://127.0.0.1:${String(server.port)}`,
    lock,
    stop: async () => {
      await server.stop();
      // As the store's own server does when it closes: else it goes on catching this process's faults.
      store.logger.exceptions.unhandle();
      store.logger.close();
    },
  };
}
