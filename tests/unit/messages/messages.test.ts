import { describe, expect, it } from 'vitest';
import { reminderPeriod } from '#domain/reminders/reminder-period.ts';
import { SITE_OF, type MessageKey } from '#messages/message.ts';
import { localeFor, messageKey, messages, writeMail } from '#messages/messages.ts';

const keys = Object.keys(SITE_OF) as MessageKey[];
const values = { site: 'https://site.example', code: 'ABCD-EFGH-JKMN' };
/** What would tell somebody who looks over a shoulder. */
const TELLING =
  /ha?emo|haem|bleed|blood|factor|dose|infusion|treatment|patient|clinic|hospital|disorder|medicine/i;

const TELLING_ELSEWHERE: Readonly<Record<string, RegExp>> = {
  cy: /gwaed|waed|ffactor|dos\b|triniaeth|driniaeth|claf|glaf|cleifion|clinig|ysbyty|meddyginiaeth/i,
  ar: /نزف|نزيف|هيموفيليا|دم\b|عامل|جرعة|علاج|مريض|مستشفى|عيادة|دواء/u,
};

describe.each(Object.keys(messages))('every message in %s', (locale) => {
  it.each(keys)('%s gives nothing away and says what to do', (key) => {
    const mail = writeMail(locale, key, values);
    const all = `${mail.subject} ${mail.text} ${mail.html}`;
    expect(all).not.toMatch(TELLING);
    expect(all).not.toMatch(TELLING_ELSEWHERE[locale] ?? TELLING);
    expect(mail.subject.length).toBeGreaterThan(4);
    expect(mail.subject.length).toBeLessThan(50);
    expect(mail.text).not.toMatch(/[<>]|undefined/);
    expect(mail.html).toContain(`lang="${locale}"`);
    expect(mail.html).not.toMatch(/<(?:img|script|link)|undefined/);
  });

  it.each(keys.filter((key) => key.startsWith('invitation')))('%s leads to its code behind the #', (key) => {
    const { text, html } = writeMail(locale, key, values);
    expect(text).toContain('https://site.example/accept#ABCD-EFGH-JKMN');
    expect(html).toContain('href="https://site.example/accept#ABCD-EFGH-JKMN"');
  });

  it.each(keys.filter((key) => !key.startsWith('invitation') && !key.endsWith('-code')))(
    '%s leads to signing in',
    (key) => {
      expect(writeMail(locale, key, values).text).toContain('https://site.example/sign-in');
    },
  );
});

it.each(Object.keys(messages))('the code of an address leads to its page behind the #, in %s', (locale) => {
  const { text, html } = writeMail(locale, 'address-code', values);
  expect(text).toContain('https://site.example/address#ABCD-EFGH-JKMN');
  expect(html).toContain('href="https://site.example/address#ABCD-EFGH-JKMN"');
});

describe.each(Object.keys(messages))('a reminder in %s', (locale) => {
  it.each(['reminder-1', 'reminder-2', 'reminder-3', 'plan-reminder', 'plan-and-stock'] as const)(
    '%s also leads to saying that there was nothing to record, for the period it is about and nothing of the person',
    (key) => {
      const mail = writeMail(locale, key, { ...values, period: 'month' });
      expect(mail.text).toContain('https://site.example/confirm?period=month\n');
      expect(mail.html).toContain('href="https://site.example/confirm?period=month"');
    },
  );

  it('that was queued before links had a period asks about a week', () => {
    expect(writeMail(locale, 'reminder-2', values).text).toContain('/confirm?period=week\n');
  });

  it('about the stock asks nothing about days', () => {
    expect(writeMail(locale, 'stock-notice', values).text).not.toContain('/confirm');
  });
});

it('a reminder asks about the shortest period that reaches the first day nothing accounts for', () => {
  const asked = (through: string | undefined) => reminderPeriod(through, '2026-11-22');
  expect([asked('2026-11-22'), asked('2026-11-21'), asked('2026-11-20'), asked('2026-11-15')]).toEqual([
    'day',
    'day',
    'week',
    'week',
  ]);
  expect([asked('2026-11-14'), asked(undefined)]).toEqual(['month', 'month']);
});

it('values cannot become HTML', () => {
  expect(writeMail('en', 'reset-code', { ...values, code: '<b>3</b>' }).html).toContain(
    '&lt;b&gt;3&lt;/b&gt;',
  );
});

it('the centre’s digest is a whole sentence with what its outbox item holds: the site and nothing else', () => {
  const { text } = writeMail('en', 'lapsed-digest', { site: 'https://site.example' });
  expect(text).toContain('There is something new on your centre’s worklist.');
});

it('a language that is not there falls back to English', () => {
  expect([localeFor('en-GB'), localeFor('xx'), localeFor(undefined)]).toEqual(['en', 'en', 'en']);
});

it('only names of the catalogue are messages', () => {
  expect(messageKey('reminder-1')).toBe('reminder-1');
  expect(messageKey('toString')).toBeUndefined();
});
