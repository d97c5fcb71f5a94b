import { type Browser, chromium, type Page } from 'playwright-core';
import { storeOf } from '../support/e2e/device-store.ts';
import type { Figure } from './figure.ts';
import { median } from './figures.ts';
import { type SlowLink, slowLink } from './slow-link.ts';
import { largestPaint, type Network, NETWORKS, phone, signIn, slowDown } from './slow-phone.ts';

const RUNS = 5;
const ARGUMENTS = ['--no-sandbox', '--disable-gpu'];
/** Who it is, when the server last answered, and three months. */
const KEPT = 5;

const several = async (work: () => Promise<number>): Promise<number> => {
  const figures: number[] = [];
  for (let run = 0; run < RUNS; run += 1) figures.push(await work());
  return median(figures);
};

/** A first visit: nothing is cached. */
async function firstVisit(browser: Browser, address: string, network: Network): Promise<number> {
  const context = await phone(browser, 'block');
  const page = await context.newPage();
  await slowDown(page, 4, network);
  await page.goto(`${address}/`);
  await page.locator('form').waitFor();
  const ms = await largestPaint(page);
  await context.close();
  return ms;
}

interface Linked {
  readonly browser: Browser;
  readonly link: SlowLink;
}

/** A browser whose requests to the site go over a link of their own, those of its worker too. */
async function linkedBrowser(executablePath: string, address: string): Promise<Linked> {
  const { hostname, port } = new URL(address);
  const link = await slowLink(Number(port));
  const rule = `MAP ${hostname}:${port} 127.0.0.1:${String(link.port)}`;
  const browser = await chromium.launch({
    executablePath,
    args: [...ARGUMENTS, `--host-resolver-rules=${rule}`],
  });
  return { browser, link };
}

/** What this device keeps is kept after the diary was drawn, and when depends on how busy the machine is. */
async function untilKept(page: Page): Promise<void> {
  for (let tried = 0; tried < 60 && (await storeOf(page)).kept.length < KEPT; tried += 1)
    await page.waitForTimeout(250);
}

/** Home of who comes back, with the worker that keeps the site's files: everything goes over a link as slow as that. */
async function comingBack({ browser, link }: Linked, address: string, network: Network): Promise<number> {
  link.speed = undefined;
  const context = await phone(browser, 'allow');
  const first = await context.newPage();
  await signIn(first, address);
  await first.evaluate('navigator.serviceWorker.ready.then(() => true)');
  await untilKept(first);
  await first.close();
  const page = await context.newPage();
  await slowDown(page, 4);
  link.speed = NETWORKS[network];
  await page.goto(`${address}/`);
  await page.locator('.button-big').waitFor();
  const ms = await largestPaint(page);
  await context.close();
  return ms;
}

async function offlineReload(page: Page): Promise<number> {
  await page.context().setOffline(true);
  await page.reload();
  await page.locator('.button-big').waitFor();
  const ms = await largestPaint(page);
  await page.context().setOffline(false);
  return ms;
}

/** From the press to the frame after the one that has the other month in it; both months have been read. */
async function monthSwitch(page: Page): Promise<number> {
  const ms = await page.evaluate(`new Promise((done) => {
    const title = document.getElementById('month-title').textContent;
    const [back, on] = document.querySelectorAll('.month-steps button');
    const start = performance.now();
    (globalThis.wasBack ? on : back).click();
    globalThis.wasBack = !globalThis.wasBack;
    const look = () => document.getElementById('month-title').textContent === title
      ? requestAnimationFrame(look) : requestAnimationFrame(() => done(performance.now() - start));
    requestAnimationFrame(look);
  })`);
  await page.waitForTimeout(500);
  return Number(ms);
}

async function monthSwitches(page: Page): Promise<number> {
  await page.reload();
  await page.locator('.button-big').waitFor();
  await monthSwitch(page);
  await page.locator('.month[aria-busy=false]').waitFor();
  await monthSwitch(page);
  await slowDown(page, 6);
  return several(() => monthSwitch(page));
}

/** What a first visit, coming back, a visit without a connection and a month's switch cost on a slow phone; medians. */
export async function benchFirstLoad(address: string): Promise<Figure[]> {
  const executablePath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
  const linked = await linkedBrowser(executablePath, address);
  const paint = (what: string, measured: number, target: number): Figure => ({
    what,
    measured,
    target,
    unit: 'ms',
  });
  const figures = [
    paint(
      'largest paint, first visit, slow 4G',
      await several(() => firstVisit(browser, address, 'slow 4G')),
      1500,
    ),
    paint(
      'largest paint, first visit, slow 3G',
      await several(() => firstVisit(browser, address, 'slow 3G')),
      2000,
    ),
    paint(
      'largest paint, coming back to Home, slow 4G',
      await several(() => comingBack(linked, address, 'slow 4G')),
      1500,
    ),
    paint(
      'largest paint, coming back to Home, slow 3G',
      await several(() => comingBack(linked, address, 'slow 3G')),
      2000,
    ),
  ];
  const page = await (await phone(browser, 'allow')).newPage();
  await signIn(page, address);
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
  await page.reload();
  await page.locator('.button-big').waitFor();
  await page.waitForTimeout(2_000);
  figures.push(
    paint(
      'largest paint, reload of Home without a connection',
      await several(() => offlineReload(page)),
      500,
    ),
    paint('month switch, processor 6 times slower', await monthSwitches(page), 100),
  );
  await browser.close();
  await linked.browser.close();
  await linked.link.stop();
  return figures;
}
