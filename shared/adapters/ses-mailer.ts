import {
  BadRequestException,
  MessageRejected,
  SendEmailCommand,
  type SESv2Client,
} from '@aws-sdk/client-sesv2';
import type { Audience } from '#contracts/route.ts';
import { SENDER_NAME, SITE_OF } from '#messages/message.ts';
import { messageKey, writeMail } from '#messages/messages.ts';
import type { Mailer } from '#usecases/ports/mailer.ts';

export interface MailSettings {
  readonly client: SESv2Client;
  /** A neutral address that gives nothing away. */
  readonly from: string;
  readonly configurationSet: string;
  readonly sites: Readonly<Record<Audience, string>>;
}

const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });

/** Mail through SES, from the catalogue's words. */
export const createSesMailer = ({ client, from, configurationSet, sites }: MailSettings): Mailer => ({
  send: async ({ to, message, locale, values, trace }) => {
    const key = messageKey(message);
    if (key === undefined) throw new Error(`No message is called ${message}.`);
    const { subject, text, html } = writeMail(locale, key, { ...values, site: sites[SITE_OF[key]] });
    try {
      const answer = await client.send(
        new SendEmailCommand({
          FromEmailAddress: `${SENDER_NAME} <${from}>`,
          Destination: { ToAddresses: [to] },
          ConfigurationSetName: configurationSet,
          EmailTags: [{ Name: 'trace', Value: trace }],
          Content: { Simple: { Subject: utf8(subject), Body: { Text: utf8(text), Html: utf8(html) } } },
        }),
      );
      return { outcome: 'sent', messageId: answer.MessageId ?? '' };
    } catch (error) {
      if (error instanceof MessageRejected || error instanceof BadRequestException)
        return { outcome: 'refused' };
      throw error;
    }
  },
});
