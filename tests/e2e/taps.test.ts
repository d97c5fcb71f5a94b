import type { Locator, Page } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callApi, newId } from '../support/e2e/call-api.ts';
import { treatmentNow } from '../support/e2e/treatment-now.ts';
import { shoot, startVisitors, visitAs, type Visitors } from '../support/e2e/visitor.ts';
import { newCarer, newCentre, newPatient, type TestCentre } from '../support/e2e/world.ts';

let visitors: Visitors;
let page: Page;

/** Some days ago at 07:30, so that nothing of today is asked about. */
const given = (daysAgo: number, number: string) => ({
  ...treatmentNow(),
  when: {
    local: `${Temporal.Now.plainDateISO('Europe/London').subtract({ days: daysAgo }).toString()}T07:30`,
    zone: 'Europe/London',
  },
  containers: [{ strength: 1000, count: 1, batch: { kind: 'known', number } }],
});

async function recordBefore({ dataManager: { token } }: TestCentre, patient: string): Promise<void> {
  for (const body of [given(5, 'AB1234'), given(3, 'ZZ9876')]) {
    const path = `/v1/centre/patients/${patient}/treatments/${newId()}`;
    await callApi('centre', `PUT ${path}`, { token, body });
  }
}

beforeAll(async () => {
  visitors = await startVisitors();
  const centre = await newCentre();
  const child = await newPatient(centre, { givenName: 'Robin' });
  await recordBefore(centre, child.id);
  page = await visitAs(visitors, await newCarer(centre, child), 375);
}, 120_000);
afterAll(async () => {
  expect(visitors.complaints()).toEqual([]);
  await visitors.close();
});

/** Presses one thing after another and says how many there were. */
async function taps(what: string, ...on: readonly Locator[]): Promise<number> {
  for (const one of on) await one.click();
  console.log(`${what}: ${String(on.length)} taps`);
  return on.length;
}

const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
const sheet = (): Locator => page.getByRole('dialog');
const inSheet = (name: string): Locator => sheet().getByRole('button', { name });
const repeat = (): Locator => button(/^Repeat last treatment: Elocta/);

/** Saved without a question, and then undone: the next count starts from the same. */
async function savedAndUndone(what: RegExp): Promise<void> {
  await page.getByText(what).first().waitFor();
  await button('Undo').click();
  await page.getByText(what).first().waitFor({ state: 'detached' });
}

it('repeats the last treatment in two taps', async () => {
  expect(await taps('Repeat the last treatment', repeat(), inSheet('Save'))).toBe(2);
  await savedAndUndone(/^Saved: Elocta/);
});

it('back-dates it in one more', async () => {
  const count = await taps('The same, yesterday', repeat(), inSheet('Yesterday'), inSheet('Save'));
  expect(count).toBe(3);
  await savedAndUndone(/^Saved: Elocta/);
});

it('takes it from another remembered box in one more', async () => {
  await repeat().click();
  await shoot(page, 'taps-sheet');
  await inSheet('Close').click();
  const other = sheet().getByRole('radio', { name: /^Batch AB1234/ });
  expect(await taps('The same, another box', repeat(), other, inSheet('Save'))).toBe(3);
  await savedAndUndone(/^Saved: Elocta/);
  const earlier = await taps(
    'The same, another box, the day before',
    repeat(),
    other,
    inSheet('Yesterday'),
    inSheet('Save'),
  );
  expect(earlier).toBe(4);
  await savedAndUndone(/^Saved: Elocta/);
});

/** Describing a bleed: the page, the place, how bad it is, what started it. */
const bleed = (place: string): readonly Locator[] => [
  page.getByRole('link', { name: 'Record a bleed' }).first(),
  page.locator(`[data-view="front"] [data-place="${place}"]`),
  page.getByRole('radio', { name: /^Minor/ }),
  page.getByRole('radio', { name: /A knock, a fall/ }),
];
const treated = (): Locator => page.getByRole('radio', { name: /^Elocta, 1,000 IU/ });

it('records a bleed that was not treated, and back-dates it in one more', async () => {
  const count = await taps('A bleed without treatment', ...bleed('ankle/left'), button('Save'));
  await savedAndUndone(/^Saved: bleed, left ankle/);
  const [yesterday, save] = [button('Yesterday').first(), button('Save')];
  expect(await taps('The same bleed, yesterday', ...bleed('ankle/left'), yesterday, save)).toBe(count + 1);
  await savedAndUndone(/^Saved: bleed, left ankle/);
});

it('records a bleed with its treatment in at most eight taps, and back-dates it in one more', async () => {
  const yesterday = button('Yesterday').first();
  const earlier = [...bleed('elbow/left'), yesterday, treated(), button('Save')];
  expect(await taps('A bleed with its treatment, yesterday', ...earlier)).toBeLessThanOrEqual(9);
  await savedAndUndone(/^Saved: bleed, left elbow/);
  const count = await taps('A bleed with its treatment', ...bleed('knee/left'), treated(), button('Save'));
  expect(count).toBeLessThanOrEqual(8);
  expect(earlier).toHaveLength(count + 1);
  await page
    .getByText(/^Saved: bleed, left knee/)
    .first()
    .waitFor();
});

it('keeps a photo of it, drawn anew on the phone', async () => {
  const bleed = page.locator('.entry').filter({ hasText: 'Bleed: Left knee' });
  await bleed.getByText('Details').click();
  const buffer = await page.screenshot();
  await bleed.getByLabel('Add a photo').setInputFiles({ name: 'knee.png', mimeType: 'image/png', buffer });
  await bleed.getByRole('button', { name: 'Show photo 1' }).click();
  const photo = bleed.getByRole('img', { name: 'Photo 1 of this bleed' });
  expect(await photo.getAttribute('src'), 'a JPEG, made of the PNG').toMatch(/^data:image\/jpeg;base64,/u);
  await shoot(page, 'taps-photo');
});

it('says that a bleed is over, and how well treatment worked, in two taps', async () => {
  expect(await taps('A bleed is over', button(/^Yes, it is over/), inSheet('Very well'))).toBe(2);
  await page
    .getByText(/^Saved: It is over/)
    .first()
    .waitFor();
});
