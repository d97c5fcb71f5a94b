/** A download: whole in memory, at most about 4 MB (an answer of a function is limited to 6 MB, base64 takes a third). */
export interface FileAnswer {
  /** Only letters, digits, hyphens and one dot: it is put into a header. Never a person's name. */
  readonly fileName: string;
  readonly contentType: string;
  /** How many of what is in it: told beside the file, so that somebody can look before they save it. */
  readonly contents?: Readonly<Record<string, number>>;
  readonly bytes: Uint8Array;
}
