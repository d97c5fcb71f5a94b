import { localTable, type TableAddress } from './local-table.ts';

const LOCAL = 'http://localhost:8080';

/** `--local` alone means the usual address: parseArgs knows no optional values. */
export const withLocalAddress = (args: readonly string[]): string[] =>
  args.map((arg) => (arg === '--local' ? `--local=${LOCAL}` : arg));

/** Where an operator's command goes: names in AWS, or the address of a local run. */
export interface Target {
  readonly table?: string | undefined;
  readonly archive?: string | undefined;
  readonly local?: string | undefined;
}

/**
 * Sets what the AWS SDK and the container read.
 *
 * @returns what the local run told of itself; `undefined` in AWS
 * @throws TypeError when neither a table nor a local run is named
 */
export const reach = async ({ table, archive, local }: Target): Promise<TableAddress | undefined> => {
  process.env['AWS_REGION'] ??= 'eu-west-2';
  if (local === undefined) {
    if (table === undefined) throw new TypeError('Name the table, or use --local.');
    Object.assign(process.env, {
      TABLE_NAME: table,
      ...(archive === undefined ? {} : { ARCHIVE_BUCKET: archive }),
    });
    return undefined;
  }
  const found = await localTable(local);
  Object.assign(process.env, {
    TABLE_NAME: found.table,
    ARCHIVE_BUCKET: found.archive,
    AWS_ENDPOINT_URL_DYNAMODB: found.endpoints.dynamodb,
    AWS_ENDPOINT_URL_S3: found.endpoints.s3,
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: found.endpoints.cognito,
    AWS_ACCESS_KEY_ID: 'local-administrator',
    AWS_SECRET_ACCESS_KEY: 'local',
  });
  return found;
};

/** Runs a command to its exit code; what the person got wrong is answered with how it is used. */
export const run = async (
  usage: string,
  main: (args: readonly string[]) => Promise<number>,
): Promise<void> => {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.error(error instanceof TypeError ? `${error.message}\n\n${usage}` : error.message);
    process.exitCode = 1;
  }
};
