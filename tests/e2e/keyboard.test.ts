import type { Page } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callApi, newId } from '../support/e2e/call-api.ts';
import { focusOn, isKeptInside, keyTo } from '../support/e2e/keyboard.ts';
import type { Person } from '../support/e2e/people.ts';
import { treatmentNow } from '../support/e2e/treatment-now.ts';
import { heading, startVisitors, type Visitors } from '../support/e2e/visitor.ts';
import { newCarer, newCentre, newPatient, today } from '../support/e2e/world.ts';

const daysAgo = (days: number): string => Temporal.PlainDate.from(today()).subtract({ days }).toString();

let visitors: Visitors;
let carer: Person;
let page: Page;

beforeAll(async () => {
  visitors = await startVisitors();
  const centre = await newCentre();
  const child = await newPatient(centre, { givenName: 'Robin' });
  await callApi('centre', `PUT /v1/centre/patients/${child.id}/treatments/${newId()}`, {
    token: centre.dataManager.token,
    // Not of today, so that nothing is asked when it is repeated.
    body: { ...treatmentNow(), when: { local: `${daysAgo(3)}T07:30`, zone: 'Europe/London' } },
  });
  carer = await newCarer(centre, child);
  page = await visitors.visit('diary', 1280, '/sign-in');
}, 120_000);
afterAll(async () => {
  expect(visitors.complaints()).toEqual([]);
  await visitors.close();
});

const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};
/** In a list of choices, by the first letters of one. */
const chooseIn = async (name: RegExp, choice: string): Promise<void> => {
  await keyTo(page, name);
  await page.keyboard.type(choice);
};
const day = async (): Promise<string> => (await focusOn(page)).id.replace('day-', '');

