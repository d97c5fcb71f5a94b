import { Temporal } from 'temporal-polyfill';
import { audit } from '#table/entities/system.ts';
import type { Stored } from '#table/entity.ts';
import { fromItem } from '#table/item.ts';
import type { ChainRecord } from './chain.ts';
import { digestOf } from './digest.ts';
import type { Found } from './finding.ts';
import { CONTENTS, ERASES } from './tombstone.ts';

type Audit = Stored<typeof audit>;
type Row = Readonly<Record<string, unknown>>;

/** How long the archive may take: as long as its reader may lag before people are told. */
export const ARCHIVED_WITHIN = { minutes: 15 } as const;

const inTable = (kind: Found['kind'], where: string, what: string): Found => ({
  side: 'table',
  kind,
  where,
  what,
});

const parsed = (row: Row): Audit | undefined => {
  try {
    return fromItem(audit, row);
  } catch (error) {
    if (error instanceof Error && error.name === 'ZodError') return undefined;
    throw error;
  }
};

/** The archive’s records by audit id. The same told twice is one; something else under the same id was put in. */
const byAudit = (records: readonly ChainRecord[], findings: Found[]) => {
  const known = new Map<string, ChainRecord>();
  let repeated = 0;
  for (const record of records) {
    const first = known.get(record.audit);
    if (first === undefined) known.set(record.audit, record);
    else if (
      first.digest === record.digest &&
      first.at === record.at &&
      first.actor === record.actor &&
      first.action === record.action
    )
      repeated += 1;
    else
      findings.push({
        side: 'either',
        kind: 'inserted',
        where: record.audit,
        what: `Numbers ${String(first.sequence)} and ${String(record.sequence)} say different things of it.`,
      });
  }
  return { known, repeated };
};

const whyNoTombstone = (item: Audit, known: ReadonlyMap<string, ChainRecord>): string | undefined => {
  const left = CONTENTS.filter((name) => item[name] !== undefined);
  if (left.length > 0 || item.actor.name !== undefined)
    return 'It says it was erased and has contents still.';
  return known.get(item.erasedBy ?? '')?.action === ERASES
    ? undefined
    : 'It says it was erased, and there is no such erasure.';
};

/** What is wrong with one item of the table, held against its record. */
const wrongWith = (
  row: Row,
  item: Audit,
  record: ChainRecord | undefined,
  known: ReadonlyMap<string, ChainRecord>,
): Found | undefined => {
  const where = item.audit;
  const key = audit.key(item);
  if (row['pk'] !== key.pk || row['sk'] !== key.sk)
    return inTable('reordered', where, 'It stands at another place than its instant and id say.');
  if (record !== undefined && record.at !== item.at)
    return inTable('reordered', where, `It says ${item.at}; the archive says ${record.at}.`);
  const no = item.erasedBy === undefined ? undefined : whyNoTombstone(item, known);
  if (no !== undefined) return inTable('changed', where, no);
  if (item.erasedBy === undefined && digestOf(item) !== item.digest)
    return inTable('changed', where, 'Its digest doesn’t fit what it says.');
  if (record === undefined) return undefined;
  const same =
    record.digest === item.digest && record.action === item.action && record.actor === item.actor.account;
  return same ? undefined : inTable('changed', where, 'The archive holds another digest, actor or action.');
};

/** One owner’s audit in the table, held against its chain. */
export interface Compared {
  readonly live: number;
  readonly erased: number;
  /** Told of twice by the stream: no harm. */
  readonly repeated: number;
  /** Not archived yet, and too new to be missed. */
  readonly waiting: number;
  readonly findings: readonly Found[];
}

/**
 * Compares the rows of an audit with its chain, both ways.
 *
 * @param records read before the rows were, so that no row is missed that was written in between
 */
export const compareAudit = (
  records: readonly ChainRecord[],
  rows: readonly Row[],
  now: Temporal.Instant,
): Compared => {
  const findings: Found[] = [];
  const { known, repeated } = byAudit(records, findings);
  const missed = now.subtract(ARCHIVED_WITHIN);
  const left = new Map(known);
  let erased = 0;
  let waiting = 0;
  for (const row of rows) {
    const item = parsed(row);
    if (item === undefined) {
      findings.push(inTable('changed', String(row['audit'] ?? row['sk']), 'It is no audit item.'));
      left.delete(String(row['audit']));
      continue;
    }
    const record = known.get(item.audit);
    left.delete(item.audit);
    if (item.erasedBy !== undefined) erased += 1;
    const wrong = wrongWith(row, item, record, known);
    if (wrong !== undefined) findings.push(wrong);
    else if (record === undefined) {
      if (Temporal.Instant.compare(Temporal.Instant.from(item.at), missed) > 0) waiting += 1;
      else
        findings.push({
          side: 'either',
          kind: 'inserted',
          where: item.audit,
          what: `It says ${item.at} and was never archived: put into the table, or taken out of the archive’s end.`,
        });
    }
  }
  for (const { audit: id, sequence, at } of left.values())
    findings.push(inTable('removed', id, `Number ${String(sequence)} of the archive, of ${at}, is gone.`));
  return { live: rows.length, erased, repeated, waiting, findings };
};
