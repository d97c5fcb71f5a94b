import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { addressOf } from './call-api.ts';
import { FLAGS } from './visitor.ts';

/** A phone: a browser whose profile stays on the disk when the browser dies. */
export interface KeptProfile {
  /** Starts the browser, with or without a network, and opens the diary. */
  readonly open: (network: 'online' | 'offline') => Promise<Page>;
  readonly setOffline: (offline: boolean) => Promise<void>;
  /** Kills the browser as a crash does: nothing is written, closed or told. */
  readonly crash: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A new phone. */
export function newProfile(): KeptProfile {
  const folder = mkdtempSync(join(tmpdir(), 'haemdiary-profile-'));
  let context: BrowserContext | undefined;
  const open = async (network: 'online' | 'offline'): Promise<Page> => {
    context = await chromium.launchPersistentContext(folder, {
      executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
      args: FLAGS,
      viewport: { width: 375, height: 812 },
      locale: 'en-GB',
      timezoneId: 'Europe/London',
      reducedMotion: 'reduce',
      isMobile: true,
      hasTouch: true,
    });
    context.setDefaultTimeout(10_000);
    await context.setOffline(network === 'offline');
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(addressOf('diary'));
    return page;
  };
  const crash = async (): Promise<void> => {
    const browser = context?.browser();
    if (browser === null || browser === undefined) throw new Error('There is no browser to crash.');
    const gone = new Promise((resolve) => browser.once('disconnected', resolve));
    const tools = await browser.newBrowserCDPSession();
    // The answer never comes: the browser is gone.
    tools.send('Browser.crash').catch(() => undefined);
    await gone;
    context = undefined;
  };
  return {
    open,
    crash,
    setOffline: async (offline) => context?.setOffline(offline),
    close: async () => {
      await context?.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
