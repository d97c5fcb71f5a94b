import type { Page } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { addressOf, callApi, newId } from '../support/e2e/call-api.ts';
import { ADJUSTABLE_CLOCK, setClockOff, storeOf } from '../support/e2e/device-store.ts';
import { type KeptProfile, newProfile } from '../support/e2e/kept-profile.ts';
import { newToken, type Person } from '../support/e2e/people.ts';
import { treatmentNow } from '../support/e2e/treatment-now.ts';
import { goTo, heading, shoot, signIn } from '../support/e2e/visitor.ts';
import {
  newCarer,
  newCentre,
  newPatient,
  setPlan,
  type TestCentre,
  type TestPatient,
  today,
} from '../support/e2e/world.ts';

const day = Temporal.PlainDate.from(today());
const dayBack = (days: number): string => day.subtract({ days }).toString();
/** In the oldest of the three months that a device keeps. */
const LONG_AGO = day.with({ day: 1 }).subtract({ months: 2 }).with({ day: 15 }).toString();
const SOON = { timeout: 30_000 };

let centre: TestCentre;
let child: TestPatient;
let mother: Person;
let phone: KeptProfile;
let tablet: KeptProfile;
/** The phone's page, and the tablet's: two browsers, each with a profile of its own. */
let page: Page;
let other: Page;
/** Treatments by the centre: one of today, one in the oldest month. */
const [dose, old] = [newId(), newId()];

beforeAll(async () => {
  centre = await newCentre();
  child = await newPatient(centre, { givenName: 'Robin' });
  await setPlan(centre, child, { from: dayBack(60), days: 1 });
  const { token } = centre.dataManager;
  const at = `/v1/centre/patients/${child.id}/treatments`;
  const when = { local: `${LONG_AGO}T07:30`, zone: 'Europe/London' };
  const body = { ...treatmentNow(), when, passed: ['long-ago'] };
  await callApi('centre', `PUT ${at}/${old}`, { token, body });
  await callApi('centre', `PUT ${at}/${dose}`, { token, body: treatmentNow() });
  mother = await newCarer(centre, child);
  phone = newProfile();
  tablet = newProfile();
});
afterAll(async () => Promise.all([phone.close(), tablet.close()]));

const press = (on: Page, name: string | RegExp) => on.getByRole('button', { name }).click();
const diary = () => heading(page, 'Robin’s diary');
/** Polled often: what is waited for takes moments, thirty times over. */
const appears = async (on: Page, text: string | RegExp): Promise<void> => {
  await expect.poll(() => on.getByText(text).count(), { ...SOON, interval: 50 }).toBeGreaterThan(0);
};

/** How many acts the page says are not sent. */
const waitingIs = async (count: number): Promise<void> => {
  const says = count === 1 ? '1 thing is' : `${String(count)} things are`;
  await appears(page, `${says} on this phone and not sent yet.`);
};

/** Marks a day as not taken with what a person presses. */
async function recordDay(on: Page, which: string): Promise<void> {
  await goTo(on, '/not-taken');
  await heading(on, 'Dose not taken');
  await on.getByLabel('First day (required)').fill(which);
  await on.getByLabel('Last day (required)').fill(which);
  await press(on, 'Save');
  await heading(on, 'Robin’s diary');
}

/** So many days, each a further day back and each on the phone before the next one. */
async function recordDays(from: number, to: number, before: number): Promise<void> {
  for (let back = from; back <= to; back += 1) {
    await recordDay(page, dayBack(back));
    await waitingIs(before + back - from + 1);
  }
}

/** Corrects the batch of the treatment, as a person does. */
async function correctBatch(on: Page, batch: string): Promise<void> {
  await goTo(on, `/treatments/${today().slice(0, 7)}/${dose}`);
  await heading(on, 'Correct a treatment');
  await on.getByRole('textbox', { name: /^Batch number/ }).fill(batch);
  await press(on, 'Save');
  await heading(on, 'Robin’s diary');
}

const months = z.object({
  entries: z.array(
    z.looseObject({
      id: z.string(),
      kind: z.string(),
      version: z.int(),
      from: z.string().optional(),
      receivedAt: z.string(),
    }),
  ),
  photos: z.array(z.object({ id: z.string() })).optional(),
});

/** What the server has of the last two months, each entry once however many of them it touches. */
async function atServer() {
  const names = [...new Set([dayBack(0), dayBack(31), dayBack(44)].map((one) => one.slice(0, 7)))];
  const read = await Promise.all(
    names.map(async (month) =>
      months.parse(
        await callApi('diary', `GET /v1/diaries/${child.centre}/${child.id}?month=${month}`, {
          token: mother.token,
        }),
      ),
    ),
  );
  const entries = read.flatMap((one) => one.entries);
  const of = (kind: string) => entries.filter((entry) => entry.kind === kind);
  return { of, photos: read[0]?.photos ?? [], dose: entries.find(({ id }) => id === dose) };
}
const daysThere = async (): Promise<number> => (await atServer()).of('not-taken').length;

