import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LocalMail, simpleMail, startLocalMail } from '../../support/local-mail.ts';

let mail: LocalMail;
beforeEach(async () => {
  mail = await startLocalMail();
});
afterEach(async () => {
  await mail.stop();
});

const types = () => mail.events.map(({ type }) => type);

describe('a mail sent with a configuration set', () => {
  it('publishes Send and Delivery in the documented form', async () => {
    const id = await mail.send(simpleMail('Ann <Ann@example.org>'));
    await expect.poll(types).toEqual(['Send', 'Delivery']);
    expect(mail.events[0]?.configurationSet).toBe('haemdiary');
    expect(mail.events[1]?.record).toMatchObject({
      eventType: 'Delivery',
      mail: {
        timestamp: '2026-11-22T09:00:01.000Z',
        source: 'Haemdiary <no-reply@haemdiary.example>',
        sourceArn: 'arn:aws:ses:eu-west-2:000000000000:identity/haemdiary.example',
        sendingAccountId: '000000000000',
        messageId: id,
        destination: ['ann@example.org'],
        headersTruncated: false,
        headers: [
          { name: 'From', value: 'Haemdiary <no-reply@haemdiary.example>' },
          { name: 'To', value: 'Ann <Ann@example.org>' },
          { name: 'Subject', value: 'Your invitation' },
        ],
        commonHeaders: { subject: 'Your invitation', to: ['Ann <Ann@example.org>'] },
        tags: {
          outbox: ['out-1'],
          'ses:configuration-set': ['haemdiary'],
          'ses:from-domain': ['haemdiary.example'],
        },
      },
      delivery: { timestamp: '2026-11-22T09:00:03.000Z', recipients: ['ann@example.org'] },
    });
  });

  it('publishes a bounce that is played, traceable by message id and tag', async () => {
    const id = await mail.send({});
    await expect.poll(types).toEqual(['Send', 'Delivery']);
    expect(await mail.server().bounce(id)).toBe('published');
    expect(mail.events.at(-1)).toMatchObject({
      type: 'Bounce',
      configurationSet: 'haemdiary',
      record: {
        eventType: 'Bounce',
        mail: { messageId: id, tags: { outbox: ['out-1'] } },
        bounce: {
          bounceType: 'Permanent',
          bounceSubType: 'General',
          bouncedRecipients: [
            {
              emailAddress: 'ann@example.org',
              action: 'failed',
              status: '5.1.1',
              diagnosticCode: 'smtp; 550 5.1.1 user unknown',
            },
          ],
        },
      },
    });
    expect(
      mail
        .server()
        .mails()[0]
        ?.events.map(({ type }) => type),
    ).toEqual(['Send', 'Delivery', 'Bounce']);
  });

  it('publishes a complaint that is played', async () => {
    const id = await mail.send({});
    await expect.poll(types).toEqual(['Send', 'Delivery']);
    expect(await mail.server().complain(id)).toBe('published');
    expect(mail.events.at(-1)?.record).toMatchObject({
      eventType: 'Complaint',
      complaint: {
        complainedRecipients: [{ emailAddress: 'ann@example.org' }],
        complaintFeedbackType: 'abuse',
      },
    });
  });

  it.each([
    ['success', ['Send', 'Delivery']],
    ['ooto', ['Send', 'Delivery']],
    ['bounce', ['Send', 'Bounce']],
    ['complaint', ['Send', 'Delivery', 'Complaint']],
    ['suppressionlist', ['Send', 'Bounce']],
  ])('to the simulator address %s plays what it stands for, with a label too', async (name, expected) => {
    await mail.send(simpleMail(`${name}@simulator.amazonses.com`));
    await expect.poll(types).toEqual(expected);
    await mail.send(simpleMail(`${name}+label1@simulator.amazonses.com`));
    await expect.poll(types).toEqual([...expected, ...expected]);
  });

  it('is kept when nobody takes its events, and the failure is told', async () => {
    mail.taker.take = () => Promise.reject(new Error('the topic is gone'));
    const id = await mail.send({});
    await expect.poll(() => mail.faults.join()).toContain('the topic is gone');
    expect(mail.server().mails()[0]?.id).toBe(id);
  });
});

describe('a mail sent without one', () => {
  it('publishes nothing, as in SES', async () => {
    const id = await mail.send({ ConfigurationSetName: undefined });
    expect(await mail.server().bounce(id)).toBe('no-configuration-set');
    expect(mail.events).toEqual([]);
  });
});

it('a bounce of a mail that is not there is told so', async () => {
  expect(await mail.server().bounce('nothing')).toBe('not-found');
});
