import { mkdirSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { pathsOf } from '../support/e2e/route-tables.ts';
import { writeContactSheets } from './shots/contact-sheets.ts';
import { shootOffline } from './shots/offline-states.ts';
import { type Photographer, photographer } from './shots/photographer.ts';
import { READER, type State, STATES } from './shots/states.ts';

/** A run of `npm start` with its demo people. */
const ADDRESS = process.env['BENCH_ADDRESS'] ?? 'http://localhost:8000';

const LANGS = ['en', 'ar'] as const;

const nameOf = (path: string): string =>
  path === '/' ? 'home' : path.slice(1).replaceAll('/', '-').replaceAll(':', '');

/** Entries of the diary to put into paths, read from the list on Home; a path that needs another id is told. */
async function idsOn(page: Page): Promise<Readonly<Record<string, string>>> {
  await page.locator('.view-choice button').nth(1).click();
  const found: Record<string, string> = {};
  // A month without a bleed sends one further back.
  for (let month = 0; month < 6 && Object.keys(found).length < 2; month += 1) {
    await page.locator('.month-list, .empty').first().waitFor();
    for (const kind of ['treatments', 'bleeds']) {
      const link = page.locator(`main a[href^="/${kind}/"]`).first();
      if (found[kind] === undefined && (await link.count()) > 0)
        found[kind] = (await link.getAttribute('href'))?.slice(kind.length + 2) ?? '';
    }
    await page.locator('.month-steps button').first().click();
    await page.waitForTimeout(500);
  }
  await page.locator('.view-choice button').first().click();
  return found;
}

function fill(path: string, ids: Readonly<Record<string, string>>): string | undefined {
  if (!path.includes(':')) return path;
  const entry = path.startsWith('/bleeds') ? ids['bleeds'] : ids['treatments'];
  const [month = '', id = ''] = entry?.split('/') ?? [];
  const filled = path.replace(':month', month).replace(':id', id);
  return filled.includes(':') || entry === undefined ? undefined : filled;
}

async function shootPages(camera: Photographer, wanted: RegExp): Promise<string[]> {
  const skipped: string[] = [];
  const [nobody, reader] = [await camera.open(undefined), await camera.open(READER)];
  const ids = await idsOn(reader);
  const isOpen = ['/statement', '/emergency', '/display', '/help', '/reset', '/accept', '/sign-in'];
  for (const path of new Set(pathsOf.diary())) {
    const filled = fill(path, ids);
    if (filled === undefined) skipped.push(path);
    else if (wanted.test(nameOf(path))) {
      const page = isOpen.includes(path) ? nobody : reader;
      await camera.show(page, filled);
      await camera.shoot(page, nameOf(path));
    }
  }
  await nobody.context().close();
  await reader.context().close();
  return skipped;
}

async function shootState(camera: Photographer, page: Page, { name, path, act }: State): Promise<void> {
  // A page that is open already would keep the state before this one.
  await camera.show(page, '/nowhere');
  await camera.show(page, path);
  await act?.(page);
  await camera.shoot(page, name);
  if ((await page.locator('dialog[open]').count()) > 0) await page.keyboard.press('Escape');
}

async function shootStates(camera: Photographer, wanted: RegExp): Promise<string[]> {
  const failed: string[] = [];
  const states = STATES.filter(({ name }) => wanted.test(name));
  for (const as of new Set(states.map((state) => state.as))) {
    const page = await camera.open(as);
    page.setDefaultTimeout(10_000);
    for (const state of states.filter((one) => one.as === as)) {
      try {
        await shootState(camera, page, state);
      } catch (error) {
        failed.push(`${state.name}: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''}`);
      }
    }
    await page.context().close();
  }
  return failed;
}

async function shootLanguage(
  browser: Browser,
  into: string,
  lang: 'en' | 'ar',
  wanted: RegExp,
): Promise<void> {
  const camera = photographer(browser, ADDRESS, into, lang);
  const missed = [...(await shootPages(camera, wanted)), ...(await shootStates(camera, wanted))];
  if (wanted.test('offline')) {
    const page = await camera.open('robin');
    await shootOffline(
      page,
      (path) => camera.show(page, path),
      (name) => camera.shoot(page, name),
    ).catch((error: unknown) => missed.push(`offline: ${String(error).split('\n')[0] ?? ''}`));
    await page.context().close();
  }
  for (const [look, shots] of camera.shots) {
    const sheets = await writeContactSheets(browser, into, look, shots);
    process.stdout.write(`${look}: ${String(shots.length)} pictures on ${String(sheets.length)} sheets\n`);
  }
  for (const note of [...camera.notes, ...missed.map((what) => `not taken: ${what}`)])
    process.stdout.write(`  ${note}\n`);
}

/**
 * Pictures of every page of the diary and its states, in light, dark, right to left, forced colours, on a desk and on the
 * narrowest screen at twice the text, and sheets with many of them: to be looked at, which no checker does.
 *
 * @param into a folder outside the tree
 * @param only which pages and states, by their names
 * @param langs `en` is looked at in every theme, `ar` from right to left
 */
export async function shootAll(into: string, only: string, langs: readonly string[]): Promise<void> {
  mkdirSync(into, { recursive: true });
  const executablePath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--lang=en-GB'],
  });
  const wanted = new RegExp(only);
  try {
    for (const lang of LANGS.filter((one) => langs.includes(one)))
      await shootLanguage(browser, into, lang, wanted);
  } finally {
    await browser.close();
  }
}