describe('with the keys alone somebody', () => {
  it('skips what stands before the page, and signs in', async () => {
    await heading(page, 'Sign in');
    await keyTo(page, /^Skip to the page/);
    await press('Enter');
    expect((await focusOn(page)).id).toBe('page');
    await keyTo(page, /^Username/);
    await page.keyboard.type(carer.username);
    await keyTo(page, /^Password/);
    await page.keyboard.type(carer.password);
    await press('Enter');
    await heading(page, 'Robin’s diary');
    await focusOn(page);
  });

  it('repeats the last treatment in a sheet that keeps the focus and gives it back', async () => {
    await page.getByRole('button', { name: /^Repeat last/ }).waitFor();
    await keyTo(page, /^Repeat last treatment/);
    await press('Enter');
    await page.getByRole('dialog').waitFor();
    for (let stop = 0; stop < 25; stop += 1) {
      expect(await isKeptInside(page), 'the focus leaves the sheet').toBe(true);
      await press(stop < 15 ? 'Tab' : 'Shift+Tab');
    }
    await press('Escape');
    expect((await focusOn(page)).name).toMatch(/^Repeat last treatment/);
    await press('Enter');
    await keyTo(page, /^Save$/);
    await press('Enter');
    await page
      .getByText(/^Saved: Elocta/)
      .first()
      .waitFor();
    await expect.poll(async () => (await focusOn(page)).id).toBe('saved');
  });

  it('walks through the calendar and opens a day', async () => {
    await keyTo(page, /^Previous month/);
    await press('Enter', 'Enter');
    expect((await focusOn(page)).name).toBe('Previous month');
    await keyTo(page, /^Next month/);
    await press('Enter', 'Enter');
    await page.locator('.day[aria-current="date"]').focus();
    expect(await day()).toBe(today());
    const now = Temporal.PlainDate.from(today());
    const monday = now.subtract({ days: now.dayOfWeek - 1 });
    for (const [key, to] of [
      ['PageUp', now.subtract({ months: 1 })],
      ['PageDown', now],
      ['Home', monday],
      ['End', monday.add({ days: 6 })],
      ['ArrowUp', monday.subtract({ days: 1 })],
      ['ArrowLeft', monday.subtract({ days: 2 })],
      ['ArrowRight', monday.subtract({ days: 1 })],
      ['ArrowDown', monday.add({ days: 6 })],
      ['Home', monday],
    ] as const) {
      await press(key);
      await page.locator(`#day-${to.toString()}:focus`).waitFor();
    }
    await press('Enter');
    expect(await day()).toBe(monday.toString());
    expect(await page.locator('#chosen-day').innerText()).toContain('Monday');
  });

  it('records a bleed', async () => {
    await page.getByRole('link', { name: 'Record a bleed', exact: true }).waitFor();
    await keyTo(page, /^Record a bleed/, 'Shift+Tab');
    await press('Enter');
    await heading(page, 'Record a bleed');
    expect((await focusOn(page)).tag).toBe('H1');
    await keyTo(page, /^Where is the bleed/);
    await page.keyboard.type('Nose');
    await keyTo(page, /^Minor/);
    await press('Space');
    await keyTo(page, /Nothing that I know of/);
    await press('Space');
    await keyTo(page, /^Save/);
    await press('Enter');
    await page
      .getByText(/^Saved: bleed, nose/)
      .first()
      .waitFor();
    await expect.poll(async () => (await focusOn(page)).tag).toMatch(/^(?:H1|DIV)$/);
  });

  it('records a treatment from a box whose batch is typed', async () => {
    await page.locator('.acts').waitFor();
    await keyTo(page, /^Record a treatment/, 'Shift+Tab');
    await press('Enter');
    await heading(page, 'Record a treatment');
    // The calendar was left on another day.
    await keyTo(page, /^Today$/);
    await press('Space');
    await keyTo(page, /^Scan/);
    await chooseIn(/^Product/, 'Elocta');
    await chooseIn(/^Strength/, '1,000');
    await keyTo(page, /^How many/);
    await page.keyboard.type('1');
    await keyTo(page, /^Batch number/);
    await page.keyboard.type('NEW 77');
    await chooseIn(/^Why \(/, 'Routine');
    await keyTo(page, /^Save/);
    await press('Enter');
    // The same product a moment ago: asked, with the focus on the question.
    await page.getByText('Please check').waitFor();
    await keyTo(page, /^Yes, this is right/);
    await press('Enter');
    await page
      .getByText(/^Saved: Elocta/)
      .first()
      .waitFor();
    await expect.poll(async () => (await focusOn(page)).tag).toMatch(/^(?:H1|DIV)$/);
  });

  it('tells of boxes that came, reads the plan and asks the centre', async () => {
    await keyTo(page, /^Boxes$/, 'Shift+Tab');
    await press('Enter');
    await heading(page, 'Your boxes at home');
    await page.getByRole('button', { name: 'Add a delivery' }).waitFor();
    await keyTo(page, /^Add a delivery/);
    await press('Enter');
    // Its form is fetched, and moves on what stands below.
    await page.getByRole('combobox', { name: /^Product/ }).waitFor();
    await chooseIn(/^Product/, 'Elocta');
    await chooseIn(/^Strength/, '1,000');
    await keyTo(page, /^Batch number/);
    await page.keyboard.type('BOX 1');
    await keyTo(page, /^How many/);
    await page.keyboard.type('6');
    await press('Enter');
    await page.getByText('batch BOX 1').first().waitFor();
    await expect.poll(async () => (await focusOn(page)).name).toBe('Add a delivery');
    await keyTo(page, /^Plan$/, 'Shift+Tab');
    await press('Enter');
    await heading(page, 'Your plan');
    await keyTo(page, /^Settings$/, 'Shift+Tab');
    await press('Enter');
    await heading(page, 'Settings');
    await keyTo(page, /^Ask for a review/);
    await press('Enter');
    await heading(page, 'Ask your centre');
    await keyTo(page, /^A review/);
    await press('Space');
    await keyTo(page, /^Send to the centre/);
    await press('Enter');
    await page.getByText('Sent. Your centre will answer here.').waitFor();
  });

  it('takes a copy of the diary, and signs out', async () => {
    await keyTo(page, /^(?:Export|Take a copy)/, 'Shift+Tab');
    await press('Enter');
    await heading(page, 'Take a copy of the diary');
    await keyTo(page, /^Make the file/);
    await press('Enter');
    await page.getByText('The file is ready').waitFor();
    const download = page.waitForEvent('download');
    await keyTo(page, /^Save the file/);
    await press('Enter');
    expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
    await keyTo(page, /^Sign out/, 'Shift+Tab');
    await press('Enter');
    await heading(page, 'Sign in');
  });
});
