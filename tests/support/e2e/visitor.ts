import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Audience } from '#contracts/route.ts';
import { root } from '../../../infra/setup/root.mjs';
import { addressOf } from './call-api.ts';
import type { Person } from './people.ts';
import { nextCode } from './second-factor.ts';
import { sharedRun } from './shared-run.ts';

/** A phone and a desk, in CSS pixels. */
export const WIDTHS = [375, 1280] as const;
export type Width = (typeof WIDTHS)[number];

export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=en-GB',
];
/** A machine shared with others may need long for what takes a moment. */
const PATIENCE_MS = 45_000;

export interface Visitors {
  /** Opens a site in a browser profile of its own. */
  readonly visit: (site: Audience, width: Width, path?: string) => Promise<Page>;
  /** Errors of the console, of scripts and of the content security policy, of all pages since the last call. */
  readonly complaints: () => readonly string[];
  /** Refusals that the test asks for, e.g. 404: the browser notes each on its console. */
  readonly expectRefusals: (...statuses: readonly number[]) => void;
  readonly close: () => Promise<void>;
}

const MESSAGE = /Failed to load resource: the server responded with a status of (\d{3})/;

/** The console tells of most violations of the content security policy; this tells of every one, in the policy's own words. */
const NOTE_VIOLATIONS = `addEventListener('securitypolicyviolation', (event) =>
  noteViolation(location.href + ': against ' + event.effectiveDirective + ': ' + event.blockedURI + ' ' + event.sample))`;

/** What the pages asked for, beside the logs: addresses are looked through for what is private when the run ends. */
const noteAddress = (address: string): void => {
  appendFileSync(join(sharedRun().data, 'logs', 'browser-addresses.log'), `${address}\n`);
};

/**
 * One Chromium for a file; each visit is a person of its own.
 *
 * @param more flags of Chromium, for example a camera
 */
export async function startVisitors(more: readonly string[] = []): Promise<Visitors> {
  const executablePath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';
  const browser: Browser = await chromium.launch({ executablePath, args: [...FLAGS, ...more] });
  let heard: string[] = [];
  let expected: readonly number[] = [];
  const visit = async (site: Audience, width: Width, path = '/'): Promise<Page> => {
    const context = await browser.newContext({
      viewport: { width, height: width === 375 ? 812 : 900 },
      locale: 'en-GB',
      timezoneId: 'Europe/London',
      acceptDownloads: true,
      reducedMotion: 'reduce',
      ...(width === 375 ? { isMobile: true, hasTouch: true } : {}),
    });
    context.setDefaultTimeout(PATIENCE_MS);
    await context.exposeFunction('noteViolation', (what: string) => heard.push(what));
    await context.addInitScript(NOTE_VIOLATIONS);
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') return;
      const status = MESSAGE.exec(message.text())?.[1];
      if (status !== undefined && expected.includes(Number(status))) return;
      heard.push(`${page.url()}: ${message.text()} ${message.location().url}`);
    });
    page.on('request', (request) => {
      noteAddress(request.url());
    });
    page.on('pageerror', (error) => heard.push(`${page.url()}: ${error.message}`));
    await page.goto(`${addressOf(site)}${path}`);
    return page;
  };
  return {
    visit,
    complaints: () => {
      const all = heard;
      heard = [];
      expected = [];
      return all;
    },
    expectRefusals: (...statuses) => {
      expected = statuses;
    },
    close: () => browser.close(),
  };
}

/**
 * Signs in on the page that is open, with the second factor where the person has one. The first time in a pool that
 * asks for one, its set-up follows, which is the caller's.
 */
export async function signIn(
  page: Page,
  person: Pick<Person, 'username' | 'password' | 'secret'>,
  { isFirst = false } = {},
): Promise<void> {
  await page.getByRole('textbox', { name: 'Username' }).fill(person.username);
  await page.getByLabel('Password (required)').fill(person.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  if (person.secret !== undefined) {
    await page.getByRole('textbox', { name: '6-digit code' }).fill(await nextCode(person.secret));
    await page.getByRole('button', { name: 'Sign in' }).click();
  }
  if (isFirst) return;
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
}

/** Opens a site and signs in. */
export async function visitAs(visitors: Visitors, person: Person, width: Width, path = '/'): Promise<Page> {
  const page = await visitors.visit(person.site, width, path);
  await signIn(page, person);
  return page;
}

/** To another page without loading the document again, as links do. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate(
    `history.pushState(null, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate'))`,
  );
}

/** Waits for the page's heading. */
export const heading = async (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('heading', { level: 1, name }).waitFor();

const SHOTS = join(root, 'tests', 'e2e', 'shots');

/** `SHOTS=1`: a picture of the whole page, for people to look at: `tests/e2e/shots/NAME-WIDTH.png`. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (process.env['SHOTS'] === undefined) return;
  mkdirSync(SHOTS, { recursive: true });
  const width = page.viewportSize()?.width ?? 0;
  await page.screenshot({ path: join(SHOTS, `${name}-${String(width)}.png`), fullPage: true });
}
