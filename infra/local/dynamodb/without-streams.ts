import * as z from 'zod';
import type { Cloud } from '../cloud.ts';
import { mustCallDynamodb } from './call-dynamodb.ts';

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
  const streams = [...cloud.tables.values()].flatMap(({ name, streamArn }) =>
    streamArn === undefined ? [] : [{ name, streamArn }],
  );
  const views = await Promise.all(
    streams.map(async ({ name, streamArn }) => {
      const { Table: table } = described.parse(
        await mustCallDynamodb(endpoint, `${API}.DescribeTable`, { TableName: name }),
      );
      await mustCallDynamodb(endpoint, `${API}.UpdateTable`, {
        TableName: name,
        StreamSpecification: { StreamEnabled: false },
      });
      return { name, streamArn, view: table.StreamSpecification.StreamViewType };
    }),
  );
  const done = await act();
  for (const stream of views) await switchOn(cloud, stream);
  return done;
}

async function switchOn(
  cloud: Cloud,
  { name, streamArn, view }: { name: string; streamArn: string; view: string },
): Promise<void> {
  const endpoint = cloud.endpoints.dynamodb;
  await mustCallDynamodb(endpoint, `${API}.UpdateTable`, {
    TableName: name,
    StreamSpecification: { StreamEnabled: true, StreamViewType: view },
  });
  const { Table: table } = described.parse(
    await mustCallDynamodb(endpoint, `${API}.DescribeTable`, { TableName: name }),
  );
  cloud.tables.set(name, { name, streamArn: table.LatestStreamArn });
  for (const [place, mapping] of cloud.eventSourceMappings.entries()) {
    if (mapping.streamArn === streamArn)
      cloud.eventSourceMappings[place] = { ...mapping, streamArn: table.LatestStreamArn };
  }
}
