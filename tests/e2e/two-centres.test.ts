import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { accepted } from '#contracts/session.ts';
import { callApi, newId } from '../support/e2e/call-api.ts';
import { mailedInvitation } from '../support/e2e/mailbox.ts';
import { nextCode } from '../support/e2e/second-factor.ts';
import { heading, shoot, signIn, startVisitors, visitAs, type Visitors } from '../support/e2e/visitor.ts';
import { newCentre, newPatient, type TestCentre } from '../support/e2e/world.ts';

let visitors: Visitors;
let first: TestCentre;
let second: TestCentre;

beforeAll(async () => {
  visitors = await startVisitors();
  [first, second] = await Promise.all([newCentre(), newCentre()]);
  const { dataManager } = first;
  // The data manager of the first is invited to the second, and accepts with the account they have.
  const email = `nurse-${newId().slice(0, 8)}@example.org`;
  await callApi('centre', `PUT /v1/centre/invitations/${newId()}`, {
    token: second.dataManager.token,
    body: { mutationId: newId(), email, name: 'Dana Marlow', job: 'nurse' },
  });
  const account = {
    kind: 'existing',
    username: dataManager.username,
    password: dataManager.password,
    secondFactor: await nextCode(dataManager.secret ?? ''),
  };
  const body = {
    mutationId: newId(),
    code: await mailedInvitation(email),
    displayName: 'Dana Marlow',
    account,
  };
  const joined = accepted.parse(await callApi('centre', 'POST /v1/session/centre/accept', { body }));
  expect(joined.account).toBe(dataManager.account);
  await Promise.all([
    newPatient(first, { givenName: 'Robin', familyName: 'Firstly' }),
    newPatient(second, { givenName: 'Wren', familyName: 'Secondly' }),
  ]);
}, 300_000);
afterEach(() => {
  expect(visitors.complaints()).toEqual([]);
});
afterAll(async () => visitors.close());

const workAt = async (page: Page, { name }: TestCentre): Promise<void> => {
  const choice = page.getByRole('listitem').filter({ hasText: name });
  await choice.getByRole('button').click();
  await page.getByText(`Working at ${name}`).waitFor();
};
const sees = async (page: Page, name: string): Promise<boolean> => {
  await page.getByRole('link', { name: 'Patients' }).first().click();
  await heading(page, 'Patients');
  await page.getByRole('row').nth(1).waitFor();
  return page.getByText(name).first().isVisible();
};

it('asks staff of two centres where they work, and each page keeps to its centre', async () => {
  const page = await visitors.visit('centre', 375);
  await signIn(page, first.dataManager);
  await heading(page, 'Where are you working?');
  await shoot(page, 'two-centres-asked');
  await workAt(page, first);
  expect(await sees(page, 'Firstly')).toBe(true);

  const elsewhere = await visitAs(visitors, first.dataManager, 1280);
  await heading(elsewhere, 'Where are you working?');
  await workAt(elsewhere, second);
  expect(await sees(elsewhere, 'Secondly')).toBe(true);
  expect(await elsewhere.getByText('Firstly').count()).toBe(0);
  await shoot(elsewhere, 'two-centres-second');

  // The first device stays where it was, until its person changes it.
  await page.reload();
  await page.getByText(`Working at ${first.name}`).waitFor();
  await page.getByRole('link', { name: 'Change' }).click();
  await heading(page, 'Where are you working?');
  await workAt(page, second);
  expect(await sees(page, 'Secondly')).toBe(true);
  await elsewhere.reload();
  await elsewhere.getByText(`Working at ${second.name}`).waitFor();
  await page.context().close();
  await elsewhere.context().close();
});
