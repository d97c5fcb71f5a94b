/** How many partitions the clock and outbox indexes are spread over, so that no one of them runs hot. */
export const SHARDS = 16;

/** A name as the roster sorts and searches it: lower case, no accents, only letters, digits, spaces and hyphens. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .trim() || '-';

/** FNV-1a over the id: the same id is always in the same shard. */
export const shardOf = (id: string): number => {
  let hash = 0x811c9dc5;
  for (const letter of id) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0) % SHARDS;
};
