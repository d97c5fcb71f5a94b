import type { Page } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { callApi, newId } from '../support/e2e/call-api.ts';
import { type KeptProfile, newProfile } from '../support/e2e/kept-profile.ts';
import type { Person } from '../support/e2e/people.ts';
import { goTo, heading, shoot, signIn } from '../support/e2e/visitor.ts';
import { newCarer, newCentre, newPatient, setPlan, type TestPatient, today } from '../support/e2e/world.ts';

const dayBack = (days: number): string => Temporal.PlainDate.from(today()).subtract({ days }).toString();
const SOON = { timeout: 30_000 };

let child: TestPatient;
let mother: Person;
let phone: KeptProfile;
beforeAll(async () => {
  const centre = await newCentre();
  child = await newPatient(centre, { givenName: 'Robin' });
  await setPlan(centre, child, { from: dayBack(60), days: 1 });
  mother = await newCarer(centre, child);
  phone = newProfile();
});
afterAll(async () => phone.close());

/** How many acts the page says are not sent. */
const waitingIs = async (page: Page, count: number): Promise<void> => {
  const says = count === 1 ? '1 thing is' : `${String(count)} things are`;
  const found = page.getByText(`${says} on this phone and not sent yet.`);
  await expect.poll(() => found.count(), { ...SOON, interval: 50 }).toBe(1);
};

/** Marks a day as not taken with what a person presses, and waits until it is on the phone. */
async function recordDay(page: Page, day: string, waiting: number): Promise<void> {
  await goTo(page, '/not-taken');
  await heading(page, 'Dose not taken');
  await page.getByLabel('First day (required)').fill(day);
  await page.getByLabel('Last day (required)').fill(day);
  await page.getByRole('button', { name: 'Save' }).click();
  await heading(page, 'Robin’s diary');
  await waitingIs(page, waiting);
}

/** So many days, each a further day back. */
async function recordDays(page: Page, from: number, to: number, before = from - 1): Promise<void> {
  for (let back = from; back <= to; back += 1) await recordDay(page, dayBack(back), before + back - from + 1);
}

const months = z.object({
  entries: z.array(
    z.object({ id: z.string(), kind: z.string(), from: z.string().optional(), source: z.string() }),
  ),
});

/** What the server has of the last two months, whoever asks. */
async function atServer(): Promise<z.infer<typeof months>['entries']> {
  const names = [...new Set([dayBack(0), dayBack(31), dayBack(40)].map((day) => day.slice(0, 7)))];
  const read = await Promise.all(
    names.map(async (month) =>
      months.parse(
        await callApi('diary', `GET /v1/diaries/${child.centre}/${child.id}?month=${month}`, {
          token: mother.token,
        }),
      ),
    ),
  );
  return read.flatMap(({ entries }) => entries);
}

describe('thirty entries without a connection', () => {
  let page: Page;

  it('are on the phone at once, each with where it is', async () => {
    page = await phone.open('online');
    await signIn(page, mother);
    await heading(page, 'Robin’s diary');
    await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
    // The copy of the last three months is kept after the first look.
    await expect
      .poll(async () =>
        page.evaluate(`Object.keys(localStorage).some((name) => name.startsWith('haemdiary-copied/'))`),
      )
      .toBe(true);
    await phone.setOffline(true);
    await recordDays(page, 1, 12);
    await page.locator('.entry').filter({ hasText: 'On this phone' }).first().waitFor();
    await shoot(page, 'offline-home');
  });

  it('outlive a crash of the browser, and more come after it', async () => {
    await phone.crash();
    page = await phone.open('offline');
    await heading(page, 'Robin’s diary');
    await waitingIs(page, 12);
    await page.getByText(/You are not connected. This is how it was on/).waitFor();
    await shoot(page, 'offline-copy');
    await recordDays(page, 13, 20);
  });

  it('outlive a sign-out that finds no connection', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click();
    await heading(page, 'Before you sign out');
    await shoot(page, 'offline-leave');
    await page.getByRole('button', { name: 'Sign out and send at my next sign-in' }).click();
    await heading(page, 'Sign in');
    expect(await page.getByText('Robin').count(), 'nothing of the diary is left to be seen').toBe(0);
  });

  it('stand beside what another device records meanwhile', async () => {
    const at = `/v1/diaries/${child.centre}/${child.id}`;
    for (const back of [41, 42])
      await callApi('diary', `PUT ${at}/not-taken/${newId()}`, {
        token: mother.token,
        body: {
          mutationId: newId(),
          typedAt: Temporal.Now.instant().toString({ smallestUnit: 'second' }),
          from: dayBack(back),
          to: dayBack(back),
        },
      });
    await phone.setOffline(false);
    await signIn(page, mother);
    await heading(page, 'Robin’s diary');
    await expect.poll(async () => (await atServer()).length, SOON).toBe(22);
  });

  it('are thirty on the server, each once, and none is left behind', async () => {
    await phone.setOffline(true);
    await recordDays(page, 21, 30, 0);
    await phone.setOffline(false);
    await page.getByText(/on this phone and not sent yet/).waitFor({ state: 'detached' });
    const entries = await atServer();
    const days = new Set(entries.map(({ from }) => from));
    const ids = new Set(entries.map(({ id }) => id));
    for (let back = 1; back <= 30; back += 1) expect(days).toContain(dayBack(back));
    expect(ids.size).toBe(32);
    // A period that touches two months stands in both; none of these does.
    expect(entries).toHaveLength(32);
  });
});
