import type { ChainRecord } from '../audit/chain.ts';

/** The write-once archive of the audit, as whoever adds to it sees it. */
export interface Archive {
  /** The newest records of a chain, oldest first: as many as were written together last; none of a chain not begun. */
  readonly newest: (owner: string) => Promise<readonly ChainRecord[]>;
  /** Writes the next records of one chain. `false`: somebody else wrote what comes next, and nothing was written. */
  readonly append: (records: readonly ChainRecord[]) => Promise<boolean>;
}

/** What was written together, as it is in the archive now. */
export interface Segment {
  readonly name: string;
  /** How often it was written, removals included: 1 where nobody got round the lock. */
  readonly versions: number;
  /** One record a line, as it was written first. */
  readonly text: string;
}

/** The archive as whoever verifies it sees it. */
export interface ArchiveReader {
  /** Every owner that has a chain. */
  readonly owners: () => Promise<readonly string[]>;
  /** One chain, oldest first. */
  readonly segments: (owner: string) => Promise<readonly Segment[]>;
  /** How the archive is locked, for example `COMPLIANCE 8 years`; `undefined` where it is not. */
  readonly lock: () => Promise<string | undefined>;
}
