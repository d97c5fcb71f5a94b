/** One cell: text stays text whatever it begins with, a number a number, a day or a local time a real date cell. */
export type Cell =
  | { readonly text: string }
  | { readonly number: number }
  | { readonly day: string }
  | { readonly localTime: string }
  | undefined;

export interface Sheet {
  readonly name: string;
  readonly columns: readonly { readonly heading: string; readonly width: number }[];
  /** Rows may come page by page: a centre's export never is in memory whole. */
  readonly rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;
}

/** Writes an Excel workbook, as a stream of bytes. */
export interface Workbooks {
  readonly write: (sheets: readonly Sheet[]) => AsyncIterable<Uint8Array>;
}
