import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import * as z from 'zod';

/** A heading and the page take the focus without a ring, because nobody acts on them; a place of the body is drawn thicker. */
const ASK = `(() => {
  const on = document.activeElement;
  const style = getComputedStyle(on);
  const box = on.getBoundingClientRect();
  return {
    tag: on.tagName,
    id: on.id,
    name: (on.getAttribute('aria-label') ?? (on.labels?.[0] ?? on).textContent ?? '').trim().replaceAll(/\\s+/g, ' '),
    inDialog: on.closest('dialog') !== null,
    isShown: style.outlineStyle !== 'none' || style.boxShadow !== 'none' || on.matches('h1, main, .body-choice'),
    isInSight: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
})()`;
const focused = z.object({
  tag: z.string(),
  id: z.string(),
  name: z.string(),
  inDialog: z.boolean(),
  isShown: z.boolean(),
  isInSight: z.boolean(),
});
type Focused = z.infer<typeof focused>;

/** Whether the focus is inside the open sheet, or on the browser's own bar, where Tab goes from its last control. */
export async function isKeptInside(page: Page): Promise<boolean> {
  const { inDialog, tag } = focused.parse(await page.evaluate(ASK));
  return inDialog || tag === 'BODY';
}

/** What has the focus; it is on something, shows, and is in sight. */
export async function focusOn(page: Page): Promise<Focused> {
  const on = focused.parse(await page.evaluate(ASK));
  expect(on.tag, 'the focus is lost').not.toBe('BODY');
  expect(on, `the focus does not show on ${on.tag} ${on.name.slice(0, 40)}`).toMatchObject({
    isShown: true,
    isInSight: true,
  });
  return on;
}

/** A page longer than this has no keyboard order to speak of. */
const MOST = 120;

/** Goes on with one key until the focus is on what is named; looks at every stop. */
export async function keyTo(page: Page, name: RegExp, key = 'Tab'): Promise<Focused> {
  const passed: string[] = [];
  for (let stop = 0; stop < MOST; stop += 1) {
    await page.keyboard.press(key);
    const on = await focusOn(page);
    if (name.test(on.name)) return on;
    passed.push(on.name.slice(0, 30));
  }
  throw new Error(`No ${String(name)} among ${passed.join(' | ')}`);
}
