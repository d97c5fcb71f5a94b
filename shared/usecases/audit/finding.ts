/** Something that isn’t as it was written, and where. */
export interface Finding {
  readonly owner: string;
  /** Which of the two no longer is as it was. `either` where only the difference between them can be seen. */
  readonly side: 'archive' | 'table' | 'either';
  readonly kind: 'changed' | 'removed' | 'inserted' | 'reordered';
  /** The audit id, the sequence, or the segment and line. */
  readonly where: string;
  readonly what: string;
}

/** Everything about one owner but who it is. */
export type Found = Omit<Finding, 'owner'>;
