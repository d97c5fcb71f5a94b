/** Private files that go by themselves after a few days. */
export interface Files {
  readonly write: (key: string, contentType: string, bytes: AsyncIterable<Uint8Array>) => Promise<void>;
  /** A link that opens the file for a few minutes, as a download of that name. Dies with the signing credentials. */
  readonly link: (key: string, fileName: string) => Promise<string>;
}
