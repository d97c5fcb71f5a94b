import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { invitationMade } from '#contracts/centre.ts';
import { callApi, newId } from '../support/e2e/call-api.ts';
import { fillTreatment } from '../support/e2e/fill-treatment.ts';
import { agree, newRegistryManager } from '../support/e2e/people.ts';
import { heading, shoot, startVisitors, visitAs, type Visitors } from '../support/e2e/visitor.ts';
import { BIRTH_DATE } from '../support/e2e/known.ts';
import { newCarer, newCentre, newPatient, setPlan } from '../support/e2e/world.ts';

let visitors: Visitors;
beforeAll(async () => {
  visitors = await startVisitors();
});
afterEach(() => {
  expect(visitors.complaints()).toEqual([]);
});
afterAll(async () => visitors.close());

it(
  'says whose diary it saves to when a carer has two children at two centres',
  { timeout: 240_000 },
  async () => {
    const manager = await newRegistryManager();
    const [here, there] = await Promise.all([newCentre({ manager }), newCentre({ manager })]);
    const first = await newPatient(here, { givenName: 'Robin' });
    const second = await newPatient(there, { givenName: 'Wren' });
    await setPlan(there, second);
    const carer = await newCarer(here, first);
    const body = {
      mutationId: newId(),
      relation: 'parent',
      mayRecord: true,
      by: 'print',
      name: 'Gwen Ashdown',
    };
    const path = `/v1/centre/patients/${second.id}/invitations/${newId()}`;
    const made = invitationMade.parse(
      await callApi('centre', `PUT ${path}`, { token: there.dataManager.token, body }),
    );
    const account = { kind: 'existing', username: carer.username, password: carer.password };
    const accept = { mutationId: newId(), code: made.code, birthDate: BIRTH_DATE, account };
    await callApi('diary', 'POST /v1/session/diary/accept', { body: accept });
    await agree(carer);
    const page = await visitAs(visitors, carer, 375);
    await page.getByRole('group', { name: 'Whose diary?' }).getByRole('button', { name: 'Wren' }).click();
    await heading(page, 'Wren’s diary');
    await shoot(page, 'recording-two-children');
    await page.getByRole('link', { name: 'Record a treatment (Wren)' }).click();
    await fillTreatment(page);
    await page.getByText('Wren’s diary').waitFor();
    await page.getByRole('button', { name: 'Save for Wren' }).click();
    await page
      .getByText(/^Saved: Elocta/)
      .first()
      .waitFor();
    await heading(page, 'Wren’s diary');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Wren’s diary');
    await movedOffline(page);
    await page.context().close();
  },
);

/** It was for the other child: moved without a connection, taken back, moved again, and sent once there is one. */
async function movedOffline(page: Page): Promise<void> {
  const entry = page.locator('.entry').filter({ hasText: 'Elocta' });
  const onThisPhone = page.getByText('1 thing is on this phone and not sent yet.');
  const move = async (): Promise<void> => {
    await entry.getByRole('link', { name: /^For somebody else/ }).click();
    await heading(page, 'Move to another diary');
    await page.getByRole('button', { name: 'Move it to Robin’s diary' }).click();
    await page.getByText('Saved on this phone: moved to Robin’s diary').first().waitFor();
    await onThisPhone.waitFor();
  };
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  expect(visitors.complaints()).toEqual([]);
  await page.context().setOffline(true);
  await move();
  expect(await entry.innerText()).toMatch(/Moved to another diary/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await onThisPhone.waitFor({ state: 'detached' });
  expect(await entry.innerText()).not.toMatch(/Moved to another diary/);
  await move();
  await page.context().setOffline(false);
  // What was asked for without a connection the browser notes on its console; nothing else may be wrong.
  const isNews = (complaint: string): boolean => !complaint.includes('ERR_INTERNET_DISCONNECTED');
  expect(visitors.complaints().filter(isNews)).toEqual([]);
  await onThisPhone.waitFor({ state: 'detached' });
  await page.getByRole('group', { name: 'Whose diary?' }).getByRole('button', { name: 'Robin' }).click();
  await heading(page, 'Robin’s diary');
  await entry.waitFor();
  await entry.getByText('Details').click();
  await page.getByText('Moved here from another diary.').waitFor();
}
