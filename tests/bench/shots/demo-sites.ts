import { type Browser, chromium } from 'playwright-core';
import type { Camera } from './camera.ts';
import { type DemoRun, demoRun } from './demo-run.ts';
import { shootDiary } from './diary-pages.ts';
import { shootStaff } from './staff-pages.ts';

/** The diary of a run of `npm start` with its demo people. */
const ADDRESS = process.env['BENCH_ADDRESS'] ?? 'http://localhost:8000';
const SITES = ['diary', 'centre', 'registry'] as const;
export type Site = (typeof SITES)[number];

interface Stage {
  readonly browser: Browser;
  readonly run: DemoRun;
  readonly site: Site;
}

/**
 * Opens a browser for the sites of a run that is up, one after the other.
 *
 * @param asked which of the three
 */
export async function onDemoSites(
  asked: readonly string[],
  work: (stage: Stage) => Promise<void>,
): Promise<void> {
  const executablePath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';
  const camera = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];
  const args = ['--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--lang=en-GB', ...camera];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const run = await demoRun(ADDRESS);
    for (const site of SITES) if (asked.includes(site)) await work({ browser, run, site });
  } finally {
    await browser.close();
  }
}

interface Walk {
  readonly camera: Camera;
  readonly run: DemoRun;
  readonly site: Site;
  /** Which pages and states, by their names. */
  readonly wanted: RegExp;
}

/**
 * Every page of a site and every state of it.
 *
 * @returns what could not be reached, and why
 */
export const walkSite = ({ camera, run, site, wanted }: Walk): Promise<readonly string[]> =>
  site === 'diary' ? shootDiary(camera, run, wanted) : shootStaff({ camera, run, site, wanted });
