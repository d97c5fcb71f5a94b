import { signal } from '@preact/signals';

export interface LastSaved {
  readonly what: string;
  readonly id: string;
  readonly version: number;
  /** Where the entry is corrected; absent for what is removed and recorded anew instead. */
  readonly editAt?: string;
}

/** What was just saved, for the ten seconds in which it can be undone with one press. */
export const lastSaved = signal<LastSaved | undefined>(undefined);
