import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import readSheets from 'read-excel-file/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/e2e/people.ts';
import { addressOf } from '../support/e2e/call-api.ts';
import { fillTreatment } from '../support/e2e/fill-treatment.ts';
import { pagesOf, shootPrinted } from '../support/e2e/printed.ts';
import {
  heading,
  shoot,
  startVisitors,
  visitAs,
  type Visitors,
  type Width,
  WIDTHS,
} from '../support/e2e/visitor.ts';
import {
  newCarer,
  newCentre,
  newPatient,
  setPlan,
  type TestCentre,
  type TestPatient,
} from '../support/e2e/world.ts';

const box = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click();

let visitors: Visitors;
let centre: TestCentre;
beforeAll(async () => {
  visitors = await startVisitors();
  centre = await newCentre();
});
afterEach(() => {
  expect(visitors.complaints()).toEqual([]);
});
afterAll(async () => visitors.close());

interface Family {
  readonly child: TestPatient;
  readonly mother: Person;
  readonly father: Person;
}

async function newFamily(): Promise<Family> {
  const child = await newPatient(centre, { givenName: 'Robin' });
  await setPlan(centre, child);
  const mother = await newCarer(centre, child);
  const father = await newCarer(centre, child, { name: 'Glen Ashdown' });
  return { child, mother, father };
}

const saved = (page: Page, what: RegExp) => page.getByText(what).first().waitFor();
/** Time enough for the month to be read again. */
const SOON = { timeout: 20_000 };
const expectOnPage = async (found: Locator): Promise<void> => expect.poll(() => found.count(), SOON).toBe(1);
/** What today's cell of the calendar says of itself. */
const expectToday = async (page: Page, says: string): Promise<void> =>
  expect
    .poll(() => page.locator('button.day[aria-current="date"]').getAttribute('aria-label'), SOON)
    .toContain(says);
/** E.g. Sunday 22 November 2026, as the chosen day is headed. */
const dayHeading = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'Europe/London' })
  .format()
  .replace(',', '');

/** Questions where there are any: the page asks about what is unusual, and it is right. */
async function passIfAsked(page: Page): Promise<void> {
  const asked = page.getByRole('heading', { name: 'Please check' });
  await asked
    .or(page.getByText(/^Saved:/))
    .first()
    .waitFor();
  if ((await asked.count()) > 0) await press(page, 'Yes, this is right: save it');
}

