/** A centre as other centres may know it. */
export interface DirectoryEntry {
  readonly centre: string;
  readonly name: string;
  readonly status: 'active' | 'suspended';
}

/** Every centre that was ever onboarded. It belongs to no centre, so it is read with what a function may read by itself. */
export interface Directory {
  readonly directory: () => Promise<readonly DirectoryEntry[]>;
}
