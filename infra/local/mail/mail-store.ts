import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Mail, type NewMail, bareAddress, mail as mailSchema, recipients } from './mail.ts';

export interface MailStore {
  add: (mail: NewMail, at: string) => Promise<Mail>;
  /** Notes what became of a mail. */
  note: (mail: Mail, type: string, at: string) => Promise<void>;
  find: (id: string) => Mail | undefined;
  /** The newest first; only those to this address, when one is given. */
  list: (to?: string) => Mail[];
}

// As SES makes them: 16 hex digits, a UUID, a counter.
const newId = (): string => `${randomBytes(8).toString('hex')}-${randomUUID()}-000000`;

/**
 * Opens the mailbox in a folder: one file for each mail, so that adding the thousandth costs what the first did and a
 * person can read them with any editor.
 */
export async function openMailStore(folder: string): Promise<MailStore> {
  await mkdir(folder, { recursive: true });
  const fileOf = (mail: Mail): string => path.join(folder, `${mail.at.replaceAll(':', '')}_${mail.id}.json`);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted();
  const mails = await Promise.all(
    names.map(async (name) => mailSchema.parse(JSON.parse(await readFile(path.join(folder, name), 'utf8')))),
  );
  const byId = new Map(mails.map((mail) => [mail.id, mail]));
  const replace = async (mail: Mail): Promise<void> => {
    const temporary = `${fileOf(mail)}.writing`;
    await writeFile(temporary, JSON.stringify(mail, null, 2), { mode: 0o600 });
    await rename(temporary, fileOf(mail));
  };
  // One at a time: of two events of one mail, the file must end with the later.
  let writing: Promise<void> = Promise.resolve();
  const write = (mail: Mail): Promise<void> => {
    writing = writing.catch(() => undefined).then(() => replace(mail));
    return writing;
  };
  return {
    add: async (given, at) => {
      const mail: Mail = { ...given, id: newId(), at, events: [] };
      await write(mail);
      byId.set(mail.id, mail);
      return mail;
    },
    note: async (mail, type, at) => {
      mail.events.push({ type, at });
      await write(mail);
    },
    find: (id) => byId.get(id),
    list: (to) => {
      const wanted = to?.trim().toLowerCase() ?? '';
      const sent = (mail: Mail): boolean =>
        recipients(mail).some((each) => bareAddress(each).includes(wanted));
      return [...byId.values()].filter((mail) => wanted === '' || sent(mail)).toReversed();
    },
  };
}
