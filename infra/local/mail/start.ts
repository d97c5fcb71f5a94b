import path from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { listen } from '../listen.ts';
import type { Mail, NewMail } from './mail.ts';
import { openMailStore } from './mail-store.ts';
import { type Played, answerMailbox } from './mailbox-server.ts';
import { type MailEvent, type SesEventType, fateOf, mailEvent } from './ses-events.ts';
import { type OnSesCall, answerSes } from './ses-server.ts';

export interface MailOptions {
  /** The mailbox page's port; 0 for any free one. */
  port: number;
  /** The SES endpoint's port; any free one unless given. */
  apiPort?: number;
  /** Mails are kept in `mails/` in here. */
  dataDir: string;
  /** Takes each event of a mail sent with a configuration set, in order. */
  onEvent: (event: MailEvent) => void | Promise<void>;
  now?: () => Temporal.Instant;
  log?: (line: string) => void;
  /** Hears of every SendEmail before it runs, and may refuse it: the place where IAM is enforced. */
  onCall?: OnSesCall;
  account?: string;
}

/** A mail that is not SES's to send, such as Cognito's reset code. */
export interface DeliveredMail {
  to: string;
  from: string;
  subject: string;
  html?: string;
  text?: string;
  source: 'cognito';
  configurationSet?: string;
}

export interface MailServer {
  /** The mailbox page. */
  mailboxUrl: string;
  /** For `AWS_ENDPOINT_URL_SESV2`. */
  url: string;
  /** Puts a mail that SES did not send into the mailbox. */
  deliver: (mail: DeliveredMail) => Promise<void>;
  /** Plays a bounce (permanent, general) of a mail. */
  bounce: (id: string) => Promise<Played>;
  /** Plays a recipient's complaint about a mail. */
  complain: (id: string) => Promise<Played>;
  /** The newest first, those to this address if one is given. */
  mails: (to?: string) => Mail[];
  /** Lets mail be sent from this address or domain. From the first call on, all other senders are refused. */
  verifyIdentity: (identity: string) => void;
  /** Makes a configuration set. From the first call on, all other names are refused. */
  createConfigurationSet: (name: string) => void;
  stop: () => Promise<void>;
}

const toNewMail = ({ to, from, subject, html, text, source, configurationSet }: DeliveredMail): NewMail => ({
  source,
  from,
  to: [to],
  cc: [],
  bcc: [],
  replyTo: [],
  subject,
  ...(html !== undefined && { html }),
  ...(text !== undefined && { text }),
  headers: [
    { name: 'From', value: from },
    { name: 'To', value: to },
    { name: 'Subject', value: subject },
  ],
  ...(configurationSet !== undefined && { configurationSet }),
  tags: [],
});

/** Starts the local mail: an SES v2 endpoint and a mailbox page over one store that survives a restart. */
export async function startMail(options: MailOptions): Promise<MailServer> {
  const { account = '000000000000', log = console.error, now = Temporal.Now.instant } = options;
  const store = await openMailStore(path.join(options.dataDir, 'mails'));
  const checks = {
    identities: undefined as Set<string> | undefined,
    configurationSets: undefined as Set<string> | undefined,
  };
  const iso = (): string => now().toString({ fractionalSecondDigits: 3 });

  const publish = async (mail: Mail, type: SesEventType, subType?: string): Promise<Played> => {
    const at = iso();
    const event = mailEvent(mail, type, { at, account, ...(subType !== undefined && { subType }) });
    if (!event) return 'no-configuration-set';
    await store.note(mail, type, at);
    await options.onEvent(event);
    return 'published';
  };

  const accept = async (given: NewMail): Promise<string> => {
    const mail = await store.add(given, iso());
    const events = async (): Promise<void> => {
      for (const { type, subType } of fateOf(mail)) await publish(mail, type, subType);
    };
    // SES answers when it has taken the mail; events follow in their own time.
    setImmediate(() => {
      events().catch((error: unknown) => {
        log(`mail: an event was not taken: ${String(error)}`);
      });
    });
    return mail.id;
  };

  const play = async (id: string, type: SesEventType): Promise<Played> => {
    const mail = store.find(id);
    return mail ? publish(mail, type) : 'not-found';
  };
  const bounce = (id: string): Promise<Played> => play(id, 'Bounce');
  const complain = (id: string): Promise<Played> => play(id, 'Complaint');

  const { onCall } = options;
  const ses = await listen(
    answerSes({ checks, account, accept, log, ...(onCall && { onCall }) }),
    options.apiPort ?? 0,
  );
  const mailbox = await listen(answerMailbox({ store, bounce, complain }, log), options.port);
  return {
    mailboxUrl: `http://localhost:${String(mailbox.port)}`,
    url: `http://localhost:${String(ses.port)}`,
    deliver: async (mail) => {
      await accept(toNewMail(mail));
    },
    bounce,
    complain,
    mails: (to) => store.list(to),
    verifyIdentity: (identity) => {
      (checks.identities ??= new Set()).add(identity.toLowerCase());
    },
    createConfigurationSet: (name) => {
      (checks.configurationSets ??= new Set()).add(name);
    },
    stop: async () => {
      await Promise.all([ses.stop(), mailbox.stop()]);
    },
  };
}
