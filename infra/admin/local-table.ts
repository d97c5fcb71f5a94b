import * as z from 'zod';

const status = z.object({
  endpoints: z.object({ dynamodb: z.url() }),
  outputs: z.looseObject({ 'HaemdiaryData.TableName': z.string() }),
  addresses: z.looseObject({ registry: z.url() }),
});

export interface TableAddress {
  readonly table: string;
  readonly endpoint: string;
  /** Where the registry signs in. */
  readonly site: string;
}

/**
 * Asks the local run for its table.
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
    endpoint: read.endpoints.dynamodb,
    site: read.addresses.registry,
  };
};
