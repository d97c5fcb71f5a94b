import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LocalMail, simpleMail, startLocalMail } from '../../support/local-mail.ts';
import { refusal } from '../../support/refusal.ts';

let mail: LocalMail;
beforeEach(async () => {
  mail = await startLocalMail();
});
afterEach(async () => {
  await mail.stop();
});

const content = (raw: string) => ({ Content: { Raw: { Data: Buffer.from(raw) } } });

describe('SendEmail', () => {
  it('answers a message id and keeps the mail with its tags and configuration set', async () => {
    const id = await mail.send(simpleMail('ann@example.org'));
    expect(mail.server().mails()).toEqual([
      expect.objectContaining({
        id,
        at: '2026-11-22T09:00:01.000Z',
        source: 'ses',
        from: 'Haemdiary <no-reply@haemdiary.example>',
        to: ['ann@example.org'],
        subject: 'Your invitation',
        text: 'Hello',
        html: '<p>Hello</p>',
        configurationSet: 'haemdiary',
        tags: [{ name: 'outbox', value: 'out-1' }],
      }),
    ]);
  });

  it('keeps headers of its own', async () => {
    await mail.send({
      Content: {
        Simple: {
          Subject: { Data: 'Your invitation' },
          Body: { Text: { Data: 'Hello' } },
          Headers: [{ Name: 'Auto-Submitted', Value: 'auto-generated' }],
        },
      },
    });
    expect(mail.server().mails()[0]?.headers).toContainEqual({
      name: 'Auto-Submitted',
      value: 'auto-generated',
    });
  });

  it('reads a raw message: encoded headers, text and HTML', async () => {
    await mail.send({
      ...content(
        [
          'From: =?utf-8?Q?H=C3=A6mdiary?= <no-reply@haemdiary.example>',
          'To: ann@example.org',
          'Subject: =?utf-8?B?WW91ciBjb2RlIOKAkw==?=',
          ' =?utf-8?Q?_hello?=',
          'MIME-Version: 1.0',
          'Content-Type: multipart/alternative; boundary="b1"',
          '',
          'This part is for readers without MIME.',
          '--b1',
          'Content-Type: text/plain; charset=utf-8',
          'Content-Transfer-Encoding: quoted-printable',
          '',
          'Caf=C3=A9 =',
          'open',
          '--b1',
          'Content-Type: text/html; charset=utf-8',
          'Content-Transfer-Encoding: base64',
          '',
          Buffer.from('<p>Café</p>').toString('base64'),
          '--b1--',
          '',
        ].join('\r\n'),
      ),
      Destination: undefined,
    });
    expect(mail.server().mails()[0]).toMatchObject({
      to: ['ann@example.org'],
      subject: 'Your code – hello',
      text: 'Café open',
      html: '<p>Café</p>',
    });
    expect(mail.server().mails()[0]?.headers[0]).toEqual({
      name: 'From',
      value: 'Hæmdiary <no-reply@haemdiary.example>',
    });
  });

  it('refuses a sender that is not verified, and takes an address, a domain and its subdomains', async () => {
    mail.server().verifyIdentity('other.example');
    expect(await refusal(mail.send({}))).toEqual({
      name: 'MessageRejected',
      message:
        'Email address is not verified. The following identities failed the check in region EU-WEST-2: no-reply@haemdiary.example',
    });
    mail.server().verifyIdentity('haemdiary.example');
    expect(await mail.send({})).not.toBe('');
    expect(await mail.send({ FromEmailAddress: 'a@mail.haemdiary.example' })).not.toBe('');
    mail.server().verifyIdentity('one@single.example');
    expect(await mail.send({ FromEmailAddress: 'One <one@single.example>' })).not.toBe('');
    expect((await refusal(mail.send({ FromEmailAddress: 'two@single.example' }))).name).toBe(
      'MessageRejected',
    );
    expect((await refusal(mail.send({ FromEmailAddress: 'a@nothaemdiary.example' }))).name).toBe(
      'MessageRejected',
    );
  });

  it('refuses a configuration set that does not exist', async () => {
    mail.server().createConfigurationSet('haemdiary');
    expect(await mail.send({})).not.toBe('');
    expect(await refusal(mail.send({ ConfigurationSetName: 'other' }))).toEqual({
      name: 'NotFoundException',
      message: 'Configuration set <other> does not exist.',
    });
  });

  it.each([
    ['nobody to send to', { Destination: { ToAddresses: [] } }],
    [
      'more than fifty',
      { Destination: { ToAddresses: Array.from({ length: 51 }, (_, n) => `a${n}@example.org`) } },
    ],
    ['an address that is none', { Destination: { ToAddresses: ['ann'] } }],
    [
      'an address with a line break',
      { Destination: { ToAddresses: ['ann@example.org\r\nBcc: eve@example.net'] } },
    ],
    ['a local part outside ASCII', { Destination: { ToAddresses: ['zoë@example.org'] } }],
    ['a tag with a space', { EmailTags: [{ Name: 'outbox', Value: 'out 1' }] }],
    ['a tag name with a dot', { EmailTags: [{ Name: 'out.box', Value: '1' }] }],
    ['no body', { Content: { Simple: { Subject: { Data: 'x' }, Body: {} } } }],
    [
      'a subject of two lines',
      { Content: { Simple: { Subject: { Data: 'x\nBcc: eve' }, Body: { Text: { Data: 'x' } } } } },
    ],
    ['a template', { Content: { Template: { TemplateName: 'x', TemplateData: '{}' } } }],
  ])('refuses %s', async (_what, request) => {
    expect((await refusal(mail.send(request))).name).toBe('BadRequestException');
    expect(mail.server().mails()).toEqual([]);
  });

  it('must be signed, and tells who calls on what', async () => {
    const body = JSON.stringify(simpleMail('ann@example.org'));
    const unsigned = await fetch(`${mail.server().url}/v2/email/outbound-emails`, { method: 'POST', body });
    expect(unsigned.status).toBe(403);
    await mail.send({});
    expect(mail.calls).toEqual([
      {
        action: 'ses:SendEmail',
        accessKeyId: 'AKIALOCALOUTBOX',
        resources: [
          'arn:aws:ses:eu-west-2:000000000000:identity/haemdiary.example',
          'arn:aws:ses:eu-west-2:000000000000:configuration-set/haemdiary',
        ],
        fromAddress: 'no-reply@haemdiary.example',
      },
    ]);
    mail.denied.because = 'User is not authorized to perform ses:SendEmail';
    expect(await refusal(mail.send({}))).toEqual({
      name: 'AccessDeniedException',
      message: mail.denied.because,
    });
  });

  it('is the only operation', async () => {
    expect((await fetch(`${mail.server().url}/v2/email/account`)).status).toBe(404);
  });
});

