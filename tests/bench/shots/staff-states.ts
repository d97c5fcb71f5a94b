import type { Page } from 'playwright-core';
import { all, press, send, type } from './acts.ts';

/** A page of the staff in one state; its path as in the route table. */
export interface StaffState {
  readonly name: string;
  readonly path: string;
  readonly act: (page: Page) => Promise<void>;
}

const tab = (n: number): ((page: Page) => Promise<void>) => press(`.tabs button:nth-child(${String(n)})`);

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
  { name: 'centre-month-before', path: '/patients/:p', act: press('.month-head button') },
];
