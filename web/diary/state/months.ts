import { computed, signal } from '@preact/signals';
import type { MonthView } from '#contracts/diary.ts';
import { api } from '../../shared/api/api.ts';
import type { Failure } from '../../shared/api/failure.ts';
import { deviceDay, deviceZone, localNow, monthOf } from '../../shared/dates/days.ts';
import { session } from '../../shared/session/session.ts';
import { rememberEmergency } from './emergency-numbers.ts';
import { type DiaryLink, person } from './me.ts';
import { asOfToday } from './as-of-today.ts';
import { clock } from './clock.ts';
import type { KeptMonth } from './device/copies.ts';
import { overlay } from './pending.ts';

/**
 * Months read in this visit, by diary and month, or copied on this device earlier. Every read is in the access log, so
 * none is read ahead; the copy that a device asks for is noted there as one.
 */
const held = signal<Readonly<Record<string, MonthView>>>({});
/** Of the months that are copies: when they were read, ISO. */
const copied = signal<Readonly<Record<string, string>>>({});
const trouble = signal<Readonly<Record<string, Failure>>>({});
/** The device's clock when each was read, in milliseconds: a page stays open, and a copy is kept, past midnight. */
const readAt = new Map<string, number>();
const now = signal(Date.now());
let today = deviceDay();
/** Of the diary read last: its days are the calendar's. */
let homeZone: string | undefined;
const shown = signal(monthOf(today));
const day = signal(today);
const reading = new Map<string, Promise<void>>();

const keyOf = (month: string): string => {
  const link = person.link.value;
  return link === undefined ? '' : `${link.centre}/${link.patient}/${month}`;
};

const without = <T>(
  record: Readonly<Record<string, T>>,
  isGone: (key: string) => boolean,
): Readonly<Record<string, T>> => Object.fromEntries(Object.entries(record).filter(([key]) => !isGone(key)));

/** Loaded after the first page. */
const copying = () => import('./device/copy-read.ts');

/** Shows what this device keeps of months that have not been read. */
function take(kept: readonly KeptMonth[]): void {
  for (const { view, at } of kept) {
    const place = keyOf(view.month);
    if (held.peek()[place] !== undefined) continue;
    readAt.set(place, Date.parse(at));
    held.value = { ...held.peek(), [place]: view };
    copied.value = { ...copied.peek(), [place]: at };
  }
}

const takeCopies = async (link: DiaryLink, month: string): Promise<void> => {
  take(await copying().then(({ readCopy }) => readCopy(link, month)));
};

/**
 * While the session is taken up, opens on the copies of this device: three answers would be waited for one by one. Who
 * it is and what they see come in one go, so that the page is drawn once; what is shown is then read as ever.
 */
async function open(): Promise<void> {
  const account = session.lastAccount();
  if (session.state.peek() !== 'starting' || account === undefined) return;
  const [{ monthsIn }, { readCopies }] = await Promise.all([copying(), import('./device/copies.ts')]);
  const asked = readCopies(account);
  // The first clock of a zone is the browser's slowest: made while the device looks for the copies.
  localNow(deviceZone());
  const kept = await asked;
  if (!person.open(kept)) return;
  const link = person.link.peek();
  if (link !== undefined && typeof kept === 'object') take(monthsIn(kept, link, shown.peek()));
}

async function fetchMonth(link: DiaryLink, month: string, key: string): Promise<void> {
  const params = { c: link.centre, p: link.patient };
  const outcome = await api('get-month', { params, query: { month } });
  reading.delete(key);
  if (outcome.ok) {
    rememberEmergency(outcome.value.centre);
    readAt.set(key, Date.now());
    held.value = { ...held.value, [key]: outcome.value };
    homeZone = outcome.value.homeZone;
    beginDay(outcome.value.today);
    copied.value = without(copied.value, (other) => other === key);
    trouble.value = without(trouble.value, (other) => other === key);
    void copying().then(({ copyRead }) => copyRead(link, outcome.value));
    return;
  }
  if (outcome.failure.code === 'not-found' || outcome.failure.code === 'consent-needed') {
    // The link or the consent has ended: nothing of this diary stays, neither here nor on the device.
    const isOfDiary = (other: string): boolean => other.startsWith(keyOf(''));
    held.value = without(held.value, isOfDiary);
    await copying().then(({ forgetRead }) => forgetRead(link));
  } else if (held.peek()[key] === undefined) await takeCopies(link, month);
  trouble.value = { ...trouble.value, [key]: outcome.failure };
}

