import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import bwip from 'bwip-js/node';
import type { Locator, Page } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callApi, newId } from '../support/e2e/call-api.ts';
import { treatmentNow } from '../support/e2e/treatment-now.ts';
import { goTo, heading, shoot, startVisitors, visitAs, type Visitors } from '../support/e2e/visitor.ts';
import {
  newCarer,
  newCentre,
  newPatient,
  setPlan,
  type TestCentre,
  type TestPatient,
} from '../support/e2e/world.ts';
import { writeFilm } from '../support/scan/grey-video.ts';
import { type Drawn, seenCode } from '../support/scan/seen-code.ts';

const folder = mkdtempSync(join(tmpdir(), 'haemdiary-camera-'));
const film = join(folder, 'camera.y4m');
const CAMERA = [
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${film}`,
];
const GTIN = '09504000059118';

const WHOLE = `(01)${GTIN}(17)281120(10)ABC123`;

let visitors: Visitors;
let page: Page;
let centre: TestCentre;
let child: TestPatient;

/** What the camera sees when it is opened next. */
const show = (drawn: Omit<Drawn, 'kind'> & { readonly kind?: string }): void => {
  writeFilm(film, seenCode({ kind: 'gs1datamatrix', ...drawn }));
};

beforeAll(async () => {
  show({ text: WHOLE });
  visitors = await startVisitors(CAMERA);
  centre = await newCentre();
  child = await newPatient(centre, { givenName: 'Robin' });
  await setPlan(centre, child);
  page = await visitAs(visitors, await newCarer(centre, child), 375);
}, 120_000);
afterAll(async () => {
  // The last journey takes the connection away, and the browser notes each request that then fails.
  const isNews = (complaint: string): boolean => !complaint.includes('ERR_INTERNET_DISCONNECTED');
  expect(visitors.complaints().filter(isNews)).toEqual([]);
  await visitors.close();
  rmSync(folder, { recursive: true });
});

const daysAgo = (days: number): string =>
  Temporal.Now.plainDateISO('Europe/London').subtract({ days }).toString();
const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
const says = (text: string | RegExp): Promise<void> => page.getByText(text).first().waitFor();
const at = (row: number, name: string): Promise<string> =>
  page.locator(`#containers-${String(row)}-${name}`).inputValue();
const boxAt = async (row: number) => ({
  strength: await at(row, 'strength'),
  batch: await at(row, 'batch'),
  expiresOn: await at(row, 'expiresOn'),
});
const rows = (): Locator => page.locator('[id^=containers-][id$=-batch]');
const newForm = async (): Promise<void> => {
  await goTo(page, '/');
  await page.getByRole('link', { name: 'Record a treatment' }).first().click();
  await heading(page, 'Record a treatment');
  const again = button('Start again');
  if ((await again.count()) > 0) await again.click();
};

/** Opens the camera before what is drawn and waits for what the page says of it. */
async function scan(drawn: Parameters<typeof show>[0], said: string | RegExp): Promise<void> {
  show(drawn);
  await button('Scan the box').click();
  await says(said);
}

describe('a box with a code', () => {
  it('is asked about once, and then fills product, strength, batch and last day', async () => {
    await newForm();
    await scan({ text: `${WHOLE}(21)S0` }, 'Which box is this?');
    await shoot(page, 'scan-which');
    await button('Elocta 1,000 IU').click();
    await says('Filled in from the code: Elocta 1,000 IU. Please check it.');
    expect(await page.locator('#productId').inputValue()).toBe('elocta');
    expect(await boxAt(0)).toEqual({ strength: '1000', batch: 'ABC123', expiresOn: '2028-11-20' });
    await shoot(page, 'scan-filled');
  });

  it.each<[string, Partial<Drawn>]>([
    ['turned', { look: { degrees: 30 } }],
    ['skewed', { look: { skew: 0.15, degrees: 8 } }],
    ['pale', { look: { dark: 120, light: 165, noise: 4 } }],
    ['in a QR code', { kind: 'gs1qrcode' }],
    ['in bars', { kind: 'gs1-128' }],
  ])('is read when its code is %s, into a row of its own', async (_name, drawn) => {
    const row = await rows().count();
    const batch = `ROW${String(row)}`;
    await scan({ text: `(01)${GTIN}(17)281120(10)${batch}`, ...drawn }, /^Filled in from the code/);
    expect(await boxAt(row)).toEqual({ strength: '1000', batch, expiresOn: '2028-11-20' });
  });

  it('is not counted twice when the same one is scanned again', async () => {
    await scan({ text: `(01)${GTIN}(17)281120(10)ROW1` }, /in the list already/);
    expect(await rows().count()).toBe(6);
  });
});

describe('a code that is refused', () => {
  it.each([
    ['a wrong check digit', '(01)09504000059119(10)ABC123', 'gs1datamatrix', /numbers don’t add up/],
    ['month 13', `(01)${GTIN}(17)281301(10)ABC123`, 'gs1datamatrix', /month that does not exist/],
    ['no medicine’s', 'https://example.org/', 'qrcode', /not the code of a medicine/],
  ])('with %s says why, and the camera goes on looking', async (_name, text, kind, why) => {
    await scan({ text, kind }, why);
    expect(await page.locator('video').count()).toBe(1);
    await button('Close the camera').click();
  });
});

describe('a code without a batch', () => {
  it.each([
    ['a DataMatrix', `(01)${GTIN}(17)281120`, 'gs1datamatrix'],
    ['the bars of a shop', '9504000059118', 'ean13'],
  ])('of %s fills the product and asks for the batch', async (_name, text, kind) => {
    await newForm();
    await scan({ text, kind }, 'Which box is this?');
    await button('Elocta 1,000 IU').click();
    await says(/The code has no batch. Please type the batch from the box/);
    expect(await at(0, 'strength')).toBe('1000');
    expect(await page.evaluate('document.activeElement.id')).toBe('containers-0-batch');
  });
});

describe('a box of another product', () => {
  const other = { text: '(01)05012345678900(17)281120(10)ADV1' };

  it('is not mixed with those scanned before it', async () => {
    await newForm();
    await scan({ text: `${WHOLE}(21)S0` }, 'Which box is this?');
    await button('Elocta 1,000 IU').click();
    await scan(other, 'Which box is this?');
    await page.getByLabel('Another product').selectOption('advate');
    await page.locator('#which-strength').selectOption('500');
    await button('Use this').click();
    await says(/This box is Advate 500\sIU. The other boxes here are of another product/);
    expect(await boxAt(0)).toMatchObject({ batch: 'ABC123' });
    expect(await rows().count()).toBe(1);
  });

  it('changes the product of a treatment that has none yet, says so, and asks before it is saved', async () => {
    await newForm();
    await scan(other, 'Which box is this?');
    await page.getByLabel('Another product').selectOption('advate');
    await page.locator('#which-strength').selectOption('500');
    await button('Use this').click();
    await says(/The product was changed .* Advate 500\sIU.* It is not in your plan/);
    expect(await page.locator('#productId').inputValue()).toBe('advate');
    await button('Save').click();
    await says('This product is not in your plan. Is it right?');
    await shoot(page, 'scan-not-in-plan');
  });
});

describe('a photo of a code', () => {
  const photo = async (kind: string, text: string) => ({
    name: 'box.png',
    mimeType: 'image/png',
    buffer: await bwip.toBuffer({ bcid: kind, text, scale: 4, padding: 12, backgroundcolor: 'FFFFFF' }),
  });

  it('does as well as the camera', async () => {
    await newForm();
    rmSync(film, { force: true });
    await button('Scan the box').click();
    await says(/There is no camera here that we can use/);
    await shoot(page, 'scan-no-camera');
    const choose = page.getByLabel('Or choose a photo of the code');
    await choose.setInputFiles({ name: 'box.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
    await says('That file is not a picture. Choose a photo of the code.');
    await choose.setInputFiles(await photo('gs1datamatrix', WHOLE));
    await button('Elocta 1,000 IU').click();
    expect(await boxAt(0)).toEqual({ strength: '1000', batch: 'ABC123', expiresOn: '2028-11-20' });
  });
});

describe('a box whose code the diary knows', () => {
  it('is a saved entry in three taps on another phone, and offline after that', async () => {
    const sister = await newPatient(centre, { givenName: 'Wren' });
    await setPlan(centre, sister);
    const body = {
      ...treatmentNow(),
      when: { local: `${daysAgo(4)}T07:30`, zone: 'Europe/London' },
      containers: [{ strength: 1000, count: 1, batch: { kind: 'known', number: 'OLD1' }, gtin: GTIN }],
    };
    const path = `/v1/centre/patients/${sister.id}/treatments/${newId()}`;
    await callApi('centre', `PUT ${path}`, { token: centre.dataManager.token, body });
    const phone = await visitAs(visitors, await newCarer(centre, sister), 375);
    show({ text: `(01)${GTIN}(17)290131(10)NEW1(21)SECOND` });
    const taps = [
      phone.getByRole('link', { name: 'Record a treatment' }).first(),
      phone.getByRole('button', { name: 'Scan the box' }),
      phone.getByRole('button', { name: 'Save' }),
    ];
    const [record, scanner, save] = taps;
    const filled = phone.locator('#page').getByText(/^Filled in from the code: Elocta 1,000\sIU/);
    await record?.click();
    await scanner?.click();
    await filled.waitFor();
    expect(await phone.locator('#containers-0-batch').inputValue()).toBe('NEW1');
    await save?.click();
    await phone
      .getByText(/^Saved: Elocta/)
      .first()
      .waitFor();
    await phone.locator('.entry').getByText('Details').click();
    await phone.getByText(/batch NEW1, expires 31 January 2029/).waitFor();
    console.log(`A new box by scanning: ${String(taps.length)} taps`);
    await phone.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
    await phone.context().setOffline(true);
    await phone.reload();
    show({ text: `(01)${GTIN}(17)290131(10)NEW2(21)THIRD` });
    const sheet = phone.getByRole('dialog');
    const again = [
      phone.getByRole('button', { name: /^Repeat last treatment: Elocta/ }),
      sheet.getByRole('button', { name: 'Scan the box' }),
    ];
    for (const tap of again) await tap.click();
    await filled.waitFor();
    expect(await sheet.locator('#containers-0-batch').inputValue(), 'in the sheet, one press from Save').toBe(
      'NEW2',
    );
    await shoot(phone, 'scan-sheet');
    await again[1]?.click();
    const track = await phone.evaluateHandle<MediaStreamTrack>(
      'new Promise((done) => { const look = () => { const s = document.querySelector("video")?.srcObject; s ? done(s.getVideoTracks()[0]) : setTimeout(look, 50); }; look(); })',
    );
    await sheet.getByRole('button', { name: 'Close', exact: true }).click();
    await sheet.waitFor({ state: 'detached' });
    expect(await track.evaluate(({ readyState }) => readyState), 'the camera is off').toBe('ended');
    await phone.context().setOffline(false);
    await phone.context().close();
  });
});
