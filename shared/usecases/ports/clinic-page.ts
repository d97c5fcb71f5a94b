/** A table of a page. What matters most comes first: where the page is full, the last rows are left out and counted. */
export interface PageTable {
  readonly heading: string;
  /** The first column names its row; `share` is of the table's width. An empty heading is not drawn. */
  readonly columns: readonly {
    readonly heading: string;
    readonly share: number;
    readonly isNumber?: boolean;
  }[];
  readonly rows: readonly (readonly string[])[];
  /** Said where there are no rows. */
  readonly empty: string;
  /** A line each, below the table. */
  readonly notes: readonly string[];
  /** What is said of the rows there was no room for. */
  readonly leftOut: (count: number) => string;
}

/** A page of A4, whatever there is to say. */
export interface ClinicPage {
  readonly title: string;
  /** A line each, below the title. */
  readonly lead: readonly string[];
  /** From the top to the bottom, the tables of each beside each other. */
  readonly bands: readonly (readonly PageTable[])[];
  /** A line each, at the bottom of the page. */
  readonly foot: readonly string[];
  /** ISO instant. */
  readonly madeAt: string;
  /** BCP 47 */
  readonly language: string;
}

/** Writes a page as a tagged PDF. */
export interface ClinicPages {
  readonly write: (page: ClinicPage) => Promise<Uint8Array>;
}
