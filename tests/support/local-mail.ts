import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { SESv2Client, SendEmailCommand, type SendEmailRequest } from '@aws-sdk/client-sesv2';
import { Temporal } from 'temporal-polyfill';
import type { MailEvent } from '../../infra/local/mail/ses-events.ts';
import type { SesCall } from '../../infra/local/mail/ses-server.ts';
import { type MailServer, startMail } from '../../infra/local/mail/start.ts';

export interface LocalMail {
  server: () => MailServer;
  events: MailEvent[];
  calls: SesCall[];
  faults: string[];
  /** Set to refuse every call with this text. */
  denied: { because: string | undefined };
  /** Set to be the taker of events. */
  taker: { take: (event: MailEvent) => Promise<void> };
  /** Sends with the real client and answers the message id. */
  send: (request: Partial<SendEmailRequest>) => Promise<string>;
  restart: () => Promise<void>;
  stop: () => Promise<void>;
}

/** A mail as the outbox sends them; tests change what they are about. */
export const simpleMail = (to: string, subject = 'Your invitation'): SendEmailRequest => ({
  FromEmailAddress: 'Haemdiary <no-reply@haemdiary.example>',
  Destination: { ToAddresses: [to] },
  Content: {
    Simple: {
      Subject: { Data: subject },
      Body: { Text: { Data: 'Hello' }, Html: { Data: '<p>Hello</p>' } },
    },
  },
  ConfigurationSetName: 'haemdiary',
  EmailTags: [{ Name: 'outbox', Value: 'out-1' }],
});

/** Starts the local mail on a fixed clock with a real SDK client. */
export async function startLocalMail(): Promise<LocalMail> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'mail-'));
  const [events, calls, faults]: [MailEvent[], SesCall[], string[]] = [[], [], []];
  const denied: LocalMail['denied'] = { because: undefined };
  const taker: LocalMail['taker'] = {
    take: (event) => {
      events.push(event);
      return Promise.resolve();
    },
  };
  let seconds = 0;
  const start = (): Promise<MailServer> =>
    startMail({
      port: 0,
      dataDir,
      onEvent: (event) => taker.take(event),
      now: () => Temporal.Instant.from('2026-11-22T09:00:00Z').add({ seconds: (seconds += 1) }),
      log: (line) => faults.push(line),
      onCall: (call) => {
        calls.push(call);
        return denied.because === undefined
          ? undefined
          : { type: 'AccessDeniedException', message: denied.because };
      },
    });
  let server = await start();
  return {
    server: () => server,
    events,
    calls,
    faults,
    denied,
    taker,
    send: async (request) => {
      const sdk = new SESv2Client({
        endpoint: server.url,
        region: 'eu-west-2',
        credentials: { accessKeyId: 'AKIALOCALOUTBOX', secretAccessKey: 'local' },
        maxAttempts: 1,
      });
      try {
        const { MessageId } = await sdk.send(
          new SendEmailCommand({ ...simpleMail('ann@example.org'), ...request }),
        );
        return MessageId ?? '';
      } finally {
        sdk.destroy();
      }
    },
    restart: async () => {
      await server.stop();
      server = await start();
    },
    stop: async () => {
      await server.stop();
      // A mail's events follow in their own time: one may be written at this very moment.
      await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
