import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../support/e2e/call-api.ts';
import { awaitMails, mailedInvitation } from '../support/e2e/mailbox.ts';
import { newRegistryManager } from '../support/e2e/people.ts';
import { nextCode } from '../support/e2e/second-factor.ts';
import {
  heading,
  shoot,
  signIn,
  startVisitors,
  visitAs,
  type Visitors,
  type Width,
  WIDTHS,
} from '../support/e2e/visitor.ts';

const PASSWORD = 'three calm otters';
const [PHONE, DESK] = WIDTHS;
const box = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click();

let visitors: Visitors;
beforeAll(async () => {
  visitors = await startVisitors();
});
afterEach(() => {
  expect(visitors.complaints()).toEqual([]);
});
afterAll(async () => visitors.close());

async function onboardCentre(width: Width, centre: string): Promise<void> {
  const page = await visitAs(visitors, await newRegistryManager(), width);
  await heading(page, 'Centres');
  await follow(page, 'Onboard a centre');
  await heading(page, 'Onboard a centre');
  const names = page.locator('main');
  await box(page, /^Name of the centre/).fill(`Centre ${centre}`);
  await box(page, /^Short id/).fill(centre);
  await box(page, /^Contact e-mail/).fill(`office@${centre}.example.org`);
  await box(page, /^Contact phone/).fill('01632 960100');
  await box(page, /^24-hour number/).fill('01632 960999');
  await box(page, /^Address/).fill('1 Example Road\nExampleton');
  await box(page, /^Name of the first data manager/).fill('Dana Marlow');
  await box(page, /^Work e-mail address/).fill(`dana@${centre}.example.org`);
  await press(page, 'Onboard and invite');
  await names.getByText('Its first data manager is invited.').waitFor();
  await shoot(page, 'onboarding-centre');
  await page.context().close();
}

/** Follows the link of a mail, as on a phone: the code stands in its fragment. */
async function acceptAsStaff(width: Width, centre: string, username: string): Promise<Page> {
  const code = await mailedInvitation(`dana@${centre}.example.org`);
  const page = await visitors.visit('centre', width, `/accept#${code}`);
  await box(page, /^Your name/).fill('Dana Marlow');
  await box(page, /^Username/).fill(username);
  await page.getByLabel(/^Password/).fill(PASSWORD);
  await shoot(page, 'onboarding-staff-accept');
  expect(page.url(), 'the code does not stay in the address').not.toContain(code);
  await press(page, 'Accept the invitation');
  await heading(page, 'Your invitation is accepted');
  await follow(page, 'Sign in now');
  await signIn(page, { username, password: PASSWORD }, { isFirst: true });
  return page;
}

async function setUpSecondFactor(page: Page): Promise<void> {
  await heading(page, 'Set up your second step');
  await page.getByRole('img', { name: /QR code/ }).waitFor();
  const secret = await page.locator('.code-text').innerText();
  await shoot(page, 'onboarding-set-up');
  await box(page, '6-digit code').fill(await nextCode(secret));
  await press(page, 'Finish and sign in');
  await heading(page, 'To do');
}

async function enrolChild(page: Page): Promise<void> {
  await follow(page, 'Patients');
  await follow(page, 'Enrol a patient');
  await heading(page, 'Enrol a patient');
  await box(page, /^First name/).fill('Robin');
  await box(page, /^Family name/).fill('Ashdown');
  await box(page, 'Day').fill('9');
  await box(page, 'Month').fill('4');
  await box(page, 'Year').fill('2015');
  await page.getByRole('combobox', { name: /^Diagnosis/ }).selectOption({ label: 'Haemophilia A' });
  await box(page, /^Factor level/).fill('<1');
  await page.getByLabel('Gets treatment delivered to their home').check();
  await page.getByLabel('Needs the consent of a parent or guardian').check();
  await box(page, /^Phone number/).fill('01632 960123');
  await shoot(page, 'onboarding-enrol');
  await press(page, 'Enrol');
  await heading(page, /Ashdown, Robin/);
  await page.getByText('Written consent is needed.').waitFor();
}

