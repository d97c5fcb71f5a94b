import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { askApi, callApi, newId } from '../support/e2e/call-api.ts';
import { agree, newRegistryManager } from '../support/e2e/people.ts';
import { goTo, heading, shoot, startVisitors, visitAs, type Visitors } from '../support/e2e/visitor.ts';
import { treatmentNow } from '../support/e2e/treatment-now.ts';
import { newCarer, newCentre, newPatient, setPlan, today } from '../support/e2e/world.ts';

let visitors: Visitors;
beforeAll(async () => {
  visitors = await startVisitors();
});
afterEach(() => {
  expect(visitors.complaints()).toEqual([]);
});
afterAll(async () => visitors.close());

it('lets another centre see and record in one diary, until that is ended', { timeout: 240_000 }, async () => {
  const manager = await newRegistryManager();
  const [home, other] = await Promise.all([newCentre({ manager }), newCentre({ manager })]);
  const child = await newPatient(home, { givenName: 'Robin' });
  await setPlan(home, child);
  const carer = await newCarer(home, child);
  await agree(carer);

  const ours = await visitAs(visitors, home.dataManager, 1280, `/patients/${child.id}`);
  await ours.getByRole('link', { name: 'Share with a centre' }).click();
  await heading(ours, 'Share this diary');
  await ours.getByLabel('Centre (required)').selectOption({ label: other.name });
  await ours.getByLabel('See the diary and record').check();
  await ours.getByLabel('Ends on').fill(`${String(Number(today().slice(0, 4)) + 1)}${today().slice(4, 8)}01`);
  await ours.getByLabel('Reason').fill('At school there');
  await ours.getByRole('button', { name: 'Save' }).click();
  await ours.getByText('Sharing saved.').first().waitFor();
  await shoot(ours, 'shared-care-patient');

  const theirs = await visitAs(visitors, other.dataManager, 375, '/shared');
  await theirs.getByRole('link', { name: 'Ashdown, Robin' }).click();
  await theirs.getByRole('link', { name: 'Record for them' }).click();
  await heading(theirs, 'Record in a shared diary');
  await shoot(theirs, 'shared-care-record');
  await callApi('centre', `PUT /v1/centre/shared/${child.centre}/${child.id}/treatments/${newId()}`, {
    token: other.dataManager.token,
    body: treatmentNow(),
  });
  await goTo(theirs, `/shared/${child.centre}/${child.id}`);
  await theirs.getByText('you, ').first().waitFor();
  await shoot(theirs, 'shared-care-month');
  await theirs.context().close();

  const family = await visitAs(visitors, carer, 375);
  await family.getByRole('heading', { name: 'Who else can see this diary' }).waitFor();
  await family.getByText('At school there').waitFor();
  await shoot(family, 'shared-care-family');
  await family.context().close();

  const at = `/v1/centre/shared/${child.centre}/${child.id}/month?month=${today().slice(0, 7)}`;
  const look = () => askApi('centre', `GET ${at}`, { token: other.dataManager.token });
  expect((await look()).status).toBe(200);
  await goTo(ours, `/patients/${child.id}/grants/${other.id}`);
  await ours.getByText('End sharing now').first().click();
  await ours.getByLabel('Reason for ending it').fill('Back home');
  await ours.getByRole('button', { name: 'End sharing now' }).click();
  await ours.getByText('Sharing has ended.').first().waitFor();
  expect((await look()).status).toBe(404);
  await ours.context().close();
});
