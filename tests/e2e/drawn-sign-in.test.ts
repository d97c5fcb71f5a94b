import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addressOf } from '../support/e2e/call-api.ts';
import { startVisitors, type Visitors } from '../support/e2e/visitor.ts';

let visitors: Visitors;
beforeAll(async () => {
  visitors = await startVisitors();
});
afterAll(async () => visitors.close());

/** Every element in sight with its own words and its place: the same twice means that nothing moves. */
const inSight = `[...document.querySelectorAll('#app *')].map((element) => {
  const { x, y, width, height } = element.getBoundingClientRect();
  const own = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join('');
  return [element.localName, own, x, y, width, height].join(' ');
})`;

/** The site again, but only the script that runs before the page is drawn. */
async function withoutScripts(page: Page, path: string): Promise<void> {
  await page.route(/\/assets\/(?!first-paint)[^/]*\.js$/, (route) => route.abort());
  await page.goto(`${addressOf('diary')}${path}`);
}

it.for([375, 1280] as const)(
  'the sign-in is read before any script, and nothing moves then (%i)',
  async (width) => {
    const page = await visitors.visit('diary', width);
    await page.locator('#app:not([inert])').waitFor();
    const drawn = await page.evaluate(inSight);
    await withoutScripts(page, '/');
    const before = await page.evaluate(inSight);
    expect(before).toContainEqual(expect.stringMatching(/^h1 Sign in /));
    expect(before).toEqual(drawn);
    // A password is not typed into a page that can't yet send it as it should be sent.
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.localName')).toBe('body');
    await page.context().close();
  },
);

it('shows nothing of it where another page, or another language, comes first', async () => {
  const page = await visitors.visit('diary', 375, '/help');
  await withoutScripts(page, '/help');
  expect(await page.locator('h1').isVisible()).toBe(false);
  await page.evaluate(`localStorage.setItem('haemdiary-language', 'cy')`);
  await page.goto(addressOf('diary'));
  expect(await page.locator('h1').isVisible()).toBe(false);
  await page.evaluate(`localStorage.clear(); localStorage.setItem('haemdiary-diary-session', '1')`);
  await page.goto(addressOf('diary'));
  expect(await page.locator('h1').isVisible()).toBe(false);
  await page.context().close();
});
