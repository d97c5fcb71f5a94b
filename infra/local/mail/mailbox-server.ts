import { readFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Mail } from './mail.ts';
import type { MailStore } from './mail-store.ts';
import { listPage, mailPage, missingPage } from './pages.ts';

// Nothing inline, nothing from elsewhere; the frame with a mail's HTML has the stricter policy below.
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const MAIL_POLICY =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

const ASSETS: Readonly<Record<string, { type: string; body: Buffer }>> = {
  '/mailbox.css': { type: 'text/css', body: readFileSync(new URL('mailbox.css', import.meta.url)) },
  '/mailbox.js': { type: 'text/javascript', body: readFileSync(new URL('mailbox.js', import.meta.url)) },
};

export type Played = 'published' | 'no-configuration-set' | 'not-found';

export interface Mailbox {
  store: MailStore;
  bounce: (id: string) => Promise<Played>;
  complain: (id: string) => Promise<Played>;
}

interface Answer {
  status: number;
  type: string;
  body: string | Buffer;
  policy?: string;
  location?: string;
}

const page = (body: string, status = 200): Answer => ({ status, type: 'text/html', body });
const json = (value: unknown, status = 200): Answer => ({
  status,
  type: 'application/json',
  body: JSON.stringify(value),
});
const missing = (): Answer => json({ message: 'There is no such mail' }, 404);

function look(store: MailStore, { pathname, searchParams }: URL): Answer {
  const to = searchParams.get('to') ?? '';
  if (pathname === '/') return page(listPage(store.list(to), to));
  if (pathname === '/mails') return json(store.list(to));
  if (pathname === '/newest') return json({ id: store.list(to)[0]?.id ?? '' });
  // Browsers ask for one by themselves; a 404 would stand in every console.
  if (pathname === '/favicon.ico') return { status: 204, type: 'image/x-icon', body: '' };
  const asset = ASSETS[pathname];
  if (asset) return { status: 200, ...asset };
  const [, kind, id = '', part] = /^\/(mails?)\/([^/]+)(\/html)?$/u.exec(pathname) ?? [];
  const mail: Mail | undefined = store.find(id);
  if (kind === 'mails') return mail && part === undefined ? json(mail) : missing();
  if (!mail) return page(missingPage(), 404);
  if (part === undefined) return page(mailPage(mail));
  return { status: 200, type: 'text/html', body: mail.html ?? '', policy: MAIL_POLICY };
}

async function play(mailbox: Mailbox, pathname: string, wantsPage: boolean): Promise<Answer> {
  const [, id = '', what] = /^\/mails\/([^/]+)\/(bounce|complaint)$/u.exec(pathname) ?? [];
  if (what === undefined) return missing();
  const played = await (what === 'bounce' ? mailbox.bounce(id) : mailbox.complain(id));
  if (played === 'not-found') return missing();
  if (wantsPage) return { status: 303, type: 'text/plain', body: '', location: `/mail/${id}` };
  return json({ played }, played === 'published' ? 200 : 409);
}

// A page elsewhere could otherwise read mails through a name that points here, or post a form to this port.
function foreign(request: IncomingMessage): boolean {
  const host = (request.headers.host ?? '').replace(/:\d+$/u, '');
  const site = request.headers['sec-fetch-site'] ?? 'none';
  const elsewhere = request.method === 'POST' && !['none', 'same-origin'].includes(site);
  return !['localhost', '127.0.0.1', '[::1]'].includes(host) || elsewhere;
}

function send(response: ServerResponse, { status, type, body, policy, location }: Answer): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'content-security-policy': policy ?? PAGE_POLICY,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    ...(location !== undefined && { location }),
  });
  response.end(body);
}

/** Serves the mailbox: pages for people, JSON (`/mails?to=`, `/mails/{id}`) for tests. */
export function answerMailbox(mailbox: Mailbox, log: (line: string) => void): RequestListener {
  const answer = async (request: IncomingMessage): Promise<Answer> => {
    if (foreign(request)) return json({ message: 'Forbidden' }, 403);
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (request.method === 'GET') return look(mailbox.store, url);
    if (request.method !== 'POST') return json({ message: 'Method not allowed' }, 405);
    return play(mailbox, url.pathname, (request.headers.accept ?? '').includes('text/html'));
  };
  return (request, response) => {
    answer(request)
      .catch((error: unknown): Answer => {
        log(`mailbox: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        return json({ message: 'Internal error' }, 500);
      })
      .then((found) => {
        send(response, found);
      }, log);
  };
}
