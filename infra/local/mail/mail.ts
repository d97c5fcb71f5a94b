import * as z from 'zod';

const header = z.object({ name: z.string(), value: z.string() });

/** A mail in the local mailbox, as it is kept on disk and given out as JSON. */
export const mail = z.object({
  /** SES's message id; Cognito's mails get one of the same shape. */
  id: z.string(),
  /** When it was sent, ISO 8601 in UTC. */
  at: z.string(),
  source: z.enum(['ses', 'cognito']),
  from: z.string(),
  to: z.array(z.string()),
  cc: z.array(z.string()),
  bcc: z.array(z.string()),
  replyTo: z.array(z.string()),
  subject: z.string(),
  text: z.string().optional(),
  html: z.string().optional(),
  headers: z.array(header),
  configurationSet: z.string().optional(),
  tags: z.array(header),
  /** What became of it, oldest first. */
  events: z.array(z.object({ type: z.string(), at: z.string() })),
});
export type Mail = z.infer<typeof mail>;

/** A mail before it has an id and a time. */
export type NewMail = Omit<Mail, 'id' | 'at' | 'events'>;

/** The bare address of `Name <address>` or `address`, in lower case. */
export function bareAddress(address: string): string {
  return (/<([^<>]*)>\s*$/u.exec(address)?.[1] ?? address).trim().toLowerCase();
}

/** Everybody a mail went to. */
export const recipients = (of: Pick<Mail, 'to' | 'cc' | 'bcc'>): string[] => [...of.to, ...of.cc, ...of.bcc];
