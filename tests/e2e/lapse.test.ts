import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { awaitMails, mailsTo } from '../support/e2e/mailbox.ts';
import type { Person } from '../support/e2e/people.ts';
import { bounce, daytimeZone, sweepInDays } from '../support/e2e/schedules.ts';
import { heading, shoot, startVisitors, visitAs, type Visitors, WIDTHS } from '../support/e2e/visitor.ts';
import {
  newCarer,
  newCentre,
  newPatient,
  setPlan,
  type TestCentre,
  type TestPatient,
  today,
} from '../support/e2e/world.ts';

const box = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

const zone = daytimeZone();
let visitors: Visitors;
let centre: TestCentre;
let child: TestPatient;
let carer: Person;
let email: string;
let diary: Page;
let staff: Page;

beforeAll(async () => {
  visitors = await startVisitors();
  centre = await newCentre({ zone });
  child = await newPatient(centre, { givenName: 'Robin', homeZone: zone, phone: '01632 960123' });
  await setPlan(centre, child, { from: today(zone), days: 1 });
  email = `gwen@${centre.id}.example.org`;
  carer = await newCarer(centre, child, { email });
  diary = await visitAs(visitors, carer, 375);
  staff = await visitAs(visitors, centre.dataManager, 1280);
}, 300_000);
afterEach(() => {
  expect(visitors.complaints()).toEqual([]);
});
afterAll(async () => visitors.close());

/** Another look at a page: what it shows follows from what is stored, not from what it showed. */
async function again(page: Page, name: string | RegExp): Promise<void> {
  await page.reload();
  await heading(page, name);
}

async function shootBoth(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await shoot(page, name);
  }
  if (before !== null) await page.setViewportSize(before);
}

/** The invitation is the first mail to the carer. */
const subjects = async (): Promise<string[]> =>
  (await mailsTo(email)).map(({ subject }) => subject).filter((subject) => subject !== 'Your invitation');

it('reminds the carer once when recording is due, however often the sweep runs', async () => {
  await sweepInDays(2);
  await expect.poll(subjects, { timeout: 60_000 }).toEqual(['A reminder for you']);
  await sweepInDays(2);
  expect(await subjects()).toEqual(['A reminder for you']);
  const [mail] = await awaitMails(email, 2);
  expect(`${mail?.subject ?? ''} ${mail?.text ?? ''} ${mail?.html ?? ''}`).not.toMatch(
    /robin|ashdown|haemophilia|elocta|factor|\bIU\b|960123/iu,
  );
});

it('says on the diary why something is to be recorded', async () => {
  await again(diary, 'Robin’s diary');
  await diary.getByText('Something to record').first().waitFor();
  await diary.getByText('Why?').click();
  const why = diary.locator('.recording');
  await expect.poll(() => why.innerText()).toMatch(/neither recorded nor marked as not taken/u);
  expect(await why.innerText()).toMatch(/should (?:have been|be) recorded by/u);
  await shootBoth(diary, 'lapse-due');
});

it('puts a lapse on the centre’s worklist after three reminders', async () => {
  await sweepInDays(9);
  await expect.poll(async () => (await subjects()).length, { timeout: 60_000 }).toBe(2);
  await sweepInDays(16);
  await expect.poll(async () => (await subjects()).length, { timeout: 60_000 }).toBe(3);
  await sweepInDays(23);
  await again(staff, 'To do');
  const row = staff.getByRole('listitem').filter({ hasText: 'Ashdown' });
  await row.getByText('Lapsed').first().waitFor();
  await row.getByText(/Phone 01632 960123/).waitFor();
  await shootBoth(staff, 'lapse-worklist');
  const [digest] = await awaitMails(`office@${centre.id}.example.org`);
  expect(digest?.subject).toBe('Your worklist');
  expect(digest?.text).not.toMatch(/robin|ashdown/iu);
});

it('sends the formal notice and asks a person to decide', async () => {
  await sweepInDays(30);
  await expect.poll(subjects, { timeout: 60_000 }).toContain('A notice from your centre');
  await again(staff, 'To do');
  await staff.getByText('A person decides about home delivery.').waitFor();
  await again(diary, 'Robin’s diary');
  await diary.getByText('Home delivery: at risk').waitFor();
  await shootBoth(diary, 'lapse-at-risk');
});

it('shows a mail that came back on the worklist', async () => {
  const notice = (await mailsTo(email)).find(({ subject }) => subject === 'A notice from your centre');
  await bounce(notice?.id ?? '');
  const returned = staff.getByText('E-mail came back');
  await expect
    .poll(
      async () => {
        await again(staff, 'To do');
        return returned.count();
      },
      { timeout: 60_000 },
    )
    .toBe(1);
  await shootBoth(staff, 'lapse-returned');
});

it('lets the data manager decide on delivery, and says so by mail', async () => {
  await staff.getByRole('link', { name: /^Decide on delivery for/ }).click();
  await heading(staff, 'Decide on home delivery');
  await shootBoth(staff, 'lapse-decision');
  await staff.getByLabel('Suspended: no delivery for now').check();
  await box(staff, /^Reason/).fill('Nobody could be reached for a month.');
  await press(staff, 'Save');
  await staff.getByText('Decision saved.').first().waitFor();
  await expect.poll(subjects, { timeout: 60_000 }).toContain('A decision of your centre');
  await again(diary, 'Robin’s diary');
  await diary.getByText('Home delivery: stopped by your centre for now.').waitFor();
});

it('is up to date, and off the worklist, with the entry that closes the open doses', async () => {
  await diary.getByRole('link', { name: 'Dose not taken' }).click();
  await heading(diary, 'Dose not taken');
  await press(diary, 'Save');
  await diary
    .getByText(/^Saved: not taken/)
    .first()
    .waitFor();
  await diary.getByText('Up to date').first().waitFor();
  await shootBoth(diary, 'lapse-over');
  await staff.getByRole('link', { name: 'To do' }).click();
  await heading(staff, 'To do');
  await expect.poll(() => staff.getByRole('link', { name: /^Note contact with/ }).count()).toBe(0);
});
