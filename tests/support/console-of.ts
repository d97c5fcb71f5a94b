import { createServer } from 'node:http';

export interface ConsoleOf {
  readonly address: string;
  readonly stop: () => void;
}

/** What the console of a local run answers, as far as the operators’ commands read it. */
export const startConsole = async (
  table: { readonly endpoint: string; readonly tableName: string },
  archive: { readonly endpoint: string; readonly bucket: string },
  pools: { readonly endpoint: string; readonly registry: string } = {
    endpoint: archive.endpoint,
    registry: 'none',
  },
): Promise<ConsoleOf> => {
  const server = createServer((_request, response) => {
    response.end(
      JSON.stringify({
        endpoints: { dynamodb: table.endpoint, s3: archive.endpoint, cognito: pools.endpoint },
        outputs: {
          'HaemdiaryData.TableName': table.tableName,
          'HaemdiaryData.ArchiveBucketName': archive.bucket,
          'HaemdiaryIdentity.RegistryPoolId': pools.registry,
        },
        addresses: { registry: 'http://localhost:8082' },
      }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  return {
    address: `http://127.0.0.1:${typeof at === 'object' && at !== null ? String(at.port) : ''}`,
    stop: () => {
      server.close();
    },
  };
};
