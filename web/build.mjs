// Builds the sites into web/dist and prints what a first visit of each downloads. What the diary's first pages may weigh
// is a test of its own (tests/unit/web/first-load.test.ts).
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildSite } from './build-site.ts';
import { weigh, weighDiary } from './weigh.ts';

const asked = process.argv.slice(2);
const sites = ['diary', 'centre', 'registry'].filter(
  (site) =>
    existsSync(join(import.meta.dirname, site, 'main.tsx')) && (asked.length === 0 || asked.includes(site)),
);
const kb = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const words = (/** @type {import('./weigh.ts').Weight} */ { script, styles, all }) =>
  `script ${kb(script)}, styles ${kb(styles)}, all ${kb(all)}`;

for (const site of sites) {
  const files = await buildSite(site);
  if (site === 'diary') {
    const { signIn, home, later } = weighDiary(files);
    console.log(`diary    first page (gzip): ${words(signIn)}`);
    console.log(`         signed-in home:    ${words(home)}; then script ${kb(later)}`);
  } else console.log(`${site.padEnd(8)} first page (gzip): ${words(weigh(files))}`);
}
