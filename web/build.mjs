// Builds the sites into web/dist and prints what a first visit of each downloads.
// Budgets (gzip): the diary's first load at most 25 kB of script, 15 kB of styles, 45 kB in all.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
const asked = process.argv.slice(2);
const sites = ['diary', 'centre', 'registry'].filter(
  (site) => existsSync(join(here, site, 'index.html')) && (asked.length === 0 || asked.includes(site)),
);
const budgets = { diary: { script: 25_000, styles: 15_000, all: 45_000 } };
const gzipped = (/** @type {string} */ file) => gzipSync(readFileSync(file), { level: 9 }).length;

/** Script, styles and everything that a first visit downloads: what index.html names. */
function firstVisit(/** @type {string} */ site) {
  const folder = join(here, 'dist', site);
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? '');
  const sum = (/** @type {string} */ end) =>
    named.filter((name) => name.endsWith(end)).reduce((total, name) => total + gzipped(join(folder, name)), 0);
  const script = sum('.js');
  const styles = sum('.css');
  return { script, styles, all: script + styles + gzipped(join(folder, 'index.html')) };
}

let over = false;
for (const site of sites) {
  await build({ configFile: join(here, 'vite.config.ts'), mode: site, logLevel: 'warn' });
  const { script, styles, all } = firstVisit(site);
  const kb = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`;
  console.log(`${site.padEnd(8)} first load, gzip: script ${kb(script)}, styles ${kb(styles)}, all ${kb(all)}`);
  const budget = Object.entries(budgets).find(([name]) => name === site)?.[1];
  over ||= budget !== undefined && (script > budget.script || styles > budget.styles || all > budget.all);
}
if (over) {
  console.error('The diary’s first load is over its budget (25 kB script, 15 kB styles, 45 kB in all).');
  process.exitCode = 1;
}
