import { type Html, html } from './html.ts';
import { type Mail, recipients } from './mail.ts';

function page(title: string, body: Html): string {
  return html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – local mailbox</title>
        <link rel="stylesheet" href="/mailbox.css" />
        <script type="module" src="/mailbox.js"></script>
      </head>
      <body>
        <a class="skip" href="#main">Skip to the main content</a>
        <header><a href="/">Local mailbox</a></header>
        <main id="main" tabindex="-1">${body}</main>
        <footer>Mail that the local run has sent. None of it has left this machine.</footer>
      </body>
    </html>`.markup;
}

const when = (at: string): Html =>
  html`<time datetime="${at}">${at.slice(0, 19).replace('T', ' ')} UTC</time>`;

const lastEvent = ({ events: all }: Mail): string => (all.length === 0 ? '' : `, ${all.at(-1)?.type ?? ''}`);

const row = (mail: Mail): Html =>
  html`<li>
    <a href="/mail/${mail.id}">${mail.subject || '(no subject)'}</a>
    <span>To ${recipients(mail).join(', ')}</span>
    <span>${when(mail.at)}${lastEvent(mail)}</span>
  </li>`;

const listOf = (mails: Mail[]): Html =>
  mails.length === 0
    ? html`<p>No mail here yet.</p>`
    : html`<ol class="mails">
        ${mails.map(row)}
      </ol>`;

/** The list of mails, the newest first, with a search by recipient. */
export function listPage(mails: Mail[], to: string): string {
  const found = `${String(mails.length)} ${mails.length === 1 ? 'mail' : 'mails'}${to === '' ? '' : ` to “${to}”`}`;
  return page(
    'Mails',
    html`<h1>Mails</h1>
      <form method="get" action="/" role="search">
        <label for="to">Recipient</label>
        <input id="to" name="to" type="search" value="${to}" autocomplete="off" spellcheck="false" />
        <button>Search</button>
      </form>
      <p class="refresh" hidden>
        <input id="refresh" type="checkbox" checked />
        <label for="refresh">Show new mails by themselves</label>
      </p>
      <p id="news" role="status"></p>
      <section id="mails" aria-label="Results" data-newest="${mails[0]?.id}">
        <p>${found}</p>
        ${listOf(mails)}
      </section>`,
  );
}

const definition = (name: string, value: string): Html =>
  value === ''
    ? html``
    : html`<div>
        <dt>${name}</dt>
        <dd>${value}</dd>
      </div>`;

const play = (mail: Mail, what: 'bounce' | 'complaint', label: string): Html =>
  html`<form method="post" action="/mails/${mail.id}/${what}"><button>${label}</button></form>`;

function events(mail: Mail): Html {
  const list = mail.events.map(({ type, at }) => html`<li>${type}, ${when(at)}</li>`);
  const none = html`<p>This mail was sent without a configuration set, so no events are published.</p>`;
  return html`<h2>What became of it</h2>
    ${
      list.length === 0
        ? undefined
        : html`<ol>
            ${list}
          </ol>`
    }
    ${
      mail.configurationSet === undefined
        ? none
        : html`<div class="actions">
            ${play(mail, 'bounce', 'Play a bounce')} ${play(mail, 'complaint', 'Play a complaint')}
          </div>`
    }`;
}

/** One mail: where it went, its headers, its text, and its HTML in a frame that can run and load nothing. */
export function mailPage(mail: Mail): string {
  const subject = mail.subject || '(no subject)';
  return page(
    subject,
    html`<h1>${subject}</h1>
      <dl>
        ${definition('Sent', `${mail.at} by ${mail.source === 'ses' ? 'SES' : 'Cognito'}`)}
        ${definition('From', mail.from)} ${definition('To', mail.to.join(', '))}
        ${definition('Copy to', mail.cc.join(', '))} ${definition('Blind copy to', mail.bcc.join(', '))}
        ${definition('Reply to', mail.replyTo.join(', '))}
        ${definition('Configuration set', mail.configurationSet ?? '')}
        ${definition('Tags', mail.tags.map(({ name, value }) => `${name}=${value}`).join(', '))}
        ${definition('Message id', mail.id)}
      </dl>
      ${
        mail.text === undefined
          ? undefined
          : html`<h2>Text</h2>
              <pre tabindex="0" role="region" aria-label="Text of the mail">${mail.text}</pre>`
      }
      ${
        mail.html === undefined
          ? undefined
          : html`<h2>HTML</h2>
              <iframe title="HTML of the mail" sandbox="" src="/mail/${mail.id}/html"></iframe>`
      }
      <h2>Headers</h2>
      <dl>${mail.headers.map(({ name, value }) => definition(name, value))}</dl>
      ${events(mail)}`,
  );
}

/** Said when there is no such mail. */
export const missingPage = (): string =>
  page(
    'Not found',
    html`<h1>There is no such mail</h1>
      <p><a href="/">All mails</a></p>`,
  );
