import { vi } from 'vitest';
import * as z from 'zod';
import { addressOf } from './call-api.ts';

const mailSchema = z.looseObject({
  id: z.string(),
  subject: z.string(),
  text: z.string().default(''),
  html: z.string().default(''),
});
export type ReceivedMail = z.infer<typeof mailSchema>;

/** Everything that arrived for an address, the newest first. */
export async function mailsTo(address: string): Promise<ReceivedMail[]> {
  const answer = await fetch(`${addressOf('mailbox')}/mails?to=${encodeURIComponent(address)}`);
  return z.array(mailSchema).parse(await answer.json());
}

/** Waits until that many mails arrived for the address, and answers them, the newest first. */
export async function awaitMails(address: string, count = 1): Promise<ReceivedMail[]> {
  return vi.waitFor(
    async () => {
      const mails = await mailsTo(address);
      if (mails.length < count)
        throw new Error(`${String(mails.length)} of ${String(count)} mails to ${address}`);
      return mails;
    },
    { timeout: 60_000, interval: 250 },
  );
}

/** The invitation code of the newest mail to an address. */
export async function mailedInvitation(address: string): Promise<string> {
  const [mail] = await awaitMails(address);
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(mail?.text ?? '')?.[0];
  if (code === undefined)
    throw new Error(`The mail to ${address} has no invitation code: ${mail?.text ?? ''}`);
  return code;
}
