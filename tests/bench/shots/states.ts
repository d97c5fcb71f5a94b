import type { Page } from 'playwright-core';
import { AFTER_ACTS } from './act-states.ts';
import { all, askingForProof, check, dayBack, pick, press, send, startAgain, type } from './acts.ts';
import { scanned } from './scanned.ts';

/** A page in one state. */
export interface State {
  readonly name: string;
  readonly path: string;
  /** The demo account; nobody without it. */
  readonly as?: string;
  readonly act?: (page: Page) => Promise<void>;
}

const code = 'HAEM-TEST-2026';
/** As an invitation is seen. In a later walk the newcomer has accepted the only one there is. */
const SEEN = {
  kind: 'patient',
  centreName: 'Larkfield',
  birthDateNeeded: true,
  expiresAt: '2099-01-01T00:00:00Z',
};
const seen: NonNullable<State['act']> = async (page) => {
  const where = '**/v1/session/diary/invitation';
  await page.route(where, (route) => route.fulfill({ json: SEEN }));
  await all(type('#code', code), send, press('#username'))(page);
  await page.unroute(where);
};

const signedOut: readonly State[] = [
  {
    name: 'sign-in-refused',
    path: '/sign-in',
    act: all(type('#username', 'nobody'), type('#password', 'not the password'), send),
  },
  { name: 'reset-code', path: '/reset', act: all(type('#username', 'nobody'), send, press('#code')) },
  { name: 'accept-unknown', path: '/accept', act: all(type('#code', 'AAAA-BBBB-CCCC'), send) },
  { name: 'statement-easy', path: '/statement', act: press('[value=easy]') },
  { name: 'statement-large', path: '/statement', act: press('[value=large]') },
  { name: 'no-such-page', path: '/nowhere' },
];

/** Before the newcomer has accepted. */
export const INVITED: readonly State[] = [
  { name: 'accept-form', path: '/accept', act: seen },
  {
    name: 'accept-form-sent',
    path: '/accept',
    act: all(seen, send),
  },
  {
    name: 'accept-existing',
    path: '/accept',
    act: all(seen, press('[value=existing]')),
  },
];

const treatments: readonly State[] = [
  { name: 'record-product', path: '/record', act: all(startAgain, pick('#productId', { index: 1 })) },
  {
    name: 'record-not-known',
    path: '/record',
    act: all(startAgain, pick('#productId', { index: 1 }), check('#containers-0-notKnown'), send),
  },
  { name: 'record-other', path: '/record', act: all(startAgain, pick('#productId', 'other'), send) },
  {
    name: 'record-two-batches',
    path: '/record',
    act: all(startAgain, pick('#productId', { index: 1 }), press('.part > .button-quiet')),
  },
  {
    name: 'record-new-bleed',
    path: '/record',
    act: all(startAgain, pick('#reason', 'new-bleed'), send),
  },
  { name: 'repeat-questions', path: '/repeat', act: all(startAgain, type('#date', dayBack(45)), send) },
  { name: 'repeat-kept', path: '/repeat' },
  { name: 'record-scan', path: '/record', act: all(startAgain, press('.scan-act button', '#scan-title')) },
  { name: 'record-scan-refused', path: '/record', act: all(startAgain, scanned('wrong-digit')) },
  { name: 'record-scan-which', path: '/record', act: all(startAgain, scanned('unknown')) },
];

const bleeds: readonly State[] = [
  { name: 'bleed-emergency', path: '/bleed', act: pick('#site', 'head') },
  {
    name: 'bleed-whole',
    path: '/bleed',
    act: all(pick('#site', 'knee'), check('[name=treated][value=last]'), check('[name=ended][value=yes]')),
  },
];

const others: readonly State[] = [
  { name: 'confirm-own', path: '/confirm', act: all(check('[name=period][value=own]'), send) },
  { name: 'confirm-linked', path: '/confirm?period=month', act: check('#answers-no-bleeds') },
  { name: 'stock-delivery', path: '/stock', act: press('main .buttons .button') },
  { name: 'stock-delivery-sent', path: '/stock', act: all(press('main .buttons .button'), send) },
  { name: 'stock-count', path: '/stock', act: press('main .buttons .button-second') },
  { name: 'stock-wasted', path: '/stock', act: all(press('main li .link'), send) },
  { name: 'insights-own-dates', path: '/insights', act: pick('#preset', 'own') },
  { name: 'export-ready', path: '/export', act: send },
  {
    name: 'requests-proof',
    path: '/requests',
    act: askingForProof(check('[value=deletion]'), send),
  },
  { name: 'devices-proof', path: '/devices', act: askingForProof(press('main .button-second')) },
  {
    name: 'address-proof',
    path: '/address',
    act: askingForProof(type('#email', 'new.address@example.org'), send),
  },
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
  {
    name: 'home-repeat-questions',
    path: '/',
    act: all(
      press('.acts-first .button-big'),
      type('dialog #date', dayBack(45)),
      press('dialog [type=submit]'),
    ),
  },
];

/** Other people's diaries, where Home says something else. */
const people: readonly State[] = [
  { name: 'home-bleed-open', path: '/', as: 'robin' },
  { name: 'home-over-sheet', path: '/', as: 'robin', act: press('.open-bleed .button') },
  { name: 'home-treat-sheet', path: '/', as: 'robin', act: press('.open-bleed .button >> nth=1') },
  {
    name: 'home-bleed-photos',
    path: '/',
    as: 'robin',
    act: press(
      '.view-choice button:nth-child(2)',
      '.entry:has(.mark-bleed) .more summary',
      'input[type=file]',
    ),
  },
  {
    name: 'bleed-same',
    path: '/bleed',
    as: 'robin',
    act: all(pick('#site', 'shoulder'), check('[name=side][value=left]')),
  },
  { name: 'bleed-correct', path: '/', as: 'robin', act: press('.open-bleed a.link', '#response') },
  { name: 'home-unconfirmed', path: '/', as: 'bryn' },
  { name: 'home-at-risk', path: '/', as: 'magnus', act: press('.home-acts .more summary') },
  { name: 'home-lapsed', path: '/', as: 'edith' },
  { name: 'home-on-demand', path: '/', as: 'hester' },
  { name: 'plan-on-demand', path: '/plan', as: 'hester' },
  { name: 'address-none', path: '/address', as: 'edith' },
  { name: 'home-two-children', path: '/', as: 'wren' },
  { name: 'home-two-sheet', path: '/', as: 'wren', act: press('.acts-first .button-big') },
  { name: 'record-two-children', path: '/record', as: 'wren', act: pick('#productId', { index: 1 }) },
  { name: 'statement-asked', path: '/', as: 'tam' },
  { name: 'statement-refused', path: '/refused', as: 'tam' },
];

/** Whose diaries the pages of the route tables are shown of: his own and a nephew's. */
export const READER = 'silas';

/** Every state beyond those that every page has, in the order in which they are shot. */
export const STATES: readonly State[] = [
  ...signedOut,
  ...[...ofHome, ...treatments, ...bleeds, ...others, ...AFTER_ACTS].map((state) => ({
    as: READER,
    ...state,
  })),
  ...people,
];
