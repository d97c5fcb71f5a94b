import type { Owner } from '#table/entities/owner.ts';
import * as patterns from '#table/patterns.ts';
import type { ArchiveReader } from '#usecases/ports/archive.ts';
import type { Context } from '#usecases/ports/context.ts';
import { ownerName } from './chain.ts';
import { compareAudit, type Compared } from './compare-audit.ts';
import type { Finding } from './finding.ts';
import { walkChain } from './walk-chain.ts';

/** What verification says of one diary, centre or registry. */
export interface Verified extends Omit<Compared, 'findings'> {
  readonly owner: string;
  readonly archived: number;
  /** Hash of the newest record. Kept elsewhere, it proves later that nothing before it was replaced. */
  readonly head: string | undefined;
  readonly findings: readonly Finding[];
}

type Reach = Pick<Context, 'store' | 'now'> & { readonly archive: ArchiveReader };

const rowsOf = async ({ store }: Reach, owner: Owner) => {
  const rows: Readonly<Record<string, unknown>>[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.queryProjected(patterns.auditOf(owner), { cursor });
    rows.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return rows;
};

/** Holds one owner’s audit against its chain in the archive, and tells everything that isn’t as it was written. */
export const verifyAudit = async (reach: Reach, owner: Owner): Promise<Verified> => {
  const name = ownerName(owner);
  // In this order: what is written in between is in the rows and waits for the archive, never the other way.
  const { records, findings } = walkChain(name, await reach.archive.segments(name));
  const compared = compareAudit(records, await rowsOf(reach, owner), reach.now());
  return {
    ...compared,
    owner: name,
    archived: records.length,
    head: records.at(-1)?.hash,
    findings: [...findings, ...compared.findings].map((one) => ({ owner: name, ...one })),
  };
};

/** The owner that a text such as `diary/larkfield/p-1`, `centre/larkfield` or `registry` names; else `undefined`. */
export const ownerNamed = (text: string): Owner | undefined => {
  const [of, centre, patient, ...more] = text.split('/');
  if (more.length > 0) return undefined;
  if (of === 'registry') return centre === undefined ? { of } : undefined;
  if (centre === undefined || centre === '') return undefined;
  if (of === 'centre') return patient === undefined ? { of, centre } : undefined;
  return of === 'diary' && patient !== undefined && patient !== '' ? { of, centre, patient } : undefined;
};

/** Everyone with an audit: whoever has a chain, and whoever the registry and the centres know. */
export const everyOwner = async ({ store, archive }: Reach): Promise<readonly string[]> => {
  const names = new Set(['registry', ...(await archive.owners())]);
  for (const { item } of await store.queryAll(patterns.centresOfRegistry())) {
    const { centre } = item;
    names.add(ownerName({ of: 'centre', centre }));
    let cursor: string | undefined;
    do {
      const page = await store.queryProjected(patterns.rosterOf(centre, ''), { cursor });
      for (const { patient } of page.items)
        names.add(ownerName({ of: 'diary', centre, patient: String(patient) }));
      cursor = page.cursor;
    } while (cursor !== undefined);
  }
  return [...names].sort();
};
