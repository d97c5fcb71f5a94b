import * as z from 'zod';

const status = z.object({
  endpoints: z.object({ dynamodb: z.url(), s3: z.url(), cognito: z.url() }),
  outputs: z.looseObject({
    'HaemdiaryData.TableName': z.string(),
    'HaemdiaryData.ArchiveBucketName': z.string(),
    'HaemdiaryIdentity.RegistryPoolId': z.string(),
  }),
  addresses: z.looseObject({ registry: z.url() }),
});

export interface TableAddress {
  readonly table: string;
  readonly archive: string;
  readonly endpoints: { readonly dynamodb: string; readonly s3: string; readonly cognito: string };
  /** Where the registry signs in. */
  readonly site: string;
  /** The registry's user pool. */
  readonly registryPool: string;
}

/**
 * Asks the local run for its table and archive.
 *
 * @param diary address of the diary's site, where the console is
 * @throws Error when nothing answers there
 */
export const localTable = async (diary: string): Promise<TableAddress> => {
  const answer = await fetch(new URL('/__local/status', diary)).catch((error: unknown) => {
    throw new Error(`Nothing answers at ${diary}. Is it running (npm start)? Else name it: --local ADDRESS`, {
      cause: error,
    });
  });
  const read = status.parse(await answer.json());
  return {
    table: read.outputs['HaemdiaryData.TableName'],
    archive: read.outputs['HaemdiaryData.ArchiveBucketName'],
    endpoints: read.endpoints,
    site: read.addresses.registry,
    registryPool: read.outputs['HaemdiaryIdentity.RegistryPoolId'],
  };
};
