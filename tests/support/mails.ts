import { outbox } from '#table/entities/system.ts';
import type { Stored } from '#table/entity.ts';
import { mailItem, type MailGiven } from '#usecases/outbox/mail-item.ts';
import { sendMail } from '#usecases/outbox/send-mail.ts';
import type { Handed, Mailer, OutgoingMail } from '#usecases/ports/mailer.ts';
import { DIARY, type DiaryWorld } from './diary-world.ts';

export type OutboxItem = Stored<typeof outbox>;

/** What a scripted mail service does with the next mail. */
type Does = 'takes' | 'refuses' | 'is down';

export interface ScriptedMailer extends Mailer {
  readonly taken: OutgoingMail[];
  does: Does;
}

/** A mail service that takes mail until it is told otherwise. */
export const scriptedMailer = (): ScriptedMailer => {
  const taken: OutgoingMail[] = [];
  const mailer: ScriptedMailer = {
    taken,
    does: 'takes',
    send: (mail): Promise<Handed> => {
      if (mailer.does === 'is down') return Promise.reject(new Error('The mail service is down.'));
      if (mailer.does === 'refuses') return Promise.resolve({ outcome: 'refused' });
      taken.push(mail);
      return Promise.resolve({ outcome: 'sent', messageId: `message-${String(taken.length)}` });
    },
  };
  return mailer;
};

/** The outbox of a test's world: mails are put there, sent by a scripted service and read again. */
export const outboxOf = (world: DiaryWorld, mailer: Mailer) => ({
  put: async (more: Partial<MailGiven> = {}, changed: Partial<OutboxItem> = {}): Promise<OutboxItem> => {
    const item = mailItem(world.context, {
      owner: { of: 'diary', ...DIARY },
      message: 'delivery-suspended',
      to: 'ann@example.org',
      zone: 'Europe/London',
      values: {},
      by: 'test',
      ...more,
    });
    await world.context.store.put(outbox, { ...item, ...changed });
    return { ...item, ...changed };
  },
  send: (item: OutboxItem) => sendMail({ ...world.context, mailer }, outbox.key(item)),
  read: async (item: OutboxItem): Promise<OutboxItem> => {
    const found = await world.context.store.get(outbox, outbox.key(item));
    if (found === undefined) throw new Error('There is no such item.');
    return found;
  },
});
