import { randomUUID } from 'node:crypto';
import { type Mail, bareAddress, recipients } from './mail.ts';

export type SesEventType = 'Send' | 'Delivery' | 'Bounce' | 'Complaint';

/** The record SES publishes (developer guide, "Contents of event data that Amazon SES publishes to Amazon SNS"). */
export type SesEventRecord = Record<string, unknown> & { eventType: SesEventType };

/** An event of a mail, and the configuration set it was sent with: its event destinations get the record. */
export interface MailEvent {
  configurationSet: string;
  type: SesEventType;
  record: SesEventRecord;
}

const reportingMTA = 'dns; a7-10.smtp-out.eu-west-2.amazonses.com';
const feedbackId = (): string => `${randomUUID().replaceAll('-', '').slice(0, 16)}-${randomUUID()}-000000`;

function mailObject(mail: Mail, account: string): Record<string, unknown> {
  const own = mail.tags.map(({ name, value }): [string, string[]] => [name, [value]]);
  return {
    timestamp: mail.at,
    source: mail.from,
    sourceArn: `arn:aws:ses:eu-west-2:${account}:identity/${bareAddress(mail.from).split('@')[1] ?? ''}`,
    sendingAccountId: account,
    messageId: mail.id,
    destination: recipients(mail).map(bareAddress),
    headersTruncated: false,
    headers: mail.headers,
    commonHeaders: { from: [mail.from], to: mail.to, messageId: mail.id, subject: mail.subject },
    tags: {
      'ses:operation': ['SendEmail'],
      'ses:configuration-set': [mail.configurationSet],
      'ses:source-ip': ['127.0.0.1'],
      'ses:from-domain': [bareAddress(mail.from).split('@')[1]],
      'ses:caller-identity': ['local'],
      ...Object.fromEntries(own),
    },
  };
}

function details(
  type: SesEventType,
  mail: Mail,
  timestamp: string,
  subType: string,
): Record<string, unknown> {
  const addresses = recipients(mail).map(bareAddress);
  switch (type) {
    case 'Send':
      return { send: {} };
    case 'Delivery':
      return {
        delivery: {
          timestamp,
          processingTimeMillis: 42,
          recipients: addresses,
          smtpResponse: '250 2.6.0 Message received',
          reportingMTA: 'a7-10.smtp-out.eu-west-2.amazonses.com',
        },
      };
    case 'Bounce':
      return {
        bounce: {
          feedbackId: feedbackId(),
          bounceType: 'Permanent',
          bounceSubType: subType,
          bouncedRecipients: addresses.map((emailAddress) => ({
            emailAddress,
            action: 'failed',
            status: '5.1.1',
            diagnosticCode: 'smtp; 550 5.1.1 user unknown',
          })),
          timestamp,
          reportingMTA,
        },
      };
    case 'Complaint':
      return {
        complaint: {
          feedbackId: feedbackId(),
          complaintSubType: null,
          complainedRecipients: addresses.map((emailAddress) => ({ emailAddress })),
          timestamp,
          userAgent: 'Amazon SES Mailbox Simulator',
          complaintFeedbackType: 'abuse',
          arrivalDate: timestamp,
        },
      };
  }
}

/** The event of this type for a mail, or undefined when it was sent without a configuration set: SES publishes none. */
export function mailEvent(
  mail: Mail,
  type: SesEventType,
  { at, account, subType = 'General' }: { at: string; account: string; subType?: string },
): MailEvent | undefined {
  if (mail.configurationSet === undefined) return undefined;
  const record = { eventType: type, mail: mailObject(mail, account), ...details(type, mail, at, subType) };
  return { configurationSet: mail.configurationSet, type, record };
}

const SIMULATOR =
  /^(?<kind>success|bounce|complaint|ooto|suppressionlist)(?:\+[^@]*)?@simulator\.amazonses\.com$/u;

/**
 * What happens to a mail by itself. The mailbox simulator's addresses (developer guide, "Using the mailbox simulator";
 * labels such as `bounce+anything@` allowed) play what they are called after; everything else is delivered.
 */
export function fateOf(mail: Mail): { type: SesEventType; subType?: string }[] {
  const kinds = recipients(mail).map((address) => SIMULATOR.exec(bareAddress(address))?.groups?.['kind']);
  if (kinds.includes('suppressionlist')) return [{ type: 'Send' }, { type: 'Bounce', subType: 'Suppressed' }];
  if (kinds.includes('bounce')) return [{ type: 'Send' }, { type: 'Bounce' }];
  if (kinds.includes('complaint')) return [{ type: 'Send' }, { type: 'Delivery' }, { type: 'Complaint' }];
  return [{ type: 'Send' }, { type: 'Delivery' }];
}
