import { signal } from '@preact/signals';
import type { Failure } from '../../shared/api/failure.ts';

export interface SavedEntry {
  readonly id: string;
  readonly version: number;
}

export interface LastSaved {
  readonly what: string;
  /** On this device until it can be sent. */
  readonly isKept?: boolean;
  /** What the one act made and Undo takes out: a treatment and the new bleed it was for; nothing after a correction. */
  readonly entries: readonly SavedEntry[];
  /** Undoes what is more than taking entries out; answers why it could not. */
  readonly undo?: () => Promise<Failure | undefined>;
  /** Where the entry is corrected; absent for what is removed and recorded anew instead. */
  readonly editAt?: string;
}

/** What was just saved, for the ten seconds in which it can be undone with one press. */
export const lastSaved = signal<LastSaved | undefined>(undefined);
