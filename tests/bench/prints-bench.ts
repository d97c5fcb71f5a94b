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
}

const printed = async (page: Page, name: string, pages?: number): Promise<Printed> => ({
  name,
  bytes: await page.pdf({ format: 'A4', preferCSSPageSize: true }),
  ...(pages === undefined ? {} : { pages }),
});

/** By ids and values: the words are in the language that is printed. */
const signIn = async (page: Page, address: string): Promise<void> => {
  await page.goto(`${address}/sign-in`);
  await page.locator('#username').fill('robin');
  await page.locator('#password').fill('demo-only-password');
  await page.locator('main form [type=submit]').click();
  await page.locator('.header button').waitFor();
  // The month brings the centre’s numbers, which forms and card say.
  await page.locator('table').first().waitFor();
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
  await page.locator('.emergency-card dd').nth(1).waitFor();
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

const keep = async (browser: Browser, into: string, { name, bytes, pages }: Printed): Promise<string[]> => {
  const images = await drawPdf(browser, bytes);
  writeFileSync(join(into, `${name}.pdf`), bytes);
  images.forEach((image, place) => {
    writeFileSync(join(into, `${name}-${String(place + 1)}.png`), image);
  });
  if (pages !== undefined && images.length !== pages) process.exitCode = 1;
  return [
    name,
    String(images.length),
    pages === undefined ? '' : String(pages),
    fixed(bytes.length / 1000, 0),
  ];
};

/**
 * Everything that is made for paper, printed by Chromium or made by the API, and drawn page by page for somebody to look
 * at. Fails where something has not as many pages as it is designed to have.
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
  printTable(`Prints, in ${into}`, ['', 'pages', 'designed', 'kB'], rows);
}
