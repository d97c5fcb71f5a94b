// Builds the sites into web/dist and prints what a first visit of each downloads.
// Budgets (gzip) of the diary's first page, and of the home of who is signed in: 25 kB of script, 15 kB of styles,
// 45 kB in all.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

/** @typedef {{ fileName: string, code?: string, source?: string | Uint8Array, type: string, isEntry?: boolean, moduleIds?: string[], imports?: string[] }} Output */

const here = dirname(fileURLToPath(import.meta.url));
const asked = process.argv.slice(2);
const sites = ['diary', 'centre', 'registry'].filter(
  (site) =>
    existsSync(join(here, site, 'index.html')) &&
    existsSync(join(here, site, 'main.tsx')) &&
    (asked.length === 0 || asked.includes(site)),
);
/** The page that somebody new sees first, where it is a chunk of its own. */
const firsts = { diary: 'sign-in-page.tsx' };
/** What somebody who is signed in loads besides the entry. */
const homes = { diary: 'home-page.tsx' };
const budget = { script: 25_000, styles: 15_000, all: 45_000 };

const gzipped = (/** @type {Output} */ file) => gzipSync(file.code ?? file.source ?? '', { level: 9 }).length;
const kb = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** A chunk and everything it imports statically. */
function closure(/** @type {Output[]} */ files, /** @type {(file: Output) => boolean} */ isStart) {
  const found = new Set();
  const add = (/** @type {string} */ name) => {
    if (found.has(name)) return;
    found.add(name);
    files.find(({ fileName }) => fileName === name)?.imports?.forEach(add);
  };
  files.filter(isStart).forEach(({ fileName }) => add(fileName));
  return files.filter(({ fileName }) => found.has(fileName));
}

const sum = (/** @type {Output[]} */ files) => files.reduce((total, file) => total + gzipped(file), 0);

let over = false;
for (const site of sites) {
  const result = await build({ configFile: join(here, 'vite.config.ts'), mode: site, logLevel: 'warn' });
  const files = /** @type {Output[]} */ (
    [result].flat().flatMap((built) => ('output' in built ? built.output : []))
  );
  const styles = sum(files.filter(({ fileName }) => fileName.endsWith('.css')));
  const page = sum(files.filter(({ fileName }) => fileName === 'index.html'));
  const isEntry = (/** @type {Output} */ file) => file.isEntry === true;
  const withPage = (/** @type {string | undefined} */ chunk) =>
    sum(
      closure(
        files,
        (file) =>
          isEntry(file) ||
          (chunk !== undefined && file.moduleIds?.some((id) => id.endsWith(`/${chunk}`)) === true),
      ),
    ) + early;
  const pageOf = (/** @type {Record<string, string>} */ pages) => pages[site];
  const early = sum(files.filter(({ fileName }) => fileName.includes('first-paint')));
  const script = withPage(pageOf(firsts));
  const all = script + styles + page;
  const home = pageOf(homes);
  const homeScript = home === undefined ? 0 : withPage(home);
  const withHome = home === undefined ? '' : `; signed-in home: script ${kb(homeScript)}`;
  console.log(
    `${site.padEnd(8)} first page (gzip): script ${kb(script)}, styles ${kb(styles)}, all ${kb(all)}${withHome}`,
  );
  const mostScript = Math.max(script, homeScript);
  over ||=
    site === 'diary' &&
    (mostScript > budget.script || styles > budget.styles || mostScript + styles + page > budget.all);
}
if (over) {
  console.error(
    'The diary’s first page or its home is over its budget: 25 kB script, 15 kB styles, 45 kB in all (gzip).',
  );
  process.exitCode = 1;
}
