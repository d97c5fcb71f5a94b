import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { step } from './progress.mjs';
import { root } from './root.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const debianPackages = ['chromium', 'fonts-liberation', 'fonts-noto-core'];

const runs = (/** @type {string} */ file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/**
 * The browser this machine already has: CHROME_PATH, else one on the PATH, else in its usual place.
 * @returns {string | undefined}
 */
export function findBrowser() {
  const asked = process.env['CHROME_PATH'];
  if (asked) {
    if (runs(asked)) return asked;
    throw new Error(`CHROME_PATH names ${asked}, which cannot be run.`);
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...elsewhere].find(runs);
}

const onDebianAsRoot = () =>
  process.getuid?.() === 0 &&
  existsSync('/etc/os-release') &&
  // Only Debian itself: on Ubuntu the package of this name is a stub for a snap.
  /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));

/** The file Playwright's own Chromium has or would have. */
const playwrightFile = (/** @type {string} */ node) =>
  spawnSync(node, ['-p', 'require("playwright-core").chromium.executablePath()'], {
    cwd: root,
    encoding: 'utf8',
  }).stdout.trim();

/**
 * Makes sure the browser tests have a browser, and returns its file.
 * @param {string} node the pinned Node's file
 * @returns {Promise<string>}
 */
export async function ensureBrowser(node) {
  const found = findBrowser();
  if (found) return found;
  if (onDebianAsRoot()) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await step('Reading Debian’s package lists', 'apt-get', ['update', '-q'], env);
    const install = ['install', '-y', '-q', '--no-install-recommends', ...debianPackages];
    await step(`Installing Debian’s ${debianPackages.join(', ')} (once)`, 'apt-get', install, env);
    const installed = findBrowser();
    if (installed) return installed;
  }
  const own = playwrightFile(node);
  if (runs(own)) return own;
  const cli = join(root, 'node_modules', 'playwright-core', 'cli.js');
  try {
    await step('Fetching Playwright’s own Chromium (once)', node, [cli, 'install', 'chromium']);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The browser tests need Chromium or Chrome. Install one, or set CHROME_PATH to it; the other kinds run without ` +
        `(npm test -- unit).\n${why}`,
    );
  }
  return own;
}
