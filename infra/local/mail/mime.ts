/** A header of a message, unfolded and decoded. */
export interface MimeHeader {
  name: string;
  value: string;
}

export interface MimeMessage {
  headers: MimeHeader[];
  text?: string;
  html?: string;
}

/** `=?utf-8?B?…?=` and `=?utf-8?Q?…?=` (RFC 2047); white space between two encoded words is not part of the text. */
function decodeWords(value: string): string {
  return value
    .replaceAll(/(\?=)\s+(=\?)/gu, '$1$2')
    .replaceAll(/=\?([^?]+)\?([bq])\?([^?]*)\?=/giu, (_all, charset: string, how: string, text: string) => {
      const bytes =
        how.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : quotedPrintable(text.replaceAll('_', ' '));
      return new TextDecoder(charset).decode(bytes);
    });
}

function quotedPrintable(text: string): Buffer {
  const joined = text.replaceAll(/=[ \t]*\r?\n/gu, '');
  const bytes = joined.replaceAll(/=([0-9A-F]{2})/giu, (_all, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1');
}

function split(source: string): { headers: MimeHeader[]; body: string } {
  const end = /\r?\n\r?\n/u.exec(source);
  const head = end ? source.slice(0, end.index) : source;
  const headers = head
    .replaceAll(/\r?\n[ \t]+/gu, ' ')
    .split(/\r?\n/u)
    .flatMap((line) => {
      const [, name, value] = /^([!-9;-~]+):\s*(.*)$/u.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [{ name, value }];
    });
  return { headers, body: end ? source.slice(end.index + end[0].length) : '' };
}

/** A header's value by its name, in any case. */
export const headerOf = (headers: MimeHeader[], name: string): string | undefined =>
  headers.find((header) => header.name.toLowerCase() === name)?.value;

const parameter = (value: string, name: string): string | undefined =>
  new RegExp(`;\\s*${name}="?([^";]+)"?`, 'iu').exec(value)?.[1];

function decodeBody(headers: MimeHeader[], body: string, contentType: string): string {
  const encoding = headerOf(headers, 'content-transfer-encoding')?.trim().toLowerCase();
  const raw =
    encoding === 'base64'
      ? Buffer.from(body, 'base64')
      : encoding === 'quoted-printable'
        ? quotedPrintable(body)
        : Buffer.from(body, 'latin1');
  return new TextDecoder(parameter(contentType, 'charset') ?? 'utf-8').decode(raw);
}

/** The parts between the boundary lines of a multipart body (RFC 2046 §5.1.1). */
function partsOf(body: string, boundary: string): string[] {
  const parts: string[][] = [];
  for (const line of body.split(/\r?\n/u)) {
    const mark = line.trimEnd();
    if (mark === `--${boundary}--`) break;
    if (mark === `--${boundary}`) parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return parts.map((lines) => lines.join('\r\n'));
}

interface Bodies {
  text?: string;
  html?: string;
}

/** The text and HTML of one part, and of the parts inside it; the first of each kind is the mail's. */
function bodies(headers: MimeHeader[], body: string): Bodies {
  const contentType = headerOf(headers, 'content-type') ?? 'text/plain';
  const boundary = parameter(contentType, 'boundary');
  if (contentType.toLowerCase().startsWith('multipart/') && boundary !== undefined) {
    return partsOf(body, boundary)
      .map(split)
      .map((part) => bodies(part.headers, part.body))
      .reduce((first, next) => ({ ...next, ...first }), {});
  }
  if (headerOf(headers, 'content-disposition')?.toLowerCase().startsWith('attachment') === true) return {};
  const decoded = decodeBody(headers, body, contentType);
  if (contentType.toLowerCase().startsWith('text/html')) return { html: decoded };
  return contentType.toLowerCase().startsWith('text/plain') ? { text: decoded } : {};
}

/**
 * Reads a raw message as far as a mailbox needs it: headers, the text and the HTML. Attachments are left out.
 * @param bytes the message as sent (RFC 5322 and MIME)
 */
export function readMime(bytes: Buffer): MimeMessage {
  // Latin 1 keeps every byte, so that each part can be decoded in its own character set.
  const { headers, body } = split(bytes.toString('latin1'));
  return {
    ...bodies(headers, body),
    headers: headers.map(({ name, value }) => ({
      name,
      value: decodeWords(Buffer.from(value, 'latin1').toString('utf8')),
    })),
  };
}
