import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { drawPdf } from '../support/pdf/draw-pdf.ts';
import { fixed, printTable } from './figures.ts';

const INTO = '.local/prints';

interface Printed {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** As many as are designed. */
  readonly pages?: number;
  /** Pixels of a page that are not on the paper. */
  readonly lost?: number;
}

/** By how many pixels a page of the forms asks for more than its paper has, and loses its end. */
const cutOff = async (page: Page): Promise<number> => {
  await page.emulateMedia({ media: 'print' });
  // The width of A4 between the margins, at 96 pixels an inch.
  await page.setViewportSize({ width: 718, height: 1043 });
  const lost = await page.evaluate<number>(
    `Math.max(0, ...[...document.querySelectorAll('.paper-page')].map((one) => one.scrollHeight - one.clientHeight))`,
  );
  await page.emulateMedia({ media: null });
  await page.setViewportSize({ width: 1280, height: 720 });
  return lost;
};

const printed = async (page: Page, name: string, pages?: number): Promise<Printed> => ({
  name,
  bytes: await page.pdf({ format: 'A4', preferCSSPageSize: true }),
  lost: await cutOff(page),
  ...(pages === undefined ? {} : { pages }),
});

/** By ids and values: the words are in the language that is printed. */
const signIn = async (page: Page, address: string): Promise<void> => {
  await page.goto(`${address}/sign-in`);
  await page.locator('#username').fill('robin');
  await page.locator('#password').fill('demo-only-password');
  await page.locator('main form [type=submit]').click();
  await page.locator('.header button').waitFor();
  // The month brings the centre’s numbers, which forms and card say; its acts come with it.
  await page.locator('.home-acts .button').first().waitFor();
};

const summary = async (page: Page, address: string): Promise<Printed> => {
  await page.goto(`${address}/export`);
  await page.locator('input[name="format"][value="pdf"]').check();
  await page.locator('main form [type=submit]').click();
  const downloading = page.waitForEvent('download');
  await page.locator('main .panel button').click();
  const bytes = await readFile(await (await downloading).path());
  return { name: 'clinic-summary', bytes, pages: 1 };
};

const forms = async (page: Page, address: string): Promise<Printed[]> => {
  await page.goto(`${address}/paper`);
  const pages = page.locator('.paper-page');
  await pages.first().waitFor();
  const all: Printed[] = [];
  for (const weeks of [1, 4, 26]) {
    await page.locator('#weeks').fill(String(weeks));
    await pages.nth(weeks - 1).waitFor({ state: 'attached' });
    await pages.nth(weeks).waitFor({ state: 'detached' });
    all.push(await printed(page, `forms-${String(weeks)}-weeks`, weeks));
  }
  await page.locator('#weeks').fill('1');
  await page.locator('#blank').check();
  await pages.nth(1).waitFor({ state: 'detached' });
  all.push(await printed(page, 'form-blank', 1));
  return all;
};

const card = async (page: Page, address: string): Promise<Printed[]> => {
  await page.goto(`${address}/card`);
  // Until the diary has been read, it says only what the device keeps.
  await page.locator('.emergency-card dd').nth(4).waitFor();
  const small = await printed(page, 'card-credit-card', 1);
  await page.locator('input[name="size"][value="page"]').check();
  return [small, await printed(page, 'card-a4', 1)];
};

const statement = async (page: Page, address: string): Promise<Printed[]> => {
  await page.goto(`${address}/statement`);
  const all: Printed[] = [];
  for (const shape of ['usual', 'easy', 'large']) {
    await page.locator(`input[name="shape"][value="${shape}"]`).check();
    all.push(await printed(page, `statement-${shape}`));
  }
  return all;
};

/** Everything of one language. The summary is for the centre, and in English whatever is spoken. */
const inLanguage = async (browser: Browser, address: string, lang: string): Promise<Printed[]> => {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London' });
  await context.addInitScript(`localStorage.setItem('haemdiary-language', '${lang}')`);
  const page = await context.newPage();
  await signIn(page, address);
  const all = [
    ...(lang === 'en' ? [await summary(page, address)] : []),
    ...(await forms(page, address)),
    ...(await card(page, address)),
    ...(await statement(page, address)),
  ];
  await context.close();
  return all.map((one) => (lang === 'en' ? one : { ...one, name: `${one.name}-${lang}` }));
};

const keep = async (
  browser: Browser,
  into: string,
  { name, bytes, pages, lost = 0 }: Printed,
): Promise<string[]> => {
  const images = await drawPdf(browser, bytes);
  writeFileSync(join(into, `${name}.pdf`), bytes);
  images.forEach((image, place) => {
    writeFileSync(join(into, `${name}-${String(place + 1)}.png`), image);
  });
  if ((pages !== undefined && images.length !== pages) || lost > 0) process.exitCode = 1;
  return [
    name,
    String(images.length),
    pages === undefined ? '' : String(pages),
    String(lost),
    fixed(bytes.length / 1000, 0),
  ];
};

/**
 * Everything that is made for paper, printed by Chromium or made by the API, and drawn page by page for somebody to look
 * at. Fails where something has not as many pages as it is designed to have, or where a page loses its end.
 *
 * @param address of a diary with the demo's people
 * @param into folder of the files
 * @param langs those that the forms, the card and the statement's page are printed in
 */
export async function benchPrints(
  address: string,
  into = INTO,
  langs: readonly string[] = ['en', 'cy', 'ar'],
): Promise<void> {
  const executablePath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  mkdirSync(into, { recursive: true });
  const rows: string[][] = [];
  for (const lang of langs)
    for (const one of await inLanguage(browser, address, lang)) rows.push(await keep(browser, into, one));
  await browser.close();
  printTable(`Prints, in ${into}`, ['', 'pages', 'designed', 'px cut off', 'kB'], rows);
}
