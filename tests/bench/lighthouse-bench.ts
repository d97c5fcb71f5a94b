import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import type { Figure } from './figure.ts';
import { median } from './figures.ts';
import { signIn } from './slow-phone.ts';

const RUNS = 3;
const OPEN_PAGES = ['/', '/help', '/statement', '/display', '/emergency'];
const LEAST = { performance: 98, accessibility: 100, 'best-practices': 100, seo: 100 } as const;
const DEBUGGING_PORT = 9333;

/** Lighthouse's own mobile run of one page: its scores, and what it did not pass goes to the output. */
async function scoresOf(url: string, keepsSession: boolean): Promise<Record<string, number>> {
  const result = await lighthouse(url, {
    port: DEBUGGING_PORT,
    onlyCategories: Object.keys(LEAST),
    logLevel: 'error',
    disableStorageReset: keepsSession,
  });
  const failed = Object.values(result?.lhr.audits ?? {}).filter(
    ({ score, scoreDisplayMode }) => scoreDisplayMode === 'binary' && score === 0,
  );
  if (failed.length > 0) process.stdout.write(`${url}: ${failed.map(({ id }) => id).join(' ')}\n`);
  return Object.fromEntries(
    Object.keys(LEAST).map((name) => [
      name,
      Math.round((result?.lhr.categories[name]?.score ?? Number.NaN) * 100),
    ]),
  );
}

async function figuresOf(what: string, url: string, keepsSession: boolean): Promise<Figure[]> {
  const runs: Record<string, number>[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await scoresOf(url, keepsSession));
  return Object.entries(LEAST).map(([name, target]) => ({
    what: `Lighthouse mobile, ${what}: ${name}`,
    measured: median(runs.map((run) => run[name] ?? Number.NaN)),
    target,
    unit: 'of 100' as const,
    isLeast: true,
  }));
}

/** Medians of Lighthouse's scores: the pages that open without a session, then Home of who is signed in. */
export async function benchLighthouse(address: string): Promise<Figure[]> {
  const profile = mkdtempSync(join(tmpdir(), 'haemdiary-lighthouse-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${String(DEBUGGING_PORT)}`],
    locale: 'en-GB',
  });
  const figures: Figure[] = [];
  for (const path of OPEN_PAGES) figures.push(...(await figuresOf(path, `${address}${path}`, false)));
  const page = await context.newPage();
  await signIn(page, address);
  await page.waitForTimeout(2_000);
  await page.close();
  figures.push(...(await figuresOf('Home, signed in', `${address}/`, true)));
  await context.close();
  rmSync(profile, { recursive: true, force: true });
  return figures;
}
