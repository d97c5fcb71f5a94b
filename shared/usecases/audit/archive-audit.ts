import { audit } from '#table/entities/system.ts';
import type { Stored } from '#table/entity.ts';
import { fromItem } from '#table/item.ts';
import type { Archive } from '#usecases/ports/archive.ts';
import { chained, ownerName } from './chain.ts';

type Audit = Stored<typeof audit>;

/** How often another writer of the same chain may get in between. There is one reader, so this is a retry of its own. */
const TRIES = 3;

const nameOf = ({ audit: id, digest }: { readonly audit: string; readonly digest: string }) =>
  `${id} ${digest}`;

/**
 * Adds audit items of one owner to its chain. What the newest segment holds already is left out: a stream tells again
 * what it told since the last success, and that is never more than was written last.
 *
 * @returns how many were new
 * @throws Error when other writers kept getting in between
 */
const appendTo = async (archive: Archive, owner: string, items: readonly Audit[]): Promise<number> => {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const newest = await archive.newest(owner);
    const known = new Set(newest.map((record) => nameOf(record)));
    const fresh = [...new Map(items.map((item) => [nameOf(item), item])).values()].filter(
      (item) => !known.has(nameOf(item)),
    );
    if (fresh.length === 0) return 0;
    if (await archive.append(chained(owner, newest.at(-1), fresh))) return fresh.length;
  }
  throw new Error('Another writer kept getting in between.');
};

/** An item as the table’s stream tells of it, and its place among those told of together. */
interface Told {
  readonly place: number;
  readonly item: Audit;
}

/** Everything before the first that can't be read: what stands behind that must not overtake it. */
const readable = (
  images: readonly Readonly<Record<string, unknown>>[],
  onFault: (error: unknown) => void,
) => {
  const told: Told[] = [];
  for (const [place, image] of images.entries()) {
    try {
      told.push({ place, item: fromItem(audit, image) });
    } catch (error) {
      onFault(error);
      return { told, failedAt: place };
    }
  }
  return { told, failedAt: undefined };
};

/**
 * Adds audit items to the chains of their owners, in the order in which they were written to the table. Owners don't
 * wait for each other.
 *
 * @param images audit items as the table holds them
 * @returns how many were new, and the place of the first that failed: it and those behind it have to be told again
 */
export const archiveAudit = async (
  archive: Archive,
  images: readonly Readonly<Record<string, unknown>>[],
  onFault: (error: unknown) => void,
): Promise<{ readonly archived: number; readonly failedAt: number | undefined }> => {
  const { told, failedAt } = readable(images, onFault);
  const byOwner = Map.groupBy(told, ({ item }) => ownerName(item.owner));
  const failed = failedAt === undefined ? [] : [failedAt];
  const archived = await Promise.all(
    [...byOwner].map(async ([owner, items]) => {
      try {
        return await appendTo(
          archive,
          owner,
          items.map(({ item }) => item),
        );
      } catch (error) {
        onFault(error);
        failed.push(items[0]?.place ?? 0);
        return 0;
      }
    }),
  );
  return {
    archived: archived.reduce((sum, count) => sum + count, 0),
    failedAt: failed.length === 0 ? undefined : Math.min(...failed),
  };
};
