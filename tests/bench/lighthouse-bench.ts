import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { printTable } from './figures.ts';

const ADDRESS = process.env['BENCH_ADDRESS'] ?? 'http://localhost:8000';
const PATHS = ['/', '/help', '/statement', '/display', '/emergency'];
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const DEBUGGING_PORT = 9333;

/** Lighthouse's own mobile figures of the pages that open without a session; 98 and 100, 100, 100 are asked for. */
export async function benchLighthouse(): Promise<void> {
  const executablePath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${String(DEBUGGING_PORT)}`],
  });
  const rows: string[][] = [];
  for (const path of PATHS) {
    const result = await lighthouse(`${ADDRESS}${path}`, {
      port: DEBUGGING_PORT,
      onlyCategories: CATEGORIES,
      logLevel: 'error',
    });
    const scores = CATEGORIES.map((name) =>
      String(Math.round((result?.lhr.categories[name]?.score ?? Number.NaN) * 100)),
    );
    const failed = Object.values(result?.lhr.audits ?? {}).filter(
      ({ score, scoreDisplayMode }) => scoreDisplayMode === 'binary' && score === 0,
    );
    rows.push([path, ...scores, failed.map(({ id }) => id).join(' ')]);
  }
  await browser.close();
  printTable(`Lighthouse, mobile, ${ADDRESS}`, ['page', ...CATEGORIES, 'not passed'], rows);
}
