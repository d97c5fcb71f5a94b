import * as z from 'zod';
import { type NewMail, bareAddress } from './mail.ts';
import { headerOf, readMime } from './mime.ts';

const data = z.object({ Data: z.string() });
const pair = z.object({ Name: z.string(), Value: z.string() });

/** The body of SendEmail (SES v2) with Simple or Raw content; templates are not used here and not known. */
const sendEmailRequest = z.object({
  FromEmailAddress: z.string().optional(),
  Destination: z
    .object({
      ToAddresses: z.array(z.string()).optional(),
      CcAddresses: z.array(z.string()).optional(),
      BccAddresses: z.array(z.string()).optional(),
    })
    .optional(),
  ReplyToAddresses: z.array(z.string()).optional(),
  Content: z.object({
    Simple: z
      .object({
        Subject: data,
        Body: z.object({ Text: data.optional(), Html: data.optional() }),
        Headers: z.array(pair).optional(),
      })
      .optional(),
    Raw: data.optional(),
  }),
  EmailTags: z.array(pair).optional(),
  ConfigurationSetName: z.string().optional(),
});
type SendEmailRequest = z.infer<typeof sendEmailRequest>;

/** What SES answers when it does not take a mail. */
export interface SesRefusal {
  type: 'BadRequestException' | 'MessageRejected' | 'NotFoundException';
  message: string;
}

export interface Checks {
  /** Undefined while nobody has verified one: then any sender passes. */
  identities: ReadonlySet<string> | undefined;
  /** Undefined while nobody has made one: then any name passes. */
  configurationSets: ReadonlySet<string> | undefined;
}

const listed = (value: string | undefined): string[] =>
  (value ?? '').split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/u).flatMap((address) => address.trim() || []);

function content(request: SendEmailRequest): Pick<NewMail, 'subject' | 'text' | 'html' | 'headers'> & {
  from?: string;
  to?: string[];
} {
  const { Simple, Raw } = request.Content;
  if (Simple) {
    return {
      subject: Simple.Subject.Data,
      ...(Simple.Body.Text && { text: Simple.Body.Text.Data }),
      ...(Simple.Body.Html && { html: Simple.Body.Html.Data }),
      headers: (Simple.Headers ?? []).map(({ Name, Value }) => ({ name: Name, value: Value })),
    };
  }
  const { headers, ...bodies } = readMime(Buffer.from(Raw?.Data ?? '', 'base64'));
  const from = headerOf(headers, 'from');
  return {
    ...bodies,
    headers,
    subject: headerOf(headers, 'subject') ?? '',
    ...(from !== undefined && { from }),
    to: listed(headerOf(headers, 'to')),
  };
}

function mailOf(request: SendEmailRequest): NewMail {
  const { from, to = [], ...words } = content(request);
  const { ToAddresses, CcAddresses = [], BccAddresses = [] } = request.Destination ?? {};
  const sender = request.FromEmailAddress ?? from ?? '';
  const receivers = ToAddresses ?? to;
  return {
    source: 'ses',
    ...words,
    from: sender,
    to: receivers,
    cc: CcAddresses,
    bcc: BccAddresses,
    replyTo: request.ReplyToAddresses ?? [],
    headers: request.Content.Raw
      ? words.headers
      : [
          { name: 'From', value: sender },
          { name: 'To', value: receivers.join(', ') },
          { name: 'Subject', value: words.subject },
          ...words.headers,
        ],
    ...(request.ConfigurationSetName !== undefined && { configurationSet: request.ConfigurationSetName }),
    tags: (request.EmailTags ?? []).map(({ Name, Value }) => ({ name: Name, value: Value })),
  };
}

// An identity is an address or a domain; a domain covers its subdomains too.
function verified(from: string, identities: ReadonlySet<string>): boolean {
  const address = bareAddress(from);
  const labels = (address.split('@')[1] ?? '').split('.');
  return identities.has(address) || labels.some((_label, n) => identities.has(labels.slice(n).join('.')));
}

function refusalOf(mail: NewMail, { identities, configurationSets }: Checks): SesRefusal | undefined {
  const everybody = [...mail.to, ...mail.cc, ...mail.bcc];
  const bad = (message: string): SesRefusal => ({ type: 'BadRequestException', message });
  if (everybody.length === 0) return bad('Missing required parameter: Destination');
  if (everybody.length > 50) return bad('Recipient count exceeds 50.');
  // A local part outside ASCII is refused by SES; Punycode is for domains only.
  const wrong = everybody.find((each) => !/^[!-?A-~]+@[a-z0-9.-]+\.[a-z0-9-]+$/u.test(bareAddress(each)));
  if (wrong !== undefined) return bad(`Invalid email address: ${wrong}`);
  if (/[\r\n]/u.test(mail.subject)) return bad('Header value contains a line break: Subject');
  if (mail.text === undefined && mail.html === undefined) return bad('Missing required parameter: Body');
  const tag = mail.tags.find(
    ({ name, value }) => !/^[\w-]{1,256}$/u.test(name) || !/^[\w.@-]{1,256}$/u.test(value),
  );
  if (tag) {
    return bad(
      `Invalid email tag name or value <${tag.name}: ${tag.value}>: only alphanumeric ASCII characters, '_', '-', '.' and '@' are allowed.`,
    );
  }
  const { configurationSet } = mail;
  if (configurationSet !== undefined && configurationSets?.has(configurationSet) === false) {
    return { type: 'NotFoundException', message: `Configuration set <${configurationSet}> does not exist.` };
  }
  if (identities && !verified(mail.from, identities)) {
    const failed = `The following identities failed the check in region EU-WEST-2: ${bareAddress(mail.from)}`;
    return { type: 'MessageRejected', message: `Email address is not verified. ${failed}` };
  }
  return undefined;
}

/** The mail a SendEmail request asks for, or what SES would answer instead of taking it. */
export function readSendEmail(body: unknown, checks: Checks): { mail: NewMail } | { refusal: SesRefusal } {
  const parsed = sendEmailRequest.safeParse(body);
  if (!parsed.success || !(parsed.data.Content.Simple ?? parsed.data.Content.Raw)) {
    return { refusal: { type: 'BadRequestException', message: 'Content must be given as Simple or Raw.' } };
  }
  const mail = mailOf(parsed.data);
  const refusal = refusalOf(mail, checks);
  return refusal ? { refusal } : { mail };
}
