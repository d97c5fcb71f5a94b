import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';

const HOST = 'http://pdf.invalid';
const reader = fileURLToPath(import.meta.resolve('unpdf/pdfjs'));

/** Draws each page on a canvas twice as large as the paper is at 72 dots an inch. */
const PAGE = `<!doctype html><script type="module">
import * as pdf from '/pdfjs.mjs';
const data = new Uint8Array(await (await fetch('/file.pdf')).arrayBuffer());
const file = await pdf.getDocument({ data, useSystemFonts: true, isEvalSupported: false }).promise;
const drawn = [];
for (let number = 1; number <= file.numPages; number += 1) {
  const page = await file.getPage(number);
  const viewport = page.getViewport({ scale: 2 });
  const canvas = document.createElement('canvas');
  canvas.width = viewport.width;
  canvas.height = viewport.height;
  await page.render({ canvas, canvasContext: canvas.getContext('2d'), viewport }).promise;
  drawn.push(canvas.toDataURL('image/png').split(',')[1]);
}
globalThis.drawn = drawn;
</script>`;

/** The pages of a PDF as PNG images, drawn by another library than the one that made it. */
export async function drawPdf(browser: Browser, bytes: Uint8Array): Promise<Buffer[]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route(`${HOST}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/pdfjs.mjs')
      await route.fulfill({ contentType: 'text/javascript', body: await readFile(reader, 'utf8') });
    else if (pathname === '/file.pdf') await route.fulfill({ body: Buffer.from(bytes) });
    else await route.fulfill({ contentType: 'text/html', body: PAGE });
  });
  await page.goto(`${HOST}/`);
  await page.waitForFunction('globalThis.drawn !== undefined');
  const drawn: unknown = await page.evaluate('globalThis.drawn');
  await context.close();
  if (!Array.isArray(drawn)) throw new Error('Nothing was drawn.');
  return drawn.map((image) => Buffer.from(String(image), 'base64'));
}