describe.each(WIDTHS)('at %i px', (width: Width) => {
  let family: Family;
  let page: Page;
  beforeAll(async () => {
    family = await newFamily();
  }, 120_000);

  it('records a treatment on the planned day and shows it in the month', async () => {
    page = await visitAs(visitors, family.mother, width);
    await heading(page, 'Robin’s diary');
    await expectToday(page, 'planned');
    await shoot(page, 'recording-empty-month');
    await follow(page, 'Record a treatment');
    await fillTreatment(page);
    await shoot(page, 'recording-treatment');
    await press(page, 'Save');
    await saved(page, /^Saved: Elocta/);
    await expectToday(page, '1 treatment recorded');
    expect(await page.getByText(/neither recorded nor/).count(), 'what is recorded is not asked for').toBe(0);
    await shoot(page, 'recording-month');
  });

  it('repeats the last treatment, and asks where it is the same again within minutes', async () => {
    await press(page, /^Repeat last treatment/);
    const sheet = page.getByRole('dialog', { name: 'Repeat last treatment' });
    await sheet.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Please check' }).waitFor();
    await shoot(page, 'recording-duplicate');
    await press(page, 'Yes, this is right: save it');
    await sheet.waitFor({ state: 'detached' });
    await expectToday(page, '2 treatments recorded');
  });

  it('corrects an entry and keeps that it was corrected', async () => {
    await page
      .locator('.entry')
      .first()
      .getByRole('link', { name: /^Correct/ })
      .click();
    await heading(page, 'Correct a treatment');
    await page.getByText('What stood here before stays in the history.').waitFor();
    await box(page, /^Batch number/).fill('CD5678');
    await press(page, 'Save');
    await passIfAsked(page);
    await saved(page, /^Saved:/);
    const entry = page.locator('.entry').filter({ hasText: 'Details' }).first();
    await entry.getByText('Details').click();
    await expect.poll(() => page.locator('main').innerText()).toMatch(/CD5678|Corrected since/u);
  });

  it('removes an entry with a reason that stays to be read', async () => {
    await page
      .locator('.entry')
      .first()
      .getByRole('link', { name: /^Remove/ })
      .click();
    await heading(page, 'Remove from the diary');
    await box(page, /^Why should it be removed/).fill('Entered twice');
    await shoot(page, 'recording-remove');
    await press(page, 'Remove from the diary');
    await heading(page, 'Robin’s diary');
    await page.getByText(/Removed on .*: Entered twice/).waitFor();
    await expectToday(page, '1 treatment recorded');
  });

  it('marks a dose as not taken', async () => {
    await follow(page, 'Dose not taken');
    await heading(page, 'Dose not taken');
    await shoot(page, 'recording-not-taken');
    await press(page, 'Save');
    await saved(page, /^Saved: not taken on/);
    await expectOnPage(page.locator('.entry').filter({ hasText: 'Not taken: ' }));
  });

  it('confirms that there were no bleeds', async () => {
    await follow(page, 'Nothing to record? Say so');
    await heading(page, 'Nothing to record');
    await page.getByLabel('There were no bleeds').check();
    await shoot(page, 'recording-confirm');
    await press(page, 'Save');
    await saved(page, /^Saved: confirmed for/);
    await expectOnPage(page.getByRole('heading', { level: 2, name: dayHeading }));
    await expectToday(page, 'confirmed');
  });

  it('shows at once whom to ring for a dangerous bleed', async () => {
    await follow(page, 'Record a bleed');
    await heading(page, 'Record a bleed');
    await expect(page.getByText('Get help now if this is happening now').count()).resolves.toBe(0);
    await page.getByLabel('Where is the bleed?').selectOption('head');
    await page.getByText('Get help now if this is happening now').waitFor();
    await page.getByRole('link', { name: '01632 960999' }).waitFor();
    await page.getByText('Nobody is watching this screen.').waitFor();
    await shoot(page, 'recording-emergency');
    await page.getByRole('radio', { name: /^Minor/ }).check();
    await page
      .getByRole('radio', { name: /A knock, a fall/ })
      .first()
      .check();
    await press(page, 'Save');
    await saved(page, /^Saved: bleed, head/);
    await expectToday(page, '1 bleed');
    await shoot(page, 'recording-bleeds');
  });

  it('says to the other carer who recorded', async () => {
    const other = await visitAs(visitors, family.father, width);
    await heading(other, 'Robin’s diary');
    await other.locator('.entry').first().getByText('Details').click();
    await other
      .getByText(/^Recorded by /)
      .first()
      .waitFor();
    const by = await other
      .getByText(/^Recorded by /)
      .first()
      .innerText();
    expect(by).not.toContain('Recorded by you');
    await shoot(other, 'recording-other-carer');
    await other.context().close();
  });

  it('exports what is in the diary to Excel', async () => {
    await follow(page, 'Export');
    await heading(page, 'Take a copy of the diary');
    await press(page, 'Make the file');
    await page.getByText(/Treatments: [1-9]/).waitFor();
    await shoot(page, 'recording-export');
    const download = page.waitForEvent('download');
    await press(page, 'Save the file');
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/\.xlsx$/u);
    const sheets = await readSheets(await readFile(await file.path()));
    const cells = sheets.flatMap(({ data }) => data.flat()).map(String);
    expect(cells.some((cell) => cell.includes('Elocta'))).toBe(true);
  });

  it('shows an emergency card that says what the person wants, also without a connection, and prints it', async () => {
    await page.goto(`${addressOf('diary')}/card`);
    await heading(page, 'Emergency card');
    const card = page.locator('.emergency-card');
    await card.getByText('Haemophilia A').waitFor();
    await page.getByLabel('Show: Diagnosis').uncheck();
    await page.getByLabel('Show: Inhibitor').check();
    await page.getByRole('textbox', { name: /^Inhibitor/ }).fill('None found in May');
    await page.context().setOffline(true);
    await page.getByRole('textbox', { name: /^Treatment product/ }).fill('Elocta, kept cold');
    expect(await card.innerText()).toContain('Elocta, kept cold');
    await page.context().setOffline(false);
    await page.reload();
    await card.getByText('None found in May').waitFor();
    expect(await card.innerText()).not.toContain('Haemophilia A');
    await shoot(page, 'recording-card');
    expect(await pagesOf(page)).toBe(1);
    await shootPrinted(page, 'recording-card-printed');
  });

  it('prints paper forms, a page for each week, with the plan or blank', async () => {
    await page.goto(`${addressOf('diary')}/paper`);
    await page.getByText('This prints 4 pages').waitFor();
    expect(await page.locator('.paper-page').first().innerText()).toMatch(/Name: Robin[\s\S]*Elocta/u);
    expect(await pagesOf(page)).toBe(4);
    await page.getByLabel('How many weeks?').fill('26');
    await page.getByLabel(/^Leave name/u).check();
    await page.getByText('This prints 26 pages').waitFor();
    expect(await page.locator('.paper').innerText()).not.toMatch(/Robin|Elocta/u);
    expect(await pagesOf(page)).toBe(26);
    await shootPrinted(page, 'recording-paper-printed');
    await page.context().close();
  });
});
