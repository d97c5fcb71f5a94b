import { mkdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** How many A4 pages come out of the printer. */
export async function pagesOf(page: Page): Promise<number> {
  const task = getDocument({ data: new Uint8Array(await page.pdf({ format: 'A4', preferCSSPageSize: true })) });
  const { numPages } = await task.promise;
  await task.destroy();
  return numPages;
}

/** A picture of the page as it is printed, beside the other screenshots. */
export async function shootPrinted(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 720, height: 1040 });
  await mkdir('tests/e2e/shots', { recursive: true });
  await page.screenshot({ path: `tests/e2e/shots/${name}.png` });
  await page.emulateMedia({ media: 'screen' });
}
