import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { fixed, median, printTable } from './figures.ts';

/** A run of `npm start` with its demo people; what it serves is what is measured. */
const ADDRESS = process.env['BENCH_ADDRESS'] ?? 'http://localhost:8000';
const RUNS = 3;

/** Bits per second and milliseconds, as Lighthouse and WebPageTest name these networks. */
const NETWORKS = {
  'slow 4G': { latency: 150, downloadThroughput: 1_440_000 / 8, uploadThroughput: 675_000 / 8 },
  'slow 3G': { latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 },
} as const;

const LCP = `new Promise((done) => {
  let last = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) last = entry.startTime; })
    .observe({ type: 'largest-contentful-paint', buffered: true });
  setTimeout(() => done(last), 1500);
})`;

async function slowed(page: Page, network: keyof typeof NETWORKS): Promise<void> {
  const tools = await page.context().newCDPSession(page);
  await tools.send('Network.enable');
  await tools.send('Network.emulateNetworkConditions', { offline: false, ...NETWORKS[network] });
  await tools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

const newContext = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ viewport: { width: 375, height: 812 }, locale: 'en-GB', timezoneId: 'Europe/London' });

/** Milliseconds to the largest paint of a first visit: nothing is cached. */
async function firstVisit(browser: Browser, network: keyof typeof NETWORKS): Promise<number> {
  const context = await newContext(browser);
  const page = await context.newPage();
  await slowed(page, network);
  await page.goto(`${ADDRESS}/`);
  await page.locator('form').waitFor();
  const ms = Number(await page.evaluate(LCP));
  await context.close();
  return ms;
}

async function signedIn(browser: Browser): Promise<Page> {
  const context = await newContext(browser);
  const page = await context.newPage();
  await page.goto(`${ADDRESS}/`);
  await page.getByRole('textbox', { name: 'Username' }).fill('robin');
  await page.getByLabel('Password', { exact: true }).fill('demo-only-password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.locator('table').waitFor();
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
  await page.reload();
  await page.locator('table').waitFor();
  return page;
}

async function offlineReload(page: Page): Promise<number> {
  await page.context().setOffline(true);
  await page.reload();
  await page.locator('h1').waitFor();
  const ms = Number(await page.evaluate(LCP));
  await page.context().setOffline(false);
  return ms;
}

/** From the press to the next frame with the other month in it, on a processor six times as slow. */
async function monthSwitch(page: Page): Promise<number> {
  await page.reload();
  await page.locator('table').waitFor();
  const back = page.getByRole('button', { name: 'Previous month' });
  const on = page.getByRole('button', { name: 'Next month' });
  // Both months are held after the first time.
  await back.click();
  await page.locator('table').waitFor();
  await on.click();
  const tools = await page.context().newCDPSession(page);
  await tools.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  const ms = await page.evaluate(`new Promise((done) => {
    const title = document.getElementById('month-title').textContent;
    const start = performance.now();
    document.querySelector('.month-steps button').click();
    const look = () => document.getElementById('month-title').textContent === title
      ? requestAnimationFrame(look) : requestAnimationFrame(() => done(performance.now() - start));
    requestAnimationFrame(look);
  })`);
  await tools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return Number(ms);
}

const several = async (work: () => Promise<number>): Promise<number> => {
  const figures: number[] = [];
  for (let run = 0; run < RUNS; run += 1) figures.push(await work());
  return median(figures);
};

/** What a first visit, a visit without a connection and a month's switch cost on a slow phone. */
export async function benchFirstLoad(): Promise<void> {
  const executablePath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const fast = await several(() => firstVisit(browser, 'slow 4G'));
  const slow = await several(() => firstVisit(browser, 'slow 3G'));
  const page = await signedIn(browser);
  const offline = await several(() => offlineReload(page));
  const switching = await several(() => monthSwitch(page));
  await browser.close();
  printTable(
    `The diary at ${ADDRESS}, median of ${String(RUNS)}`,
    ['what', 'ms', 'target'],
    [
      ['largest paint, first visit, slow 4G, processor 4× slower', fixed(fast, 0), '1500'],
      ['largest paint, first visit, slow 3G, processor 4× slower', fixed(slow, 0), '2000'],
      ['largest paint, reload without a connection', fixed(offline, 0), '500'],
      ['month switch, processor 6× slower', fixed(switching, 0), '100'],
    ],
  );
}
