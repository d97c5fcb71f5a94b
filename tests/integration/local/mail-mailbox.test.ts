import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LocalMail, simpleMail, startLocalMail } from '../../support/local-mail.ts';

let mail: LocalMail;
beforeEach(async () => {
  mail = await startLocalMail();
});
afterEach(async () => {
  await mail.stop();
});

const get = (path: string, init: RequestInit = {}) =>
  fetch(`${mail.server().mailboxUrl}${path}`, { redirect: 'manual', ...init });
const page = async (path: string) => (await get(path)).text();

const hostile = '<img src=x onerror=alert(1)>';

describe('the mailbox page', () => {
  it('lists mails newest first and searches by recipient', async () => {
    await mail.send(simpleMail('ann@example.org', 'first'));
    await mail.send(simpleMail('bob@example.org', 'second'));
    const all = await page('/');
    expect(all.indexOf('second')).toBeLessThan(all.indexOf('first'));
    const ann = await page('/?to=ann');
    expect(ann).toContain('1 mail to “ann”');
    expect(ann).not.toContain('bob@example.org');
    expect(await page('/?to=nobody')).toContain('No mail here yet.');
  });

  it('shows nothing of a mail as markup of its own', async () => {
    const id = await mail.send(simpleMail('ann@example.org', hostile));
    for (const path of ['/', `/mail/${id}`, `/?to=${encodeURIComponent(`"${hostile}`)}`]) {
      const text = await page(path);
      expect(text).toContain('&lt;img');
      expect(text).not.toContain('<img');
    }
  });

  it('shows the HTML in a sandboxed frame that may run and load nothing', async () => {
    const id = await mail.send({
      Content: { Simple: { Subject: { Data: 'x' }, Body: { Html: { Data: '<script>alert(1)</script>' } } } },
    });
    expect(await page(`/mail/${id}`)).toContain(
      `<iframe title="HTML of the mail" sandbox="" src="/mail/${id}/html"></iframe>`,
    );
    const frame = await get(`/mail/${id}/html`);
    expect(await frame.text()).toBe('<script>alert(1)</script>');
    const policy = frame.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^sandbox; default-src 'none';/u);
    expect(policy).not.toContain('script-src');
  });

  it('has a policy without anything inline, on every answer', async () => {
    for (const path of ['/', '/mail/none', '/mails', '/mailbox.js', '/mailbox.css']) {
      const answer = await get(path);
      expect(answer.headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; script-src 'self';/u,
      );
      expect(answer.headers.get('content-security-policy')).not.toContain('unsafe');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('plays a bounce by its button and comes back to the mail', async () => {
    const id = await mail.send({});
    await expect.poll(() => mail.events.length).toBe(2);
    const answer = await get(`/mails/${id}/bounce`, {
      method: 'POST',
      headers: { accept: 'text/html', 'sec-fetch-site': 'same-origin' },
    });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/mail/${id}`]);
    expect(mail.events.at(-1)?.type).toBe('Bounce');
    expect(await page(`/mail/${id}`)).toContain('Bounce');
  });

  it('answers 404 for a mail that is not there', async () => {
    expect((await get('/mail/none')).status).toBe(404);
    expect((await get('/mail/none/html')).status).toBe(404);
  });
});

describe('the mailbox for tests', () => {
  it('answers mails as JSON, all or those to an address, and one by its id', async () => {
    const id = await mail.send(simpleMail('ann@example.org', 'first'));
    await mail.send(simpleMail('bob@example.org', 'second'));
    const list: unknown = await (await get('/mails?to=ann@example.org')).json();
    expect(list).toEqual([expect.objectContaining({ id, subject: 'first', text: 'Hello' })]);
    expect(await (await get(`/mails/${id}`)).json()).toMatchObject({ id });
    expect((await get('/mails/none')).status).toBe(404);
  });

  it('plays a complaint and says when there is nothing to publish', async () => {
    const id = await mail.send({});
    const silent = await mail.send({ ConfigurationSetName: undefined });
    const play = (of: string) => get(`/mails/${of}/complaint`, { method: 'POST' });
    expect(await (await play(id)).json()).toEqual({ played: 'published' });
    expect((await play(silent)).status).toBe(409);
    expect((await play('none')).status).toBe(404);
  });
});

describe('a page elsewhere', () => {
  it('cannot post to the mailbox', async () => {
    const id = await mail.send({});
    const answer = await get(`/mails/${id}/bounce`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(answer.status).toBe(403);
  });

  it('cannot read mails through a name that points to this machine', async () => {
    const { hostname, port } = new URL(mail.server().mailboxUrl);
    const status = await new Promise((resolve, reject) => {
      request({ hostname, port, path: '/mails', headers: { host: 'evil.example' } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
  });
});
