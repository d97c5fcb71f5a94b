import axe from 'axe-core';
import type { Page } from 'playwright-core';
import * as z from 'zod';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
export const EVERYTHING = { runOnly: TAGS };
/** The second time on the same document: everything but the one rule that reads its style sheet, which looks do not change. */
export const EVERYTHING_AGAIN = { runOnly: TAGS, preload: false };

const results = z.object({
  violations: z.array(
    z.object({
      id: z.string(),
      nodes: z.array(
        z.object({ html: z.string(), failureSummary: z.string(), target: z.array(z.unknown()) }),
      ),
    }),
  ),
});

/** One element that breaks one rule. */
export interface Violation {
  readonly rule: string;
  /** A selector of the element. */
  readonly target: string;
  readonly html: string;
  readonly summary: string;
}

/** What axe finds on the page as it stands; nothing is as it should be. */
export async function askAxe(page: Page, what: object): Promise<readonly Violation[]> {
  // Evaluated through the browser's tools, so the page's content security policy is left as it is.
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(`${axe.source};undefined`);
  const options = JSON.stringify({ ...what, resultTypes: ['violations'] });
  const { violations } = results.parse(await page.evaluate(`axe.run(document, ${options})`));
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary, target }) => ({
      rule: id,
      target: target.flat().join(' '),
      html,
      summary: failureSummary,
    })),
  );
}
