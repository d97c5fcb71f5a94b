import type { Page } from 'playwright-core';

/** A page in one state. Selectors, not words: the same act is done in Arabic. */
export interface State {
  readonly name: string;
  readonly path: string;
  /** The demo account; nobody without it. */
  readonly as?: string;
  readonly act?: (page: Page) => Promise<void>;
}

const press =
  (...selectors: readonly string[]) =>
  async (page: Page): Promise<void> => {
    for (const selector of selectors) await page.locator(selector).first().click();
  };
/** A form sent as it is: its errors. */
const send = press('main form [type=submit]');
const pick =
  (selector: string, value: string, then = async (_page: Page): Promise<void> => {}) =>
  async (page: Page): Promise<void> => {
    await page.locator(selector).first().selectOption(value);
    await then(page);
  };

const signedOut: readonly State[] = [
  { name: 'sign-in-errors', path: '/sign-in', act: send },
  { name: 'reset-errors', path: '/reset', act: send },
  { name: 'accept-errors', path: '/accept', act: send },
  { name: 'statement-easy', path: '/statement', act: press('[value=easy]') },
  { name: 'statement-large', path: '/statement', act: press('[value=large]') },
  { name: 'no-such-page', path: '/nowhere' },
];

const inForms: readonly State[] = [
  { name: 'record-errors', path: '/record', act: send },
  { name: 'bleed-errors', path: '/bleed', act: send },
  { name: 'bleed-emergency', path: '/bleed', act: pick('#site', 'head') },
  { name: 'not-taken-errors', path: '/not-taken', act: send },
  { name: 'confirm-errors', path: '/confirm', act: send },
  { name: 'requests-errors', path: '/requests', act: send },
  { name: 'password-errors', path: '/password', act: send },
  { name: 'stock-delivery', path: '/stock', act: press('main .buttons .button') },
  {
    name: 'stock-delivery-errors',
    path: '/stock',
    act: press('main .buttons .button', 'main form [type=submit]'),
  },
  { name: 'stock-count', path: '/stock', act: press('main .buttons .button-second') },
  { name: 'stock-history', path: '/stock', act: press('main .more summary') },
  { name: 'insights-own-dates', path: '/insights', act: pick('#preset', 'own') },
  { name: 'export-ready', path: '/export', act: send },
  { name: 'access-log-change', path: '/access-log', act: press('main .more summary') },
];

const ofHome: readonly State[] = [
  { name: 'home-list', path: '/', act: press('.view-choice button:nth-child(2)') },
  { name: 'home-calendar', path: '/', act: press('.view-choice button:nth-child(1)') },
  { name: 'home-month-before', path: '/', act: press('.month-steps button') },
  {
    name: 'home-entry-open',
    path: '/',
    act: press('.view-choice button:nth-child(2)', '.entry .more summary'),
  },
  { name: 'home-repeat-sheet', path: '/', act: press('.acts-first .button-big') },
];

/** Other people's diaries, where Home says something else. */
const people: readonly State[] = [
  { name: 'home-bleed-open', path: '/', as: 'robin' },
  { name: 'home-over-sheet', path: '/', as: 'robin', act: press('.open-bleed .button') },
  { name: 'home-unconfirmed', path: '/', as: 'bryn' },
  { name: 'home-at-risk', path: '/', as: 'magnus', act: press('.home-acts .more summary') },
  { name: 'home-lapsed', path: '/', as: 'edith' },
  { name: 'home-on-demand', path: '/', as: 'hester' },
  { name: 'plan-on-demand', path: '/plan', as: 'hester' },
  { name: 'insights-empty', path: '/insights', as: 'bryn' },
  { name: 'home-two-children', path: '/', as: 'wren' },
  { name: 'statement-asked', path: '/', as: 'tam' },
  { name: 'statement-refused', path: '/refused', as: 'tam' },
];

/** Whose diaries the pages of the route tables are shown of: his own and a nephew's. */
export const READER = 'silas';

/** Every state beyond the pages as they open, in the order in which they are shot. */
export const STATES: readonly State[] = [
  ...signedOut,
  ...[...ofHome, ...inForms].map((state) => ({ as: READER, ...state })),
  ...people,
];
