// Builds the sites into web/dist and prints what a first visit of each downloads.
// Budgets (gzip) of the diary's first page: 25 kB of script, 15 kB of styles, 45 kB in all.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

/** @typedef {{ fileName: string, code?: string, source?: string | Uint8Array, type: string, isEntry?: boolean, facadeModuleId?: string | null, imports?: string[] }} Output */

const here = dirname(fileURLToPath(import.meta.url));
const asked = process.argv.slice(2);
const sites = ['diary', 'centre', 'registry'].filter(
  (site) =>
    existsSync(join(here, site, 'index.html')) &&
    existsSync(join(here, site, 'main.tsx')) &&
    (asked.length === 0 || asked.includes(site)),
);
/** What somebody who is signed in loads besides the first page. */
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
  const script = sum(closure(files, isEntry));
  const all = script + styles + page;
  const home = Object.entries(homes).find(([name]) => name === site)?.[1];
  const withHome =
    home === undefined
      ? ''
      : `; signed-in home: script ${kb(sum(closure(files, (file) => isEntry(file) || file.facadeModuleId?.endsWith(home) === true)))}`;
  console.log(
    `${site.padEnd(8)} first page (gzip): script ${kb(script)}, styles ${kb(styles)}, all ${kb(all)}${withHome}`,
  );
  over ||= site === 'diary' && (script > budget.script || styles > budget.styles || all > budget.all);
}
if (over) {
  console.error(
    'The diary’s first page is over its budget: 25 kB script, 15 kB styles, 45 kB in all (gzip).',
  );
  process.exitCode = 1;
}
