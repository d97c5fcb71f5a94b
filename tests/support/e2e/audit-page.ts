import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { askAxe, EVERYTHING, EVERYTHING_AGAIN } from './ask-axe.ts';
import { shoot, WIDTHS } from './visitor.ts';

/** What axe finds on the page as it stands, one line each; none is as it should be. */
export const violationsOn = async (page: Page, what: object = EVERYTHING): Promise<string[]> =>
  (await askAxe(page, what)).map(({ rule, html, summary }) => `${rule}: ${html} ${summary}`);

/** Nothing is still on its way, and nothing failed to come. */
async function settled(page: Page): Promise<void> {
  await expect
    .poll(async () => page.locator('.waiting:visible, [aria-busy="true"]:visible').count(), {
      timeout: 45_000,
    })
    .toBe(0);
  expect(await page.locator('.notice-warning[role="alert"]:visible').count(), 'nothing failed').toBe(0);
}

const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

async function fits(page: Page, what: string): Promise<void> {
  expect(await page.evaluate(sideways), `${what} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** How a page may look without being loaded anew: pictures are taken of each where somebody asks for them. */
const LOOKS = {
  light: { colorScheme: 'light', forcedColors: 'none', dir: 'ltr' },
  dark: { colorScheme: 'dark', forcedColors: 'none', dir: 'ltr' },
  rtl: { colorScheme: 'light', forcedColors: 'none', dir: 'rtl' },
  'dark-rtl': { colorScheme: 'dark', forcedColors: 'none', dir: 'rtl' },
  forced: { colorScheme: 'light', forcedColors: 'active', dir: 'ltr' },
} as const;

async function lookAs(page: Page, look: keyof typeof LOOKS): Promise<void> {
  const { dir, ...media } = LOOKS[look];
  await page.emulateMedia(media);
  await page.evaluate(`document.documentElement.dir = '${dir}'`);
}

/** `SHOTS=1`: pictures of the page at both widths in the four looks that have to be looked at. */
async function shootAll(page: Page, name: string): Promise<void> {
  for (const look of ['light', 'dark', 'rtl', 'forced'] as const) {
    await lookAs(page, look);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await shoot(page, `${name}-${look}`);
    }
  }
}

/** On the narrowest screen at twice the text size nothing runs out of the page, whichever way it is read. */
async function reflows(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: 320, height: 900 });
  await page.evaluate("document.documentElement.dataset.text = '200'");
  try {
    for (const look of ['light', 'rtl'] as const) {
      await lookAs(page, look);
      await fits(page, `${name} at 320 px with text of 200 % (${look})`);
    }
  } finally {
    // The page is used again: its next look must not fail for this one's text.
    await page.evaluate('delete document.documentElement.dataset.text');
  }
}

/**
 * Nothing for axe to find and no sideways scroll on a phone in light and on a desk in dark. Where the site is read in
 * other languages, the desk is read from right to left, and the page has to fit 320 px at twice the text size.
 */
export async function auditPage(page: Page, name: string): Promise<void> {
  await settled(page);
  const isRead = name.startsWith('page-diary');
  for (const [width, look, asked] of [
    [WIDTHS[0], 'light', EVERYTHING],
    [WIDTHS[1], isRead ? 'dark-rtl' : 'dark', EVERYTHING_AGAIN],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await lookAs(page, look);
    const what = `${name} at ${String(width)} px (${look})`;
    await fits(page, what);
    expect(await violationsOn(page, asked), what).toEqual([]);
  }
  if (isRead) await reflows(page, name);
  if (process.env['SHOTS'] !== undefined) await shootAll(page, name);
  await lookAs(page, 'light');
}
