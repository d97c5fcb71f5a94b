/** What became of handing a mail over. `refused` is final: the address or the content will never be taken. */
export type Handed =
  { readonly outcome: 'sent'; readonly messageId: string } | { readonly outcome: 'refused' };

export interface OutgoingMail {
  readonly to: string;
  /** A key of the mail catalogue, with its values. */
  readonly message: string;
  readonly locale: string;
  readonly values: Readonly<Record<string, string>>;
  /** Comes back with a bounce; letters, digits, `_`, `-`, `.` and `@` only, at most 256. */
  readonly trace: string;
}

/** Sends mail. Throws where trying again may help. */
export interface Mailer {
  readonly send: (mail: OutgoingMail) => Promise<Handed>;
}
