import { outbox } from '#table/entities/system.ts';
import { mailItem, type MailGiven } from '../outbox/mail-item.ts';
import type { Context } from '../ports/context.ts';
import type { Act } from '../ports/store.ts';

type Given = Pick<MailGiven, 'owner' | 'message' | 'to' | 'by' | 'locale'> & { readonly code?: string };

/** A mail about an account itself, written with what it tells of. Whoever it is not from has to act at once. */
export const accountMail = (context: Pick<Context, 'now' | 'newId'>, { code, ...given }: Given): Act => {
  const item = mailItem(context, {
    ...given,
    zone: 'Europe/London',
    values: code === undefined ? {} : { code },
    mayPassQuietHours: true,
  });
  return { act: 'put', label: `mail-${given.message}`, entity: outbox, item, over: 'absent' };
};
