import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import readSheets from 'read-excel-file/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/e2e/people.ts';
import { fillTreatment } from '../support/e2e/fill-treatment.ts';
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

/** Presses what a person would, counting, and says the figure. */
function counter(page: Page, what: string) {
  let taps = 0;
  const width = page.viewportSize()?.width ?? 0;
  return {
    tap: async (on: Locator): Promise<void> => {
      await on.click();
      taps += 1;
    },
    taps: (): number => {
      console.log(`${what}: ${String(taps)} taps at ${String(width)} px`);
      return taps;
    },
  };
}

const repeatButton = (page: Page) => page.getByRole('button', { name: /^Repeat last treatment/ });
const sheetOf = (page: Page) => page.getByRole('dialog', { name: 'Repeat last treatment' });
const saveIn = (part: Page | Locator) => part.getByRole('button', { name: 'Save' });
const dismissed = async (page: Page): Promise<void> => sheetOf(page).waitFor({ state: 'detached' });

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

  it('repeats the last treatment on another day in two taps and one, and undoes it', async () => {
    const { tap, taps } = counter(page, 'Repeat the last treatment for yesterday');
    await tap(repeatButton(page));
    await tap(sheetOf(page).getByRole('button', { name: 'Yesterday' }));
    await shoot(page, 'recording-sheet');
    await tap(saveIn(sheetOf(page)));
    await saved(page, /^Saved: Elocta/);
    expect(taps()).toBe(3);
    await dismissed(page);
    await press(page, 'Undo');
    await expectOnPage(page.locator('[role="status"]', { hasText: /^Undone/ }));
  });

  it('repeats the last treatment in two taps, and in three from another box', async () => {
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    await page.locator('.entry').first().waitFor({ state: 'visible' });
    const other = counter(page, 'Repeat the last treatment from another box');
    await follow(page, 'Record a treatment');
    await fillTreatment(page);
    await page.getByLabel('Date', { exact: true }).first().fill(yesterday);
    await box(page, /^Batch number/).fill('ZZ9876');
    await press(page, 'Save');
    await saved(page, /^Saved: Elocta/);
    await other.tap(repeatButton(page));
    await other.tap(sheetOf(page).getByRole('radio', { name: /^Batch ZZ9876/ }));
    await shoot(page, 'recording-sheet-boxes');
    await other.tap(saveIn(sheetOf(page)));
    expect(other.taps()).toBe(3);
    await page
      .getByText(/^Saved: Elocta|Please check/)
      .first()
      .waitFor();
    // Within the hour of another one it is asked about: the tap that says so is not of this count.
    const passes = page.getByRole('button', { name: 'Yes, this is right: save it' });
    if ((await passes.count()) > 0) await passes.click();
    await dismissed(page);
    const again = counter(page, 'Repeat the last treatment');
    await again.tap(repeatButton(page));
    await again.tap(saveIn(sheetOf(page)));
    expect(again.taps()).toBe(2);
    await page
      .getByText(/^Saved: Elocta|Please check/)
      .first()
      .waitFor();
    await shoot(page, 'recording-duplicate');
    if ((await passes.count()) > 0) await passes.click();
    await dismissed(page);
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
    if (
      (await page
        .getByRole('heading', { name: 'Please check' })
        .or(page.getByText(/^Saved:/))
        .first()
        .innerText()) === 'Please check'
    )
      await press(page, 'Yes, this is right: save it');
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

  it('records a bleed with its treatment in at most eight taps, and its end in two', async () => {
    const { tap, taps } = counter(page, 'A bleed with its treatment');
    await tap(page.getByRole('link', { name: 'Record a bleed' }).first());
    await tap(page.locator('[data-view="front"] [data-place="knee/left"]'));
    await tap(page.getByRole('radio', { name: /^Minor/ }));
    await tap(page.getByRole('radio', { name: /A knock, a fall/ }));
    await tap(page.getByRole('radio', { name: /^Elocta, 1,000 IU/ }));
    await shoot(page, 'recording-bleed');
    await tap(saveIn(page));
    await page
      .getByText(/^Saved: bleed, left knee|Please check/)
      .first()
      .waitFor();
    const passes = page.getByRole('button', { name: 'Yes, this is right: save it' });
    if ((await passes.count()) > 0) await passes.click();
    await saved(page, /^Saved: bleed, left knee/);
    expect(taps()).toBeLessThanOrEqual(8);
    const over = counter(page, 'A bleed is over');
    await over.tap(page.getByRole('button', { name: /^Yes, it is over/ }));
    await shoot(page, 'recording-over');
    await over.tap(page.getByRole('button', { name: 'Very well' }));
    await saved(page, /^Saved: It is over/);
    expect(over.taps()).toBe(2);
    await expect.poll(() => page.getByRole('button', { name: /^Yes, it is over/ }).count(), SOON).toBe(0);
  });

  it('keeps a photo of a bleed without where it was taken', async () => {
    const bleed = page.locator('.entry').filter({ hasText: 'Bleed: Left knee' });
    await bleed.getByText('Details').click();
    await bleed.getByLabel('Add a photo').setInputFiles({
      name: 'knee.png',
      mimeType: 'image/png',
      buffer: await page.screenshot(),
    });
    await bleed.getByRole('button', { name: 'Show photo 1' }).click();
    await expectOnPage(bleed.getByRole('img', { name: 'Photo 1 of this bleed' }));
    await shoot(page, 'recording-photo');
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
    await expectToday(page, '2 bleeds');
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
    await heading(page, 'Export to Excel');
    await shoot(page, 'recording-export');
    const download = page.waitForEvent('download');
    await press(page, 'Download the file');
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/\.xlsx$/u);
    const sheets = await readSheets(await readFile(await file.path()));
    const cells = sheets.flatMap(({ data }) => data.flat()).map(String);
    expect(cells.some((cell) => cell.includes('Elocta'))).toBe(true);
    await page.context().close();
  });
});
