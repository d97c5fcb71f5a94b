import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import * as z from 'zod';
import { shoot, WIDTHS } from './visitor.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const run = `axe.run(document, ${JSON.stringify({ runOnly: TAGS, resultTypes: ['violations'] })})`;
const results = z.object({
  violations: z.array(
    z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string(), failureSummary: z.string() })) }),
  ),
});

/** What axe finds on the page as it stands, one line each; none is as it should be. */
export async function violationsOn(page: Page): Promise<string[]> {
  // Evaluated through the browser's tools, so the page's content security policy is left as it is.
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(`${axe.source};undefined`);
  const { violations } = results.parse(await page.evaluate(run));
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

/** Nothing is still on its way, and nothing failed to come. */
async function settled(page: Page): Promise<void> {
  await expect
    .poll(async () => page.locator('.waiting:visible, [aria-busy="true"]:visible').count(), {
      timeout: 45_000,
    })
    .toBe(0);
  expect(await page.locator('.notice-warning[role="alert"]:visible').count(), 'nothing failed').toBe(0);
}

/** At both widths: a picture, no sideways scroll, and nothing for axe to find. */
export async function auditPage(page: Page, name: string): Promise<void> {
  await settled(page);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await shoot(page, name);
    const beyond = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(beyond, `${name} at ${String(width)} px scrolls sideways`).toBeLessThanOrEqual(0);
    expect(await violationsOn(page), `${name} at ${String(width)} px`).toEqual([]);
  }
}
