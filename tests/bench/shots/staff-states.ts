import type { Page } from 'playwright-core';
import { all, press, send, type } from './acts.ts';

/** A page of the staff in one state; its path as in the route table. */
export interface StaffState {
  readonly name: string;
  readonly path: string;
  readonly act: (page: Page) => Promise<void>;
}

const tab = (n: number): ((page: Page) => Promise<void>) => press(`.tabs button:nth-child(${String(n)})`);

const HANDOVER = '/patients/:young/handover';
/** Each carer decided on, and what a written consent asks for in sight. */
const decided: (page: Page) => Promise<void> = async (page) => {
  for (const choices of await page.locator('main form fieldset').all())
    await choices.locator('[type=radio]').first().check();
  await page.locator('#signed').check();
};
/** A photo is shown where it is asked for. */
const photo = '.entry-photos button';

/** Beyond the states that every page has. */
export const STAFF_STATES: readonly StaffState[] = [
  {
    name: 'centre-patients-none-found',
    path: '/patients',
    act: all(type('main input[type=search], main input', 'Nobody of that name'), press('main h1')),
  },
  ...[2, 3, 4].flatMap((n): StaffState[] => [
    { name: `centre-record-${String(n)}`, path: '/patients/:p/record', act: tab(n) },
    { name: `centre-record-${String(n)}-sent`, path: '/patients/:p/record', act: all(tab(n), send) },
  ]),
  { name: 'centre-stock-delivery', path: '/patients/:p/stock', act: press('main .buttons .button') },
  { name: 'centre-stock-count', path: '/patients/:p/stock', act: press('main .buttons .button-second') },
  { name: 'centre-handover', path: HANDOVER, act: press('main h1') },
  { name: 'centre-handover-sent', path: HANDOVER, act: send },
  { name: 'centre-handover-filled', path: HANDOVER, act: all(decided, type('#formReference', 'Folder 7')) },
  { name: 'centre-handover-filled-sent', path: HANDOVER, act: all(decided, type('#givenBy', ''), send) },
  { name: 'centre-photo-offered', path: '/patients/:p', act: (page) => page.locator(photo).first().hover() },
  {
    name: 'centre-photo-shown',
    path: '/patients/:p',
    act: async (page) => {
      await press(photo)(page);
      await page.locator('.entry-photo').first().waitFor();
    },
  },
  { name: 'centre-correct-bleed', path: '/patients/:p/entries/:month/:bleed', act: press('main h1') },
  {
    name: 'centre-correct-bleed-sent',
    path: '/patients/:p/entries/:month/:bleed',
    act: all(type('#day', ''), type('#pain', '12'), send),
  },
  {
    name: 'centre-insights',
    path: '/patients/:p',
    act: async (page) => {
      await press('.panel .button-second:not(a)')(page);
      await page.locator('.patient-month form').first().waitFor();
    },
  },
  { name: 'centre-month-before', path: '/patients/:p', act: press('.month-head button') },
];
