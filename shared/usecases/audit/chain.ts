import * as z from 'zod';
import type { Owner } from '#table/entities/owner.ts';
import type { audit } from '#table/entities/system.ts';
import type { Stored } from '#table/entity.ts';
import { hashOf } from './digest.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** One audit item in the archive: ids, actor, action, instant and digests, never contents. */
export const chainRecord = z.strictObject({
  owner: z.string(),
  /** 1 for the first of its owner, then without gaps. */
  sequence: z.int().min(1),
  audit: z.string(),
  /** Account id, or the name of a job of ours. */
  actor: z.string(),
  action: z.string(),
  at: z.string(),
  digest: hash,
  /** Hash of the record before; `GENESIS` for the first. */
  previous: hash,
  hash,
});
export type ChainRecord = z.infer<typeof chainRecord>;

/** What the first record of a chain follows. */
export const GENESIS = '0'.repeat(64);

/** The owner of a chain as one text; ids hold no slash. */
export const ownerName = (owner: Owner): string => {
  switch (owner.of) {
    case 'diary':
      return `diary/${owner.centre}/${owner.patient}`;
    case 'centre':
      return `centre/${owner.centre}`;
    case 'registry':
      return 'registry';
  }
};

/** The hash of a record: over everything else it says, so over all records before it. */
export const recordHash = ({ hash: _, ...said }: ChainRecord): string => hashOf(said);

/** The next records of a chain, one for each audit item, in their order. */
export const chained = (
  owner: string,
  last: ChainRecord | undefined,
  items: readonly Stored<typeof audit>[],
): readonly ChainRecord[] => {
  let before = last;
  return items.map(({ audit: id, actor, action, at, digest }) => {
    const said = {
      owner,
      sequence: (before?.sequence ?? 0) + 1,
      audit: id,
      actor: actor.account,
      action,
      at,
      digest,
      previous: before?.hash ?? GENESIS,
    };
    before = { ...said, hash: hashOf(said) };
    return before;
  });
};
