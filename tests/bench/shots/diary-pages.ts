import type { Page } from 'playwright-core';
import { signedOut } from '../../support/e2e/page-lists.ts';
import { pathsOf } from '../../support/e2e/route-tables.ts';
import type { Camera } from './camera.ts';
import type { DemoRun } from './demo-run.ts';
import { shootClock, shootOffline } from './offline-states.ts';
import { shootPage } from './page-states.ts';
import { INVITED, READER, type State, STATES } from './states.ts';

const why = (error: unknown): string => String(error).split('\n')[0] ?? '';
const nameOf = (path: string): string =>
  path === '/' ? 'home' : path.slice(1).replaceAll('/', '-').replaceAll(':', '');

/** Entries of the diary to put into paths, read from the list on Home. */
async function idsOn(page: Page): Promise<Readonly<Record<string, string>>> {
  await page.locator('.view-choice button').nth(1).click();
  const found: Record<string, string> = {};
  // A month without a bleed sends one further back.
  for (let month = 0; month < 14 && Object.keys(found).length < 2; month += 1) {
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
async function shootPages(camera: Camera, wanted: RegExp, missed: string[]): Promise<void> {
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
async function shootEmpty(camera: Camera, run: DemoRun, wanted: RegExp): Promise<void> {
  const page = await camera.open(await run.newcomer());
  for (const path of new Set(pathsOf.diary())) {
    const name = `${nameOf(path)}-empty`;
    if (path.includes(':') || path in signedOut.diary || !wanted.test(name)) continue;
    await camera.show(page, path);
    await camera.shoot(page, name);
  }
  await page.context().close();
}

async function shootState(camera: Camera, page: Page, { name, path, act }: State): Promise<void> {
  // A page that is open already would keep the state before this one.
  await camera.show(page, '/nowhere');
  await camera.show(page, path);
  await act?.(page);
  await camera.shoot(page, name);
  if ((await page.locator('dialog[open]').count()) > 0) await page.keyboard.press('Escape');
}

async function shootStates(
  camera: Camera,
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

/** Every page of the diary and its states. What could not be looked at is told. */
export async function shootDiary(camera: Camera, run: DemoRun, wanted: RegExp): Promise<readonly string[]> {
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
