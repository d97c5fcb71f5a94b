import { mkdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { writeContactSheets } from './shots/contact-sheets.ts';
import { onDemoSites, type Site, walkSite } from './shots/demo-sites.ts';
import { looksIn, STAFF_LOOKS } from './shots/looks.ts';
import { type Photographer, photographer } from './shots/photographer.ts';

interface Wanted {
  /** A folder outside the tree. */
  readonly into: string;
  /** Which pages and states, by their names. */
  readonly only: string;
  /** Of the diary: `en` is looked at in every theme. */
  readonly langs: readonly string[];
  /** `diary`, `centre`, `registry` */
  readonly sites: readonly string[];
}

interface Taken {
  readonly site: Site;
  readonly camera: Photographer;
  readonly missed: readonly string[];
}

async function print(browser: Browser, into: string, { site, camera, missed }: Taken): Promise<void> {
  for (const [look, shots] of camera.shots) {
    const sheets = await writeContactSheets(browser, into, `${site}-${look}`, shots);
    process.stdout.write(
      `${site} ${look}: ${String(shots.length)} pictures on ${String(sheets.length)} sheets\n`,
    );
  }
  for (const note of [...camera.notes, ...missed.map((what) => `not taken: ${what}`)])
    process.stdout.write(`  ${note}\n`);
}

/**
 * Pictures of every page of the three sites and its states, in light, dark, right to left, forced colours, on a desk and on
 * the narrowest screen at twice the text, and sheets with many of them: to be looked at, which no checker does.
 */
export async function shootAll({ into, only, langs, sites }: Wanted): Promise<void> {
  mkdirSync(into, { recursive: true });
  const wanted = new RegExp(only);
  await onDemoSites(sites, async ({ browser, run, site }) => {
    for (const looks of site === 'diary' ? langs.map(looksIn) : [STAFF_LOOKS]) {
      const camera = photographer({ browser, run, site, looks }, into);
      await print(browser, into, { site, camera, missed: await walkSite({ camera, run, site, wanted }) });
    }
  });
}
