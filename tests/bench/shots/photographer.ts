import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { nextCode } from '../../support/e2e/second-factor.ts';
import type { Shot } from './contact-sheets.ts';
import { type DemoRun, PASSWORD } from './demo-run.ts';
import { flawsOn } from './flaws-on.ts';
import { type Looks, lookAs } from './looks.ts';

const goTo = (path: string): string =>
  `history.pushState(null, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate'))`;

/** Nothing is still on its way, and fonts and sheets stand where they stay. */
async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  // Asked through the browser's tools: the page's policy lets nobody evaluate a string in it.
  await page.locator('.waiting:visible, [aria-busy="true"]:visible').first().waitFor({ state: 'hidden' });
  await page.waitForTimeout(150);
}

/** What one look has seen: what a machine finds wrong with it is told at once, and shown. */
export interface Photographer {
  readonly open: (as: string | undefined) => Promise<Page>;
  readonly show: (page: Page, path: string) => Promise<void>;
  /** `whole`: a page as it opens, with what stands above and below every page. */
  readonly shoot: (page: Page, name: string, whole?: boolean) => Promise<void>;
  readonly shots: ReadonlyMap<string, readonly Shot[]>;
  readonly notes: readonly string[];
}

interface Given {
  readonly browser: Browser;
  readonly run: DemoRun;
  readonly site: 'diary' | 'centre' | 'registry';
  /** The folder for the pictures. */
  readonly into: string;
  readonly looks: Looks;
}

async function newPage({ browser, run, site, looks }: Given, note: (text: string) => void): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 375, height: 667 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  const lang = Object.values(looks)[0]?.lang ?? 'en';
  await context.addInitScript(`localStorage.setItem('haemdiary-language', '${lang}')`);
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    note(`${page.url()}: ${error.message}`);
  });
  await page.goto(`${run.addressOf(site)}/sign-in`);
  return page;
}

async function signIn(page: Page, run: DemoRun, as: string): Promise<void> {
  await page.locator('#username').fill(as);
  await page.locator('#password').fill(PASSWORD);
  await page.locator('main form [type=submit]').click();
  const secret = run.secretOf(as);
  if (secret !== undefined) {
    await page.locator('#code').fill(await nextCode(secret));
    await page.locator('main form [type=submit]').click();
  }
  await page.locator('.header button').waitFor();
  await settled(page);
}

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** What belongs to this page alone; a sheet covers it, and is the picture then. */
async function boxOf(page: Page, width: number, whole: boolean): Promise<Box> {
  const [height, top, bottom] = await page.evaluate<[number, number, number]>(
    `(() => {
      const box = document.querySelector('main').getBoundingClientRect();
      const last = [...document.querySelectorAll('main > *')].at(-1).getBoundingClientRect();
      return [document.documentElement.scrollHeight, box.top + scrollY, Math.min(box.bottom, last.bottom + 24) + scrollY];
    })()`,
  );
  if (whole || (await page.locator('dialog[open]').count()) > 0) return { x: 0, y: 0, width, height };
  return { x: 0, y: Math.max(0, top), width, height: Math.max(40, Math.ceil(bottom - top)) };
}

/** Takes pictures of a site's pages in all looks of one language. */
export function photographer(given: Given): Photographer {
  const { run, into } = given;
  const looks = Object.entries(given.looks);
  const shots = new Map<string, Shot[]>();
  const notes: string[] = [];
  return {
    shots,
    notes,
    open: async (as) => {
      const page = await newPage(given, (text) => notes.push(text));
      if (as !== undefined) await signIn(page, run, as);
      return page;
    },
    show: async (page, path) => {
      await page.evaluate(goTo(path));
      await settled(page);
    },
    shoot: async (page, name, whole = false) => {
      await settled(page);
      for (const [look, how] of looks) {
        if (how.pagesOnly === true && !whole) continue;
        await lookAs(page, how);
        const file = join(into, `${name}-${look}.png`);
        // Colours change no size.
        if (how.scheme === 'light' && how.forced === 'none')
          notes.push(...(await flawsOn(page, how)).map((flaw) => `${name} (${look}): ${flaw}`));
        const clip = await boxOf(page, how.width, whole);
        await page.screenshot({ path: file, fullPage: true, clip });
        shots.set(look, [...(shots.get(look) ?? []), { name, file, width: how.width, height: clip.height }]);
      }
      const [, usual] = looks[0] ?? [];
      if (usual !== undefined) await lookAs(page, usual);
    },
  };
}