/** What the calendar says of a day that it shows. */
const cell = async (which: string): Promise<string> =>
  (await page.locator(`#day-${which}`).getAttribute('aria-label')) ?? '';

const version = (title: RegExp) =>
  page.locator('.version').filter({ has: page.getByRole('heading', { name: title }) });

/** One act can't be sent as it is: from Home to where that is seen to. */
async function needsOne(): Promise<void> {
  await appears(page, '1 thing you recorded needs you.');
  await page.getByRole('link', { name: /^Look at (?:it|them)$/ }).click();
  await appears(page, 'Needs you');
}

describe('thirty entries without a connection', () => {
  it('are on the phone at once, each with where it is', async () => {
    page = await phone.open('online');
    await page.context().addInitScript(ADJUSTABLE_CLOCK);
    await signIn(page, mother);
    await diary();
    await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
    // The copy of the last three months is kept after the first look.
    await expect.poll(async () => (await storeOf(page)).kept.length, SOON).toBe(5);
    await phone.setOffline(true);
    await recordDays(1, 12, 0);
    await page.locator('.entry').filter({ hasText: 'On this phone' }).first().waitFor();
    await shoot(page, 'offline-home');
  });

  it('may be a correction, and a bleed with its photo', async () => {
    await correctBatch(page, 'PHONE1');
    await waitingIs(13);
    await goTo(page, '/bleed');
    await page.locator('[data-view="front"] [data-place="knee/left"]').click();
    await page.getByRole('radio', { name: /^Minor/ }).check();
    await page.getByRole('radio', { name: /A knock, a fall/ }).check();
    await press(page, 'Save');
    await diary();
    await waitingIs(14);
    const bleed = page.locator('.entry').filter({ hasText: 'Bleed: Left knee' });
    await bleed.getByText('Details').click();
    const buffer = await page.screenshot();
    await bleed.getByLabel('Add a photo').setInputFiles({ name: 'knee.png', mimeType: 'image/png', buffer });
    await bleed.getByRole('img', { name: 'Photo 1 of this bleed' }).waitFor();
    await waitingIs(15);
  });

  it('outlive a crash of the browser and a reload, and more come after them', async () => {
    await phone.crash();
    page = await phone.open('offline');
    await page.context().addInitScript(ADJUSTABLE_CLOCK);
    await diary();
    await waitingIs(15);
    await page.reload();
    await waitingIs(15);
    await appears(page, /You are not connected. This is how it was on/);
    await shoot(page, 'offline-copy');
    await recordDays(13, 20, 15);
  });

  it('do not keep anybody from reading the last three months', async () => {
    await press(page, 'Previous month');
    await press(page, 'Previous month');
    await expect.poll(() => cell(LONG_AGO)).toContain('1 treatment recorded');
    await appears(page, /You are not connected. This is how it was on/);
  });

  it('outlive a sign-out that finds no connection', async () => {
    await press(page, 'Sign out');
    await heading(page, 'Before you sign out');
    await page.getByRole('link', { name: /^Look at (?:it|them)$/ }).waitFor();
    await shoot(page, 'offline-leave');
    await press(page, 'Sign out and send at my next sign-in');
    await heading(page, 'Sign in');
    expect(await page.getByText('Robin').count(), 'nothing of the diary is left to be seen').toBe(0);
    const { outbox, kept } = await storeOf(page);
    expect([outbox.length, kept]).toEqual([23, []]);
  });

  it('leave the emergency numbers to whoever is signed out and without a connection', async () => {
    await page.goto(`${addressOf('diary')}/emergency`);
    await page.getByRole('link', { name: '01632 960999' }).waitFor();
    await page.getByRole('link', { name: '999', exact: true }).waitFor();
    await appears(page, 'Nobody is watching this screen.');
    await shoot(page, 'offline-emergency');
  });

  it('stand beside what a second device records meanwhile, and are sent in the order they were made', async () => {
    other = await tablet.open('online');
    await signIn(other, mother);
    await heading(other, 'Robin’s diary');
    await recordDay(other, dayBack(41));
    await correctBatch(other, 'TABLET1');
    await appears(other, /^Saved: Elocta/);
    await phone.setOffline(false);
    await goTo(page, '/');
    await signIn(page, mother);
    await diary();
    await expect.poll(daysThere, SOON).toBe(21);
    await expect.poll(async () => (await atServer()).photos.length, SOON).toBe(1);
    const there = await atServer();
    expect(there.of('bleed')).toHaveLength(1);
    const mine = there.of('not-taken').filter(({ from }) => from !== dayBack(41));
    const arrived = mine.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? 1 : -1));
    const times = arrived.map(({ receivedAt }) => receivedAt);
    expect(times).toEqual(times.toSorted());
  });

  it('ask where both have corrected the same one: both versions are shown, and the person decides', async () => {
    await needsOne();
    await appears(page, /^Sent$/);
    await version(/^Yours, on this phone/)
      .getByText(/PHONE1/)
      .waitFor();
    await version(/^In the diary now/)
      .getByText(/TABLET1/)
      .waitFor();
    await shoot(page, 'offline-conflict');
    expect(JSON.stringify((await atServer()).dose), 'nothing is decided yet').toContain('TABLET1');
    await press(page, 'Mine is right');
    await expect.poll(async () => JSON.stringify((await atServer()).dose), SOON).toContain('PHONE1');
    expect((await atServer()).dose?.version).toBe(3);
  });

  it('outlive a session that has run out', async () => {
    await phone.setOffline(true);
    await recordDays(21, 30, 0);
    await recordDays(0, 0, 10);
    await page.context().clearCookies();
    await page.reload();
    await waitingIs(11);
    await setPlan(centre, child, { from: dayBack(0), days: 2 });
    await phone.setOffline(false);
    await signIn(page, mother);
    await expect.poll(daysThere, SOON).toBe(31);
  });

  it('ask where the plan has changed since, with both plans', async () => {
    await needsOne();
    await version(/^The plan this phone knew/)
      .getByText(/every day/)
      .waitFor();
    await version(/^The plan for that day now/)
      .getByText(/every 2 days/)
      .waitFor();
    await shoot(page, 'offline-plan');
    await press(page, 'Yes, this is right: send it');
    await appears(page, 'Everything you recorded on this phone has been sent.');
  });

  it('are thirty on the server, each once, and none is left behind', async () => {
    const there = (await atServer()).of('not-taken');
    const days = new Set(there.map(({ from }) => from));
    for (let back = 1; back <= 30; back += 1) expect(days).toContain(dayBack(back));
    // With the one of the tablet, and the one of today. None touches two months.
    expect(new Set(there.map(({ id }) => id)).size).toBe(32);
    expect(there).toHaveLength(32);
    await expect.poll(async () => (await storeOf(page)).outbox).toEqual([]);
  });
});

