import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Shot } from './contact-sheets.ts';
import { type Look, lookAs, LOOKS } from './looks.ts';

const PASSWORD = 'demo-only-password';
const goTo = (path: string): string =>
  `history.pushState(null, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate'))`;

/** Nothing is still on its way, and fonts and sheets stand where they stay. */
async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  // Asked through the browser's tools: the page's policy lets nobody evaluate a string in it.
  await page.locator('.waiting:visible, [aria-busy="true"]:visible').first().waitFor({ state: 'hidden' });
  await page.waitForTimeout(200);
}

/** What one look has seen: what is wider than the screen is told at once, and shown. */
export interface Photographer {
  readonly open: (as: string | undefined) => Promise<Page>;
  readonly show: (page: Page, path: string) => Promise<void>;
  readonly shoot: (page: Page, name: string) => Promise<void>;
  readonly shots: ReadonlyMap<string, readonly Shot[]>;
  readonly notes: readonly string[];
}

/**
 * Takes pictures of pages in all looks of one language.
 *
 * @param into the folder for the pictures
 */
export function photographer(
  browser: Browser,
  address: string,
  into: string,
  lang: Look['lang'],
): Photographer {
  const looks = Object.entries(LOOKS).filter(([, look]) => look.lang === lang);
  const shots = new Map<string, Shot[]>();
  const notes: string[] = [];
  return {
    shots,
    notes,
    open: async (as) => {
      const context = await browser.newContext({
        viewport: { width: 375, height: 812 },
        locale: 'en-GB',
        timezoneId: 'Europe/London',
      });
      await context.addInitScript(`localStorage.setItem('haemdiary-language', '${lang}')`);
      const page = await context.newPage();
      page.on('pageerror', (error) => notes.push(`${page.url()}: ${error.message}`));
      await page.goto(`${address}/sign-in`);
      if (as === undefined) return page;
      await page.locator('#username').fill(as);
      await page.locator('#password').fill(PASSWORD);
      await page.locator('main form [type=submit]').click();
      await page.locator('.header button').waitFor();
      await settled(page);
      return page;
    },
    show: async (page, path) => {
      await page.evaluate(goTo(path));
      await settled(page);
    },
    shoot: async (page, name) => {
      await settled(page);
      for (const [look, how] of looks) {
        await lookAs(page, how);
        const file = join(into, `${name}-${look}.png`);
        const [width, height] = await page.evaluate<[number, number]>(
          '[document.documentElement.scrollWidth, document.documentElement.scrollHeight]',
        );
        if (width > how.width) notes.push(`${name} (${look}) is ${String(width - how.width)} px too wide`);
        await page.screenshot({ path: file, fullPage: true });
        shots.set(look, [...(shots.get(look) ?? []), { name, file, width: how.width, height }]);
      }
      const [, usual] = looks[0] ?? [];
      if (usual !== undefined) await lookAs(page, usual);
    },
  };
}
