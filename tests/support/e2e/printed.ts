import { mkdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';

/** Of a page's dictionary in a PDF; the tree of pages says `/Pages`. */
const PAGE = /\/Type\s*\/Page\b/gu;

/** How many A4 pages come out of the printer. */
export async function pagesOf(page: Page): Promise<number> {
  const printed = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  return printed.toString('latin1').match(PAGE)?.length ?? 0;
}

/** A picture of the page as it is printed, beside the other screenshots. */
export async function shootPrinted(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 720, height: 1040 });
  await mkdir('tests/e2e/shots', { recursive: true });
  await page.screenshot({ path: `tests/e2e/shots/${name}.png` });
  // As the browser has it: a medium that is told stays told, and would be printed in.
  await page.emulateMedia({ media: null });
}
