import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** The outermost fields of a form that don't match, by what they say; a box to tick inside a question is part of it. */
const silentFields = (selector: string): string => `
  [...document.querySelectorAll('main form .field')]
    .filter((field) => field.parentElement.closest('fieldset.field') === null)
    .filter((field) => !field.matches('fieldset:has(.field)') && field.querySelector(${JSON.stringify(selector)}) === null)
    .map((field) => field.textContent)`;

/** Every field of the page's forms says whether it has to be filled in and, at one press, why it is asked. */
export async function asksOpenly(page: Page): Promise<void> {
  if ((await page.locator('main form .field').count()) === 0) return;
  expect(
    await page.evaluate(silentFields('label .quiet, legend .quiet')),
    'says whether it is needed',
  ).toEqual([]);
  const toggle = page.getByRole('button', { name: 'Why do we ask this?' });
  await toggle.first().click();
  await page.locator('main form .why').first().waitFor();
  expect(await page.evaluate(silentFields('.why')), 'says why it is asked').toEqual([]);
  await toggle.first().click();
}
