import type { Page } from 'playwright-core';
import { heading } from './visitor.ts';

/** Fills in the treatment form with one vial of 1,000 IU of Elocta, for now. */
export async function fillTreatment(page: Page): Promise<void> {
  await heading(page, 'Record a treatment');
  await page.getByLabel('Product (required)').selectOption('elocta');
  await page.getByLabel('Strength (required)').selectOption('1000');
  await page.getByRole('textbox', { name: 'How many' }).fill('1');
  await page.getByRole('textbox', { name: /^Batch number/ }).fill('AB1234');
  await page.getByLabel('Why (required)').selectOption('prophylaxis');
}
