import type { Browser, Page } from 'playwright-core';
import { nextCode } from '../../support/e2e/second-factor.ts';
import { type DemoRun, PASSWORD } from './demo-run.ts';
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

/** Goes through a site's pages, and does at each state what it was made for. */
export interface Camera {
  readonly open: (as: string | undefined) => Promise<Page>;
  readonly show: (page: Page, path: string) => Promise<void>;
  /** `whole`: a page as it opens, with what stands above and below every page. */
  readonly shoot: (page: Page, name: string, whole?: boolean) => Promise<void>;
  /** What went wrong in a page's scripts, and what the camera adds. */
  readonly notes: string[];
}

/** Where a camera goes, and how it looks. */
export interface Sights {
  readonly browser: Browser;
  readonly run: DemoRun;
  readonly site: 'diary' | 'centre' | 'registry';
  readonly looks: Looks;
}
/** One state in one look. */
export interface Sight {
  readonly name: string;
  readonly look: string;
  readonly whole: boolean;
}

async function newPage({ browser, run, site, looks }: Sights, note: (text: string) => void): Promise<Page> {
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

/**
 * Looks at a site's pages in all looks of one language.
 *
 * @param take is called with the page as it stands in one look
 */
export function cameraOf(sights: Sights, take: (page: Page, sight: Sight) => Promise<void>): Camera {
  const looks = Object.entries(sights.looks);
  const notes: string[] = [];
  return {
    notes,
    open: async (as) => {
      const page = await newPage(sights, (text) => notes.push(text));
      if (as !== undefined) await signIn(page, sights.run, as);
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
        await take(page, { name, look, whole });
      }
      const [, usual] = looks[0] ?? [];
      if (usual !== undefined) await lookAs(page, usual);
    },
  };
}
