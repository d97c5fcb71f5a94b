import { mkdirSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { signedOut } from '../support/e2e/page-lists.ts';
import { pathsOf } from '../support/e2e/route-tables.ts';
import { writeContactSheets } from './shots/contact-sheets.ts';
import { type DemoRun, demoRun } from './shots/demo-run.ts';
import { looksIn, STAFF_LOOKS } from './shots/looks.ts';
import { shootClock, shootOffline } from './shots/offline-states.ts';
import { shootPage } from './shots/page-states.ts';
import { type Photographer, photographer } from './shots/photographer.ts';
import { shootStaff } from './shots/staff-pages.ts';
import { INVITED, READER, type State, STATES } from './shots/states.ts';

/** The diary of a run of `npm start` with its demo people. */
const ADDRESS = process.env['BENCH_ADDRESS'] ?? 'http://localhost:8000';

interface Wanted {
  /** A folder outside the tree. */
  readonly into: string;
  /** Which pages and states, by their names. */
  readonly only: string;
  /** Of the diary: `en` is looked at in every theme. */
  readonly langs: readonly string[];
  /** `diary`, `centre`, `registry` */
  readonly sites: readonly string[];
}
type Missed = readonly string[];
const why = (error: unknown): string => String(error).split('\n')[0] ?? '';
const nameOf = (path: string): string =>
  path === '/' ? 'home' : path.slice(1).replaceAll('/', '-').replaceAll(':', '');

/** Entries of the diary to put into paths, read from the list on Home. */
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
  return entry === undefined ? undefined : path.replace(':month', month).replace(':id', id);
}

/** Every page of the route tables, of somebody who has recorded for a year. */
async function shootPages(camera: Photographer, wanted: RegExp, missed: string[]): Promise<void> {
  const [nobody, reader] = [await camera.open(undefined), await camera.open(READER)];
  reader.setDefaultTimeout(10_000);
  const ids = await idsOn(reader);
  for (const path of new Set(pathsOf.diary())) {
    if (!wanted.test(nameOf(path))) continue;
    const filled = fill(path, ids);
    const page = path in signedOut.diary ? nobody : reader;
    if (filled === undefined) missed.push(path);
    else
      await shootPage(camera, page, nameOf(path), filled).catch((error: unknown) =>
        missed.push(`${path}: ${why(error)}`),
      );
  }
  await nobody.context().close();
  await reader.context().close();
}

/** Every page that says something else where nothing has been recorded yet. */
async function shootEmpty(camera: Photographer, run: DemoRun, wanted: RegExp): Promise<void> {
  const page = await camera.open(await run.newcomer());
  for (const path of new Set(pathsOf.diary())) {
    const name = `${nameOf(path)}-empty`;
    if (path.includes(':') || path in signedOut.diary || !wanted.test(name)) continue;
    await camera.show(page, path);
    await camera.shoot(page, name);
  }
  await page.context().close();
}

async function shootState(camera: Photographer, page: Page, { name, path, act }: State): Promise<void> {
  // A page that is open already would keep the state before this one.
  await camera.show(page, '/nowhere');
  await camera.show(page, path);
  await act?.(page);
  await camera.shoot(page, name);
  if ((await page.locator('dialog[open]').count()) > 0) await page.keyboard.press('Escape');
}

async function shootStates(
  camera: Photographer,
  all: readonly State[],
  wanted: RegExp,
  missed: string[],
): Promise<void> {
  const states = all.filter(({ name }) => wanted.test(name));
  for (const as of new Set(states.map((state) => state.as))) {
    const page = await camera.open(as);
    page.setDefaultTimeout(10_000);
    for (const state of states.filter((one) => one.as === as))
      await shootState(camera, page, state).catch((error: unknown) =>
        missed.push(`${state.name}: ${why(error)}`),
      );
    await page.context().close();
  }
}

async function shootDiary(camera: Photographer, run: DemoRun, wanted: RegExp): Promise<Missed> {
  const missed: string[] = [];
  await shootStates(camera, INVITED, wanted, missed);
  await shootPages(camera, wanted, missed);
  await shootEmpty(camera, run, wanted).catch((error: unknown) => missed.push(`empty: ${why(error)}`));
  await shootStates(camera, STATES, wanted, missed);
  for (const [name, shoot] of Object.entries({ waiting: shootOffline, clock: shootClock }))
    if (wanted.test(name))
      await shoot(camera).catch((error: unknown) => missed.push(`${name}: ${why(error)}`));
  return missed;
}

async function print(
  browser: Browser,
  into: string,
  { site, camera, missed }: { readonly site: string; readonly camera: Photographer; readonly missed: Missed },
): Promise<void> {
  for (const [look, shots] of camera.shots) {
    const sheets = await writeContactSheets(browser, into, `${site}-${look}`, shots);
    process.stdout.write(
      `${site} ${look}: ${String(shots.length)} pictures on ${String(sheets.length)} sheets\n`,
    );
  }
  for (const note of [...camera.notes, ...missed.map((what) => `not taken: ${what}`)])
    process.stdout.write(`  ${note}\n`);
}

/**
 * Pictures of every page of the three sites and its states, in light, dark, right to left, forced colours, on a desk and on
 * the narrowest screen at twice the text, and sheets with many of them: to be looked at, which no checker does.
 */
export async function shootAll({ into, only, langs, sites }: Wanted): Promise<void> {
  mkdirSync(into, { recursive: true });
  const executablePath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';
  const camera = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];
  const args = ['--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--lang=en-GB', ...camera];
  const browser = await chromium.launch({ executablePath, args });
  const run = await demoRun(ADDRESS);
  const wanted = new RegExp(only);
  try {
    for (const lang of sites.includes('diary') ? langs : []) {
      const taker = photographer({ browser, run, site: 'diary', into, looks: looksIn(lang) });
      await print(browser, into, {
        site: 'diary',
        camera: taker,
        missed: await shootDiary(taker, run, wanted),
      });
    }
    for (const site of ['centre', 'registry'] as const) {
      if (!sites.includes(site)) continue;
      const taker = photographer({ browser, run, site, into, looks: STAFF_LOOKS });
      const missed = await shootStaff({ camera: taker, run, site, wanted });
      await print(browser, into, { site, camera: taker, missed });
    }
  } finally {
    await browser.close();
  }
}