/** Once at a time: whoever asks meanwhile waits for the same. */
async function read(month: string): Promise<void> {
  const link = person.link.peek();
  if (link === undefined) return;
  const key = keyOf(month);
  const going = reading.get(key) ?? fetchMonth(link, month, key);
  reading.set(key, going);
  await going;
}

/**
 * After a write: what was read may be out of date, and so may be what is being read. The shown month is read again and
 * stays in sight until then.
 */
async function changed(): Promise<void> {
  const key = keyOf(shown.peek());
  held.value = Object.fromEntries(Object.entries(held.value).filter(([other]) => other === key));
  await reading.get(key);
  await read(shown.peek());
}

/** Shows a month; the chosen day moves into it. */
function show(month: string): void {
  shown.value = month;
  if (monthOf(day.peek()) !== month) day.value = `${month}-01`;
}

function chooseDay(to: string): void {
  day.value = to;
  shown.value = monthOf(to);
}

/**
 * Another day than the one that was taken for today, by the server or at midnight: whoever looked at today looks at it.
 *
 * @returns whether it is another one
 */
function beginDay(to: string): boolean {
  const before = today;
  today = to;
  if (to === before) return false;
  now.value = Date.now();
  if (day.peek() === before) chooseDay(to);
  return true;
}

/** A new day may have begun under an open page: the month is read anew where it can be. */
function lookAtDay(): void {
  const ms = Date.now() - clock.aheadMs();
  const isNew = beginDay(homeZone === undefined ? deviceDay(ms) : localNow(homeZone, ms).day);
  if (isNew && person.link.peek() !== undefined) void read(shown.peek());
}
document.addEventListener('visibilitychange', lookAtDay);
window.setInterval(lookAtDay, 30_000);

/** A month as it was read, told of today, with what waits on this device put into it. */
const seen = (view: MonthView | undefined): MonthView | undefined => {
  const link = person.link.value;
  if (view === undefined || link === undefined) return undefined;
  // What the clock is ahead by now, it was when it was read: a wrong one counts the same days.
  const nowMs = now.value - clock.aheadMs();
  const readMs = (readAt.get(keyOf(view.month)) ?? now.value) - clock.aheadMs();
  return overlay.value(link, asOfToday(view, readMs, nowMs));
};

/** The month in sight, the day chosen in it, and what has been read of the diary. */
export const months = {
  shown: computed(() => shown.value),
  day: computed(() => day.value),
  view: computed(() => seen(held.value[keyOf(shown.value)])),
  /** Any month of the open diary, today's where it can be: for what doesn't depend on the month, such as the plan. */
  any: computed(() =>
    seen(
      held.value[keyOf(monthOf(today))] ??
        held.value[keyOf(shown.value)] ??
        Object.entries(held.value).find(([key]) => key.startsWith(keyOf('')))?.[1],
    ),
  ),
  of: (month: string): MonthView | undefined => seen(held.value[keyOf(month)]),
  /** When what is shown of a month was read, where it is a copy on this device. */
  copiedAt: (month: string): string | undefined => copied.value[keyOf(month)],
  /** Whether a month is still to be read: it is not there, or is only a copy. */
  isWanted: (month: string): boolean =>
    held.peek()[keyOf(month)] === undefined || copied.peek()[keyOf(month)] !== undefined,
  failureOf: (month: string): Failure | undefined => trouble.value[keyOf(month)],
  open,
  read,
  changed,
  show,
  chooseDay,
};
