/** The package carries no types; only what is used here. */
declare module 's3rver' {
  import type { IncomingHttpHeaders, RequestListener } from 'node:http';
  import type { Readable } from 'node:stream';

  export interface StoredObject {
    readonly key: string;
    readonly size: number;
    readonly lastModifiedDate: Date;
    readonly content: Readable | null;
  }
  export interface StoredObjects {
    readonly objects: readonly StoredObject[];
  }
  export interface S3rverContext {
    readonly method: string;
    readonly path: string;
    readonly query: Readonly<Record<string, string | string[] | undefined>>;
    readonly headers: IncomingHttpHeaders;
    readonly store: {
      existsObject(bucket: string, key: string): Promise<boolean>;
      listObjects(bucket: string, options: { prefix: string }): Promise<StoredObjects>;
      getObject(bucket: string, key: string): Promise<StoredObject | null>;
    };
    status: number;
    type: string;
    body: unknown;
  }

  export default class S3rver {
    constructor(options: {
      silent: boolean;
      directory: string;
      vhostBuckets: boolean;
      allowMismatchedSignatures: boolean;
      configureBuckets: { name: string }[];
    });
    readonly logger: { readonly exceptions: { unhandle(): void }; close(): void };
    readonly middleware: ((context: S3rverContext, next: () => Promise<unknown>) => Promise<void>)[];
    callback(): RequestListener;
  }
}
