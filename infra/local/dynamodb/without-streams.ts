import * as z from 'zod';
import type { Cloud } from '../cloud.ts';
import { mustCallDynamodb } from './call-dynamodb.ts';
import type { Table } from './table.ts';

const API = 'DynamoDB_20120810';
const described = z.object({
  Table: z.object({
    LatestStreamArn: z.string(),
    StreamSpecification: z.object({ StreamEnabled: z.boolean(), StreamViewType: z.string() }),
  }),
});

/**
 * Does something with the streams of all tables off, and gives them new ones afterwards. For filling empty tables: the
 * embedded engine's writes get slower with each record a stream keeps (half a minute of work for a demo that otherwise
 * takes four seconds), and nobody wants to be told of what was always there.
 *
 * A stream that is switched on again is another stream, in AWS as here, so nothing may follow the old one yet.
 */
export async function withoutStreams<T>(cloud: Cloud, act: () => Promise<T>): Promise<T> {
  const endpoint = cloud.endpoints.dynamodb;
  const streams = [...cloud.tables.values()].filter(({ streamArn }) => streamArn !== undefined);
  const views = await Promise.all(
    streams.map(async (of) => {
      const { name } = of;
      const { Table: table } = described.parse(
        await mustCallDynamodb(endpoint, `${API}.DescribeTable`, { TableName: name }),
      );
      await mustCallDynamodb(endpoint, `${API}.UpdateTable`, {
        TableName: name,
        StreamSpecification: { StreamEnabled: false },
      });
      return { of, view: table.StreamSpecification.StreamViewType };
    }),
  );
  const done = await act();
  for (const stream of views) await switchOn(cloud, stream);
  return done;
}

async function switchOn(cloud: Cloud, { of, view }: { of: Table; view: string }): Promise<void> {
  const endpoint = cloud.endpoints.dynamodb;
  const { name } = of;
  await mustCallDynamodb(endpoint, `${API}.UpdateTable`, {
    TableName: name,
    StreamSpecification: { StreamEnabled: true, StreamViewType: view },
  });
  const { Table: table } = described.parse(
    await mustCallDynamodb(endpoint, `${API}.DescribeTable`, { TableName: name }),
  );
  // Policies and mappings go on naming the stream as the template's deployment would: it never changes there.
  cloud.tables.set(name, { ...of, engineStreamArn: table.LatestStreamArn });
}
