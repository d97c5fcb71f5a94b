import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerOf, readMime } from '../../../infra/local/mail/mime.ts';

const message = (headers: string[], body: string): Buffer => Buffer.from([...headers, '', body].join('\r\n'));

describe('a raw message', () => {
  it('gives back any text it was sent, in either encoding', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const base64 = readMime(
          message(
            ['Content-Type: text/plain; charset="utf-8"', 'Content-Transfer-Encoding: base64'],
            Buffer.from(text).toString('base64'),
          ),
        );
        const encoded = [...Buffer.from(text)]
          .map((byte) => `=${byte.toString(16).padStart(2, '0')}`)
          .join('');
        const quoted = readMime(
          message(['Content-Type: text/plain', 'Content-Transfer-Encoding: quoted-printable'], encoded),
        );
        // A byte order mark is not part of a text.
        const expected = text.replace(/^\uFEFF/u, '');
        expect([base64.text, quoted.text]).toEqual([expected, expected]);
      }),
    );
  });

  it('finds the bodies inside nested parts and leaves attachments out', () => {
    const found = readMime(
      message(
        ['Content-Type: multipart/mixed; boundary=outer'],
        [
          '--outer',
          'Content-Type: multipart/alternative; boundary=inner',
          '',
          '--inner',
          'Content-Type: text/plain',
          '',
          'words',
          '--inner',
          'Content-Type: text/html',
          '',
          '<p>words</p>',
          '--inner--',
          '--outer',
          'Content-Type: text/plain',
          'Content-Disposition: attachment; filename=notes.txt',
          '',
          'not these',
          '--outer--',
        ].join('\r\n'),
      ),
    );
    expect(found).toMatchObject({ text: 'words', html: '<p>words</p>' });
  });

  it('unfolds headers and finds them in any case', () => {
    const { headers } = readMime(message(['Subject: a long', '\tsubject'], ''));
    expect(headerOf(headers, 'subject')).toBe('a long subject');
  });

  it('reads a part in its own character set', () => {
    const latin = Buffer.concat([
      Buffer.from('Content-Type: text/plain; charset=iso-8859-1\r\n\r\n'),
      Buffer.from([0x63, 0x61, 0x66, 0xe9]),
    ]);
    expect(readMime(latin).text).toBe('café');
  });
});
