import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { credentialsIn } from '../access-key-id.ts';
import type { CallRefusal } from '../iam/refuse-call.ts';
import { type NewMail, bareAddress } from './mail.ts';
import { type Checks, type SesRefusal, readSendEmail } from './send-email.ts';

/** A call about to run, as IAM would judge it. */
export interface SesCall {
  action: 'ses:SendEmail';
  accessKeyId: string;
  /** Of an assumed role. */
  sessionToken: string | undefined;
  /** Every ARN the call needs a permission for: the sender's domain and the configuration set. */
  resources: string[];
  /** The condition key `ses:FromAddress`. */
  fromAddress: string;
}

/** Hears of a call before it runs, and may refuse it. */
export type OnSesCall = (call: SesCall) => CallRefusal | undefined | Promise<CallRefusal | undefined>;

export interface SesWiring {
  checks: Checks;
  account: string;
  /** Takes a mail and answers its message id. */
  accept: (mail: NewMail) => Promise<string>;
  log: (line: string) => void;
  onCall?: OnSesCall;
}

type Refused =
  | SesRefusal
  | CallRefusal
  | {
      type: 'MissingAuthenticationToken' | 'UnknownOperationException';
      message: string;
    };

const STATUS: Readonly<Record<string, number>> = {
  NotFoundException: 404,
  UnknownOperationException: 404,
  AccessDeniedException: 403,
  ExpiredTokenException: 403,
  UnrecognizedClientException: 403,
  MissingAuthenticationToken: 403,
};

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    return undefined;
  }
}

function resourcesOf(account: string, mail: NewMail): string[] {
  const arn = (kind: string, name: string): string => `arn:aws:ses:eu-west-2:${account}:${kind}/${name}`;
  return [
    arn('identity', bareAddress(mail.from).split('@')[1] ?? ''),
    ...(mail.configurationSet === undefined ? [] : [arn('configuration-set', mail.configurationSet)]),
  ];
}

async function take(
  wiring: SesWiring,
  request: IncomingMessage,
): Promise<{ id: string } | { refused: Refused }> {
  if (request.method !== 'POST' || request.url !== '/v2/email/outbound-emails') {
    return { refused: { type: 'UnknownOperationException', message: 'The local SES only knows SendEmail' } };
  }
  const credentials = credentialsIn(request);
  if (credentials === undefined) {
    return {
      refused: { type: 'MissingAuthenticationToken', message: 'Request is missing Authentication Token' },
    };
  }
  const read = readSendEmail(await bodyOf(request), wiring.checks);
  if ('refusal' in read) return { refused: read.refusal };
  const denied = await wiring.onCall?.({
    action: 'ses:SendEmail',
    ...credentials,
    resources: resourcesOf(wiring.account, read.mail),
    fromAddress: bareAddress(read.mail.from),
  });
  if (denied !== undefined) return { refused: denied };
  return { id: await wiring.accept(read.mail) };
}

function send(response: ServerResponse, status: number, body: unknown, type?: string): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'x-amzn-requestid': randomUUID(),
    ...(type !== undefined && { 'x-amzn-errortype': type }),
  });
  response.end(JSON.stringify(body));
}

/** Answers `POST /v2/email/outbound-emails`, the SES v2 operation SendEmail. */
export function answerSes(wiring: SesWiring): RequestListener {
  return (request, response) => {
    take(wiring, request).then(
      (taken) => {
        if ('id' in taken) {
          send(response, 200, { MessageId: taken.id });
          return;
        }
        const { type, message } = taken.refused;
        send(response, STATUS[type] ?? 400, { message }, type);
      },
      (error: unknown) => {
        wiring.log(`ses: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        send(response, 500, { message: 'Internal error' }, 'InternalServiceErrorException');
      },
    );
  };
}