async function consentAndPlan(page: Page): Promise<void> {
  await follow(page, 'Record consent');
  await box(page, /^Name of the person who signed/).fill('Gwen Ashdown');
  await box(page, /^Where the form is filed/).fill('Folder 3');
  await press(page, 'Save');
  await page.getByText(/Written consent given on/).waitFor();
  await follow(page, 'Set a new plan');
  await heading(page, 'Set a new plan');
  await page.getByRole('combobox', { name: /^Product/ }).selectOption('elocta');
  await box(page, /^Amount of one dose/).fill('1000');
  await shoot(page, 'onboarding-plan');
  await press(page, 'Set this plan');
  await page.getByText('Plan set.').first().waitFor();
}

/** @returns the code of the printed letter */
async function inviteTwo(page: Page, email: string): Promise<string> {
  await follow(page, 'Invite');
  await heading(page, 'Invite to the diary');
  await box(page, /^Name/).fill('Gwen Ashdown');
  await page.getByLabel('By e-mail').check();
  await box(page, /^E-mail address/).fill(email);
  await press(page, 'Make the invitation');
  await page
    .getByText(/Invitation sent\./)
    .first()
    .waitFor();
  await follow(page, 'Invite');
  await box(page, /^Name/).fill('Glen Ashdown');
  await page.getByLabel('On a printed letter').check();
  await press(page, 'Make the invitation');
  const code = await page.locator('.letter-code').innerText();
  await shoot(page, 'onboarding-letter');
  await press(page, 'I have printed it');
  await heading(page, /Ashdown, Robin/);
  return code;
}

async function acceptAsCarer(width: Width, code: string, username: string): Promise<Page> {
  const page = await visitors.visit('diary', width, '/accept');
  await box(page, 'Invitation code').fill(code);
  await press(page, 'Continue');
  await box(page, 'Day').fill('9');
  await box(page, 'Month').fill('4');
  await box(page, 'Year').fill('2015');
  await box(page, /^Username/).fill(username);
  await page.getByLabel(/^Password/).fill(PASSWORD);
  await shoot(page, 'onboarding-carer-accept');
  await press(page, 'Accept the invitation');
  await heading(page, 'Your invitation is accepted');
  await follow(page, 'Sign in now');
  await signIn(page, { username, password: PASSWORD });
  await heading(page, 'Please read and answer');
  await shoot(page, 'onboarding-statement');
  await press(page, 'I agree');
  await heading(page, 'Robin’s diary');
  await page.getByText('Your centre still has to confirm').waitFor();
  await shoot(page, 'onboarding-first-diary');
  return page;
}

async function confirmBoth(page: Page): Promise<void> {
  for (const left of [1, 0]) {
    await follow(page, 'To do');
    const todo = page.getByRole('link', { name: /Check and confirm the account/ });
    await expect.poll(() => todo.count(), { timeout: 30_000 }).toBe(left + 1);
    if (left === 1) await shoot(page, 'onboarding-worklist');
    await todo.first().click();
    // "Confirmed." may still stand there from the first: what counts is that this one is written.
    const written = page.waitForResponse((one) => one.request().method() === 'PUT' && one.ok());
    await press(page, 'Yes, confirm');
    await written;
    await page.getByText('Confirmed.').first().waitFor();
  }
  await follow(page, 'To do');
  await page.getByText('Nobody needs you now.').waitFor();
}

/** As people do it: staff at a desk, one carer on a phone and one on a computer. */
describe('a new centre', () => {
  it('goes on to two carers with their diary', { timeout: 300_000 }, async () => {
    const centre = `c${newId().slice(0, 8)}`;
    await onboardCentre(DESK, centre);
    const manager = await acceptAsStaff(DESK, centre, `dana-${centre}`);
    await setUpSecondFactor(manager);
    await enrolChild(manager);
    await consentAndPlan(manager);
    const email = `gwen@${centre}.example.org`;
    const printed = await inviteTwo(manager, email);
    const first = await acceptAsCarer(PHONE, await mailedInvitation(email), `gwen-${centre}`);
    const second = await acceptAsCarer(DESK, printed, `glen-${centre}`);
    await confirmBoth(manager);
    await first.reload();
    await heading(first, 'Robin’s diary');
    await expect.poll(() => first.getByText('Your centre still has to confirm').count()).toBe(0);
    const [mail] = await awaitMails(email);
    expect(`${mail?.subject ?? ''} ${mail?.text ?? ''}`).not.toMatch(/robin|ashdown|haemophilia|elocta/iu);
    await Promise.all([manager, first, second].map((page) => page.context().close()));
  });
});