describe('the mailbox', () => {
  it('survives a restart, newest first, and finds by part of the address in any case', async () => {
    await mail.send(simpleMail('ann@example.org', 'first'));
    await mail.send(simpleMail('Bob <BOB@example.org>', 'second'));
    await mail.restart();
    await mail.send(simpleMail('ann@example.org', 'third'));
    const subjects = (to?: string) =>
      mail
        .server()
        .mails(to)
        .map(({ subject }) => subject);
    expect(subjects()).toEqual(['third', 'second', 'first']);
    expect(subjects('ann@example.org')).toEqual(['third', 'first']);
    expect(subjects('bob@')).toEqual(['second']);
  });

  it('keeps the order of many over a restart', async () => {
    const subjects = Array.from({ length: 20 }, (_, n) => `mail ${n}`);
    for (const subject of subjects) await mail.send(simpleMail('ann@example.org', subject));
    await mail.restart();
    const kept = mail.server().mails();
    expect(kept.map(({ subject }) => subject)).toEqual(subjects.toReversed());
  });

  it("holds Cognito's mails too", async () => {
    await mail.server().deliver({
      to: 'ann@example.org',
      from: 'no-reply@haemdiary.example',
      subject: 'Your code',
      html: '<p>123456</p>',
      source: 'cognito',
      configurationSet: 'haemdiary',
    });
    expect(mail.server().mails()[0]).toMatchObject({ source: 'cognito', html: '<p>123456</p>' });
    await expect.poll(() => mail.events.map(({ type }) => type)).toEqual(['Send', 'Delivery']);
  });
});