describe('what a phone keeps', () => {
  it('opens while the server is slow, and gives up at the first answer what is withheld', async () => {
    await goTo(page, '/');
    await expect.poll(() => cell(today()), SOON).toContain('1 treatment recorded');
    let answer = (): void => undefined;
    const slow = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/v1/**', async (route) => {
      await slow;
      await route.continue();
    });
    await page.reload();
    await expect.poll(() => cell(today()), SOON).toContain('1 treatment recorded');
    expect(await page.getByText(/You are not connected/).count()).toBe(0);
    const from = { carers: true, accounts: [], centres: [] };
    const reviewOn = day.add({ days: 30 }).toString();
    for (const id of [dose, old]) {
      const body = { mutationId: newId(), from, reason: 'Safeguarding', reviewOn };
      const path = `PUT /v1/centre/patients/${child.id}/withheld/entry/${id}`;
      await callApi('centre', path, { token: centre.dataManager.token, body });
    }
    const before = (await storeOf(page)).text;
    for (const id of [dose, old]) expect(before).toContain(id);
    answer();
    await expect.poll(() => cell(today()), SOON).not.toContain('treatment recorded');
    // Also what is in a month that nobody looked at.
    for (const id of [dose, old])
      await expect.poll(async () => (await storeOf(page)).text, SOON).not.toContain(id);
    await page.unroute('**/v1/**');
  });

  it('is listed in the settings, with the way to the home screen, and can be switched off', async () => {
    const tools = await page.context().newCDPSession(page);
    const { installabilityErrors } = await tools.send('Page.getInstallabilityErrors');
    expect(installabilityErrors).toEqual([]);
    await goTo(page, '/settings');
    await expect.poll(() => page.getByText(/, as it was on /).count()).toBe(3);
    await page.evaluate(`dispatchEvent(Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
      prompt: () => { window.wasAsked = true; return Promise.resolve(); },
    }))`);
    await press(page, 'Put it on my home screen');
    expect(await page.evaluate('window.wasAsked')).toBe(true);
    await shoot(page, 'offline-settings');
    const keep = page.getByLabel(/^Keep the last three months on this phone/);
    await keep.uncheck();
    await appears(page, 'No copy of your diary');
    expect((await storeOf(page)).kept).toEqual([]);
    await keep.check();
  });

  it('has its clock asked about where that is wrong', async () => {
    await goTo(page, '/');
    const refreshes: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/refresh')) refreshes.push(request.url());
    });
    await setClockOff(page, 25);
    await appears(page, 'Is the clock of this phone right?');
    await expect
      .poll(() => page.locator('.day[aria-pressed="true"]').getAttribute('id'), {
        message: 'the day that is looked at is the server’s, not the phone’s',
      })
      .toBe(`day-${today()}`);
    await shoot(page, 'offline-clock');
    await press(page, 'It is wrong: offer me the right times here');
    await goTo(page, '/record');
    const now = Temporal.Now.zonedDateTimeISO('Europe/London');
    const offered = await page.getByLabel(/^Time/).inputValue();
    const apart = now.toPlainTime().until(Temporal.PlainTime.from(offered)).total('minutes');
    expect(Math.abs(apart)).toBeLessThan(30);
    expect(refreshes, 'it is taken up again once, whatever the clock says of its end').toHaveLength(1);
  });

  it('is warned about while it waits too long, and locks after 14 days without the server', async () => {
    await goTo(page, '/');
    await diary();
    await phone.setOffline(true);
    await recordDays(43, 43, 0);
    await setClockOff(page, 5 * 24);
    await appears(page, /^Some of it has waited (?:3|4) days/);
    await page.getByRole('link', { name: /^Put Haemdiary on your home screen/ }).waitFor();
    await setClockOff(page, 16 * 24 + 2);
    await heading(page, 'Your diary is locked on this phone');
    await shoot(page, 'offline-locked');
    const { kept, outbox } = await storeOf(page);
    expect([kept, outbox]).toEqual([[], ['put-not-taken']]);
    await phone.setOffline(false);
    await setClockOff(page, 0);
    await diary();
    await expect.poll(daysThere, SOON).toBe(33);
  });

  it('is gone after a sign-out that leaves nothing unsent', async () => {
    await page.getByText(/on this phone and not sent yet/).waitFor({ state: 'detached' });
    await press(page, 'Sign out');
    await heading(page, 'Sign in');
    const { outbox, kept, text, caches } = await storeOf(page);
    expect([outbox, kept]).toEqual([[], []]);
    for (const told of ['Robin', child.id, 'PHONE1', 'elocta', 'Elocta', 'knee', dose])
      expect(text).not.toContain(told);
    expect(caches.filter((name) => !/^(?:shell-|reader$)/.test(name))).toEqual([]);
  });

  it('goes when another device ends this one, with what was not sent, as that one says', async () => {
    await signIn(page, mother);
    await diary();
    await phone.setOffline(true);
    await recordDays(44, 44, 0);
    await goTo(other, '/devices');
    const end = other.getByRole('button', { name: /^Sign this device out/ });
    await end.first().waitFor();
    for (let left = await end.count(); left > 0; left -= 1) {
      await end.first().click();
      const proof = other.getByLabel('Your password (required)');
      await proof.or(other.getByText('The device is signed out.')).first().waitFor();
      if ((await proof.count()) > 0) {
        await proof.fill(mother.password);
        await press(other, 'Go on');
      }
      await expect.poll(() => end.count(), SOON).toBe(left - 1);
    }
    await phone.setOffline(false);
    await heading(page, 'Sign in');
    const { outbox, kept, text } = await storeOf(page);
    expect([outbox, kept]).toEqual([[], []]);
    expect(text).not.toContain(child.id);
    // The session that asks the server had been ended with them.
    mother = { ...mother, token: await newToken(mother) };
    expect(await daysThere()).toBe(33);
  });

  it('is gone when consent was revoked, and what was made before goes to the centre, which decides', async () => {
    await signIn(page, mother);
    await diary();
    await expect.poll(async () => (await storeOf(page)).kept.join(), SOON).toContain(child.id);
    await phone.setOffline(true);
    await recordDays(42, 42, 0);
    const { token } = centre.dataManager;
    const at = `/v1/centre/patients/${child.id}`;
    const body = {
      mutationId: newId(),
      change: 'revoked',
      givenBy: 'Rowan Ashdown',
      relation: 'parent',
      on: today(),
      formReference: 'Shelf 4',
    };
    await callApi('centre', `PUT ${at}/consents/${newId()}`, { token, body });
    await goTo(page, '/waiting');
    await phone.setOffline(false);
    await appears(page, 'Received by your centre');
    await shoot(page, 'offline-received');
    const { outbox, kept } = await storeOf(page);
    expect(outbox).toEqual([]);
    expect(kept.join()).not.toContain(child.id);
    const late = await callApi('centre', `GET ${at}/late`, { token });
    expect(z.object({ items: z.array(z.unknown()) }).parse(late).items).toHaveLength(1);
  });
});
