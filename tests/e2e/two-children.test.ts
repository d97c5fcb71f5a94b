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
    await page.context().close();
  },
);
