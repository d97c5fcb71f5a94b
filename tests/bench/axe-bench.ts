import { askAxe, EVERYTHING, EVERYTHING_AGAIN, type Violation } from '../support/e2e/ask-axe.ts';
import { cameraOf, type Sight, type Sights } from './shots/camera.ts';
import { onDemoSites, walkSite } from './shots/demo-sites.ts';
import { looksForAxe } from './shots/looks.ts';

interface Wanted {
  /** Which pages and states, by their names. */
  readonly only: string;
  /** `diary`, `centre`, `registry` */
  readonly sites: readonly string[];
}

/** What was asked in one walk through a site, and what came of it. */
interface Asked {
  readonly pages: Set<string>;
  readonly states: Set<string>;
  looks: number;
  wrong: number;
}

const told = ({ name, look }: Sight, { rule, target, html, summary }: Violation): string =>
  `  ${name} (${look}): ${rule} at ${target}\n    ${html}\n    ${summary.replaceAll(/\s*\n\s*/g, ' ')}\n`;

/** One walk: axe at every state in each of the looks; a violation is told at once. */
async function ask(sights: Sights, wanted: RegExp, asked: Asked): Promise<void> {
  const [first] = Object.keys(sights.looks);
  const camera = cameraOf(sights, async (page, sight) => {
    const found = await askAxe(page, sight.look === first ? EVERYTHING : EVERYTHING_AGAIN);
    asked.looks += 1;
    asked.wrong += found.length;
    asked.states.add(sight.name);
    if (sight.whole) asked.pages.add(sight.name);
    for (const violation of found) process.stdout.write(told(sight, violation));
  });
  const missed = await walkSite({ camera, run: sights.run, site: sights.site, wanted });
  asked.wrong += missed.length;
  for (const note of [...missed.map((what) => `not asked: ${what}`), ...camera.notes])
    process.stdout.write(`  ${note}\n`);
}

/**
 * Asks axe about every page of the three sites and its states, light and dark, left to right and right to left: all
 * rules of the five WCAG tags and the best practice.
 *
 * @returns how many violations there are, and states that could not be asked about
 */
export async function benchAxe({ only, sites }: Wanted): Promise<number> {
  let wrong = 0;
  await onDemoSites(sites, async ({ browser, run, site }) => {
    const asked: Asked = { pages: new Set(), states: new Set(), looks: 0, wrong: 0 };
    for (const looks of looksForAxe(site)) await ask({ browser, run, site, looks }, new RegExp(only), asked);
    const counts = [asked.pages.size, asked.states.size, asked.looks, asked.wrong].map(String);
    process.stdout.write(
      `${site}: ${counts[0] ?? ''} pages in ${counts[1] ?? ''} states, ${counts[2] ?? ''} looks, ${counts[3] ?? ''} violations\n`,
    );
    wrong += asked.wrong;
  });
  return wrong;
}
