import type { Browser, BrowserContext, Page } from 'playwright-core';

/** Bits per second and milliseconds, as Lighthouse and WebPageTest name these networks. */
export const NETWORKS = {
  'slow 4G': { latency: 150, down: 1_440_000, up: 675_000 },
  'slow 3G': { latency: 400, down: 400_000, up: 400_000 },
} as const;
export type Network = keyof typeof NETWORKS;

/** Long enough after the last one that no larger paint follows. */
const LARGEST_PAINT = `new Promise((done) => {
  let last = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) last = entry.startTime; })
    .observe({ type: 'largest-contentful-paint', buffered: true });
  setTimeout(() => done(last), 1500);
})`;

/** A phone's screen. Without the worker every request is the page's own, and so slowed with it. */
export const phone = (browser: Browser, serviceWorkers: 'allow' | 'block'): Promise<BrowserContext> =>
  browser.newContext({
    viewport: { width: 375, height: 812 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    serviceWorkers,
  });

/** Makes the page's processor slower by a factor, and its network one of a slow phone, in the browser itself. */
export async function slowDown(page: Page, processor: number, network?: Network): Promise<void> {
  const tools = await page.context().newCDPSession(page);
  if (network !== undefined) {
    await tools.send('Network.enable');
    const { latency, down, up } = NETWORKS[network];
    await tools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency,
      downloadThroughput: down / 8,
      uploadThroughput: up / 8,
    });
  }
  await tools.send('Emulation.setCPUThrottlingRate', { rate: processor });
}

/** Milliseconds from the start of the navigation to the largest paint. */
export const largestPaint = async (page: Page): Promise<number> => Number(await page.evaluate(LARGEST_PAINT));

/** Signs the demo's Robin in, and waits for the diary. */
export async function signIn(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/`);
  await page.getByRole('textbox', { name: 'Username' }).fill('robin');
  await page.getByLabel('Password (required)').fill('demo-only-password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.locator('.button-big').waitFor();
}
