import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, askApi, callApi, newId } from '../support/e2e/call-api.ts';
import { awaitMails, mailsTo } from '../support/e2e/mailbox.ts';
import { heading, shoot, signIn, startVisitors, visitAs, type Visitors } from '../support/e2e/visitor.ts';
import {
  newCarer,
  newCentre,
  newPatient,
  setPlan,
  type TestCentre,
  type TestPatient,
  today,
} from '../support/e2e/world.ts';
import { newRegistryManager } from '../support/e2e/people.ts';

const box = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click();
const NEW_PASSWORD = 'four green umbrellas';

let visitors: Visitors;
let centre: TestCentre;
let other: TestCentre;
let child: TestPatient;
beforeAll(async () => {
  visitors = await startVisitors();
  const manager = await newRegistryManager();
  [centre, other] = await Promise.all([newCentre({ manager }), newCentre({ manager })]);
  child = await newPatient(centre, { givenName: 'Robin' });
  await setPlan(centre, child);
}, 300_000);
afterEach(() => {
  expect(visitors.complaints()).toEqual([]);
});
afterAll(async () => visitors.close());

/** What the page answers when a code is asked for. */
async function askForCode(page: Page, username: string): Promise<string> {
  await page.goto(`${addressOf('diary')}/reset`);
  await heading(page, 'Choose a new password');
  await box(page, 'Username').fill(username);
  await press(page, 'Send me a code');
  await box(page, 'Code from the e-mail').waitFor();
  return (await page.locator('main').innerText()).replaceAll(username, 'NAME');
}

describe('on a phone', () => {
  it('says nothing of who is wrong at the sign-in', async () => {
    const carer = await newCarer(centre, child);
    visitors.expectRefusals(400, 401, 403);
    const page = await visitors.visit('diary', 375, '/sign-in');
    const says: string[] = [];
    for (const username of [carer.username, 'nobody-by-this-name']) {
      await page.goto(`${addressOf('diary')}/sign-in`);
      await box(page, 'Username').fill(username);
      await page.getByLabel('Password (required)').fill('certainly not this');
      await press(page, 'Sign in');
      await page.getByText('The username or password is not right.').waitFor();
      says.push((await page.locator('main').innerText()).replaceAll(username, 'NAME'));
    }
    expect(says[1]).toBe(says[0]);
    await shoot(page, 'accounts-wrong-password');
    await page.context().close();
  });

  it('sets a forgotten password with the mailed code and ends the other session', async () => {
    const email = `gwen-${newId().slice(0, 8)}@example.org`;
    const carer = await newCarer(centre, child, { email });
    const elsewhere = await visitAs(visitors, carer, 375);
    await heading(elsewhere, 'Robin’s diary');
    visitors.expectRefusals(400, 401, 403);
    const page = await visitors.visit('diary', 375, '/reset');
    const unknown = await askForCode(page, 'nobody-by-this-name');
    expect(await askForCode(page, carer.username), 'the same answer').toBe(unknown);
    const [mail] = await awaitMails(email, 2);
    const text = `${mail?.subject ?? ''} ${mail?.text ?? ''} ${mail?.html ?? ''}`;
    expect(text).not.toMatch(new RegExp(`robin|ashdown|gwen|haemophilia|elocta|${carer.username}`, 'iu'));
    await box(page, 'Code from the e-mail').fill(/\b\d{6}\b/u.exec(text)?.[0] ?? '');
    await page.getByLabel('New password (required)').fill(NEW_PASSWORD);
    await shoot(page, 'accounts-reset');
    await press(page, 'Save the new password');
    await heading(page, 'Your new password is saved');
    await follow(page, 'Sign in now');
    await signIn(page, { username: carer.username, password: NEW_PASSWORD });
    await heading(page, 'Robin’s diary');
    await elsewhere.reload();
    await heading(elsewhere, 'Sign in');
    await page.context().close();
    await elsewhere.context().close();
  });

  it('keeps out politely who does not agree to the statement', async () => {
    const carer = await newCarer(centre, child, { agrees: false });
    const page = await visitAs(visitors, carer, 375);
    await heading(page, 'Please read and answer');
    await press(page, 'I do not agree');
    await heading(page, 'You did not agree');
    await page.getByText('What you can still do').waitFor();
    await shoot(page, 'accounts-refused');
    await page.goto(`${addressOf('diary')}/record`);
    await heading(page, /Please read and answer|You did not agree/);
    await page.goto(`${addressOf('diary')}/export`);
    await heading(page, 'Take a copy of the diary');
    const entry = `/v1/diaries/${child.centre}/${child.id}/confirmations/${newId()}`;
    const typedAt = new Date().toISOString();
    const body = { mutationId: newId(), typedAt, from: today(), to: today(), answers: ['no-bleeds'] };
    const { status, value } = await askApi('diary', `PUT ${entry}`, { token: carer.token, body });
    expect({ status, value }).toMatchObject({ status: 403, value: { code: 'statement-needed' } });
    await page.context().close();
  });
});

it('answers another centre’s patient exactly as one that does not exist', async () => {
  const { token } = other.dataManager;
  const theirs = await askApi('centre', `GET /v1/centre/patients/${child.id}`, { token });
  const missing = await askApi('centre', `GET /v1/centre/patients/${newId()}`, { token });
  const plain = ({ status, value }: { status: number; value: unknown }) => ({
    status,
    value: JSON.stringify(value).replaceAll(/[0-9a-f-]{36}/gu, 'ID'),
  });
  expect(plain(theirs)).toEqual(plain(missing));
  expect(theirs.status).toBe(404);
  const page = await visitAs(visitors, other.dataManager, 1280);
  await heading(page, 'To do');
  visitors.expectRefusals(404);
  const says: string[] = [];
  for (const id of [child.id, newId()]) {
    await page.goto(`${addressOf('centre')}/patients/${id}`);
    await page.getByRole('alert').or(page.locator('.notice')).first().waitFor();
    says.push(await page.locator('main').innerText());
  }
  expect(says[1]).toBe(says[0]);
  await shoot(page, 'accounts-not-found');
  await page.context().close();
});

it('mails nobody who is unknown', async () => {
  await callApi('diary', 'POST /v1/session/diary/reset-request', { body: { username: 'nobody-at-all' } });
  expect(await mailsTo('nobody-at-all')).toEqual([]);
});
