import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { AUDIENCES, type Audience } from '#contracts/route.ts';
import { fillPath } from '../support/e2e/fill-path.ts';
import { FIELDS, makeMarkedWorld, marked, type MarkedWorld } from '../support/e2e/marked-world.ts';
import { signedIn } from '../support/e2e/page-lists.ts';
import { goTo, heading, startVisitors, visitAs, type Visitors } from '../support/e2e/visitor.ts';

let visitors: Visitors;
let world: MarkedWorld;
beforeAll(async () => {
  visitors = await startVisitors();
  world = await makeMarkedWorld();
}, 300_000);
afterEach(() => {
  expect(visitors.complaints()).toEqual([]);
});
afterAll(async () => visitors.close());

const seen = z.object({ elements: z.number(), title: z.string(), beyond: z.number(), text: z.string() });

/** Everything a page says once it has come and all of it is unfolded: its words, and what stands in its fields. */
const LOOK = `(() => ({
  elements: document.querySelectorAll('b-x, main script, img[src="x"]').length,
  title: document.title,
  beyond: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  text: [document.body.innerText, ...[...document.querySelectorAll('input, textarea')].map(({ value }) => value),
    ...[...document.querySelectorAll('[aria-label]')].map((one) => one.getAttribute('aria-label'))].join('\\n'),
}))()`;

const settled = async (page: Page): Promise<void> => {
  await page.locator('main h1').first().waitFor();
  await expect
    .poll(() => page.locator('.waiting:visible, [aria-busy="true"]:visible').count(), { timeout: 45_000 })
    .toBe(0);
};

const lookAt = async (page: Page, path: string): Promise<z.infer<typeof seen>> => {
  await goTo(page, path);
  await settled(page);
  await page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true })");
  await settled(page);
  return seen.parse(await page.evaluate(LOOK));
};

describe('markup in every text', () => {
  const texts: string[] = [];

  it.each(AUDIENCES)(
    'stays text on every page of the %s site, and the page stays whole',
    async (site: Audience) => {
      const page = await visitAs(visitors, world.people[site], 375);
      await settled(page);
      for (const path of Object.keys(signedIn[site])) {
        const { elements, title, beyond, text } = await lookAt(page, fillPath(path, world.ids));
        texts.push(text);
        expect([path, elements, beyond > 0, title.includes('ran')]).toEqual([path, 0, false, false]);
      }
      await page.context().close();
    },
  );

  it('is shown as it was typed: no field is left out and none is changed', () => {
    const all = texts.join('\n');
    const missing = Object.entries(FIELDS).filter(([, mark]) => !all.includes(marked(mark)));
    expect(missing).toEqual([]);
  });

  it('stays text in a privacy statement too', async () => {
    const page = await visitors.visit('diary', 1280, '/sign-in');
    const sections = [{ heading: marked('HEADING'), paragraphs: [marked('PARAGRAPH')] }];
    const statement = { version: 99, publishedOn: '2026-11-22', changes: marked('CHANGES'), sections };
    await page.route('**/v1/statement', (route) => route.fulfill({ json: statement }));
    const { elements, text } = await lookAt(page, '/statement');
    expect(elements).toBe(0);
    for (const mark of ['HEADING', 'PARAGRAPH']) expect(text).toContain(marked(mark));
    await page.context().close();
  });
});

describe('the policy of the sites', () => {
  let page: Page;
  beforeAll(async () => {
    page = await visitors.visit('diary', 1280, '/emergency');
    await heading(page, 'Emergency numbers');
  });

  it.each([
    [
      'markup written into the page',
      "document.querySelector('main').innerHTML = '<b-x>'",
      'require-trusted-types-for',
    ],
    [
      'a script of its own making',
      "document.createElement('script').text = '1'",
      'require-trusted-types-for',
    ],
    ['a policy of another name', "trustedTypes.createPolicy('other', {})", 'trusted-types'],
    ['code made of text', "setTimeout('1')", 'require-trusted-types-for'],
    ['a picture from elsewhere', "new Image().src = 'https://example.org/x.png'", 'img-src'],
    ['a request to elsewhere', "void fetch('https://example.org/').catch(() => undefined)", 'connect-src'],
    [
      'a style of its own',
      "document.head.append(Object.assign(document.createElement('style'), { textContent: 'b{}' }))",
      'style-src',
    ],
  ])('stops %s, and the journeys would hear of it', async (_what, script, directive) => {
    expect(visitors.complaints()).toEqual([]);
    await page.evaluate(script).catch(() => undefined);
    const heard: string[] = [];
    await expect
      .poll(
        () =>
          heard.push(...visitors.complaints()) > 0 &&
          heard.some((line) => line.includes(`against ${directive}`)),
      )
      .toBe(true);
    visitors.complaints();
  });
});
