import { createS3Archive } from '#adapters/s3-archive.ts';
import { audit } from '#table/entities/system.ts';
import type { Stored } from '#table/entity.ts';
import { fromItem, type Item } from '#table/item.ts';
import { chained, ownerName } from '#usecases/audit/chain.ts';
import { localS3Client } from '../s3/local-s3-client.ts';

type Audit = Stored<typeof audit>;

/** Hands items on and keeps those of the audit. */
export function* keepingAudit(items: Iterable<Item>, kept: Audit[]): Generator<Item> {
  for (const item of items) {
    if (item.type === audit.type) kept.push(fromItem(audit, item));
    yield item;
  }
}

const inTime = (a: Audit, b: Audit): number =>
  a.at === b.at ? (a.audit < b.audit ? -1 : 1) : a.at < b.at ? -1 : 1;

/**
 * Archives the audit of a demo as its reader would have over the year: the table's stream is off while a demo is
 * written. One segment a chain.
 */
export const writeArchive = async (
  endpoint: string,
  bucket: string,
  items: readonly Audit[],
): Promise<void> => {
  const client = localS3Client(endpoint);
  const archive = createS3Archive({ client, bucket });
  try {
    const chains = Map.groupBy(items.toSorted(inTime), ({ owner }) => ownerName(owner));
    for (const [owner, told] of chains) {
      if (!(await archive.append(chained(owner, undefined, told))))
        throw new Error('The archive holds a chain of the demo already.');
    }
  } finally {
    client.destroy();
  }
};
