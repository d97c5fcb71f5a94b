import { computed, signal } from '@preact/signals';
import type { MonthView } from '#contracts/diary.ts';
import { api } from '../../shared/api/api.ts';
import type { Failure } from '../../shared/api/failure.ts';
import { deviceZone, localNow, monthOf } from '../../shared/dates/days.ts';
import { rememberEmergency } from './emergency-numbers.ts';
import { person } from './me.ts';
import { overlay } from './pending.ts';

/** Months read in this visit, by diary and month. Every read is in the access log, so none is read ahead. */
const held = signal<Readonly<Record<string, MonthView>>>({});
const trouble = signal<Readonly<Record<string, Failure>>>({});
const today = localNow(deviceZone()).day;
const shown = signal(monthOf(today));
const day = signal(today);
const reading = new Set<string>();

const keyOf = (month: string): string => {
  const link = person.link.value;
  return link === undefined ? '' : `${link.centre}/${link.patient}/${month}`;
};

async function read(month: string): Promise<void> {
  const link = person.link.peek();
  const key = keyOf(month);
  if (link === undefined || reading.has(key)) return;
  reading.add(key);
  const params = { c: link.centre, p: link.patient };
  const outcome = await api('get-month', { params, query: { month } });
  reading.delete(key);
  if (outcome.ok) {
    rememberEmergency(outcome.value.centre);
    held.value = { ...held.value, [key]: outcome.value };
    trouble.value = Object.fromEntries(Object.entries(trouble.value).filter(([other]) => other !== key));
  } else trouble.value = { ...trouble.value, [key]: outcome.failure };
}

/** After a write: what was read may be out of date. The shown month is read again and stays in sight until then. */
async function changed(): Promise<void> {
  const key = keyOf(shown.peek());
  held.value = Object.fromEntries(Object.entries(held.value).filter(([other]) => other === key));
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

/** A month as it was read, with what waits on this device put into it. */
const seen = (view: MonthView | undefined): MonthView | undefined => {
  const link = person.link.value;
  return view === undefined || link === undefined ? undefined : overlay.value(link, view);
};

/** The month in sight, the day chosen in it, and what has been read of the diary. */
export const months = {
  shown: computed(() => shown.value),
  day: computed(() => day.value),
  view: computed(() => seen(held.value[keyOf(shown.value)])),
  /** Any month of the open diary: for what doesn't depend on the month, such as the plan. */
  any: computed(() =>
    seen(
      held.value[keyOf(shown.value)] ??
        Object.entries(held.value).find(([key]) => key.startsWith(keyOf('')))?.[1],
    ),
  ),
  of: (month: string): MonthView | undefined => seen(held.value[keyOf(month)]),
  failureOf: (month: string): Failure | undefined => trouble.value[keyOf(month)],
  read,
  changed,
  show,
  chooseDay,
};
