import type { Segment } from '#usecases/ports/archive.ts';
import { chainRecord, GENESIS, recordHash, type ChainRecord } from './chain.ts';
import type { Found } from './finding.ts';

interface Placed {
  readonly record: ChainRecord;
  readonly where: string;
  /** Whether its own hash still fits. */
  readonly whole: boolean;
}

const parsed = (line: string): ChainRecord | undefined => {
  try {
    return chainRecord.safeParse(JSON.parse(line)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

const changed = (where: string, what: string): Found => ({ side: 'archive', kind: 'changed', where, what });

const read = (segments: readonly Segment[], findings: Found[]): Placed[] =>
  segments.flatMap(({ name, versions, text }) => {
    if (versions !== 1)
      findings.push(changed(name, `It was written ${String(versions)} times; the first is read.`));
    const lines = text.split('\n').filter((line) => line !== '');
    return lines.flatMap((line, place): Placed[] => {
      const where = `${name}, line ${String(place + 1)}`;
      const record = parsed(line);
      if (record === undefined) {
        findings.push(changed(where, 'It is no record of a chain.'));
        return [];
      }
      const whole = recordHash(record) === record.hash;
      if (!whole) findings.push(changed(where, 'Its hash doesn’t fit what it says.'));
      return [{ record, where, whole }];
    });
  });

/** The first of each sequence; what stands there twice, or belongs to another chain, was put in. */
const bySequence = (owner: string, placed: readonly Placed[], findings: Found[]) => {
  const chain = new Map<number, Placed>();
  let last = 0;
  for (const one of placed) {
    const { record, where } = one;
    const inserted = (what: string) =>
      findings.push({ side: 'archive' as const, kind: 'inserted' as const, where, what });
    if (record.owner !== owner) inserted(`It belongs to ${record.owner}.`);
    else if (chain.has(record.sequence)) inserted(`Number ${String(record.sequence)} is there twice.`);
    else {
      if (record.sequence < last)
        findings.push({
          side: 'archive',
          kind: 'reordered',
          where,
          what: `Number ${String(record.sequence)} stands behind number ${String(last)}.`,
        });
      last = Math.max(last, record.sequence);
      chain.set(record.sequence, one);
    }
  }
  return { chain, last };
};

const gaps = (chain: ReadonlyMap<number, Placed>, last: number, findings: Found[]): void => {
  for (let from = 1; from <= last; from += 1) {
    if (chain.has(from)) continue;
    let to = from;
    while (!chain.has(to + 1)) to += 1;
    const where = from === to ? `number ${String(from)}` : `numbers ${String(from)} to ${String(to)}`;
    findings.push({ side: 'archive', kind: 'removed', where, what: 'The chain goes on behind the gap.' });
    from = to;
  }
};

const links = (chain: ReadonlyMap<number, Placed>, last: number, findings: Found[]): void => {
  for (let sequence = 1; sequence <= last; sequence += 1) {
    const one = chain.get(sequence);
    const before = chain.get(sequence - 1);
    if (!one?.whole || (sequence > 1 && !before?.whole)) continue;
    if (one.record.previous === (before?.record.hash ?? GENESIS)) continue;
    findings.push(
      changed(
        one.where,
        `Number ${String(sequence)} doesn’t follow what stands before it: one of the two was replaced.`,
      ),
    );
  }
};

/** Reads one chain as it is in the archive now, and tells where it isn’t what one writer, adding only, would have left. */
export const walkChain = (
  owner: string,
  segments: readonly Segment[],
): { readonly records: readonly ChainRecord[]; readonly findings: readonly Found[] } => {
  const findings: Found[] = [];
  const { chain, last } = bySequence(owner, read(segments, findings), findings);
  gaps(chain, last, findings);
  links(chain, last, findings);
  const records = [...chain.values()].map(({ record }) => record).sort((a, b) => a.sequence - b.sequence);
  return { records, findings };
};
