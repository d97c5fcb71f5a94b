import { computed, signal } from '@preact/signals';
import { heard } from '../../shared/api/server-clock.ts';
import { setClock } from '../../shared/dates/days.ts';
import { minutesAhead } from './device/lock.ts';

const place = 'haemdiary-clock';
const usesOurs = signal(localStorage.getItem(place) !== null);

/** By how many minutes this device's clock is ahead of the server's, where that is more than ten. */
const ahead = computed(() => (heard.value === undefined ? undefined : minutesAhead(heard.value)));

const minuteMs = 60_000;
setClock(Number(localStorage.getItem(place) ?? 0) * minuteMs);

/** Offers the times of the server's clock in forms, because the person says that the device's is wrong. */
function useOurs(): void {
  const minutes = ahead.peek();
  if (minutes === undefined) return;
  localStorage.setItem(place, String(minutes));
  setClock(minutes * minuteMs);
  usesOurs.value = true;
}

/**
 * By how many milliseconds this device's clock is ahead, to tell which day it is: by the last answer, and before there
 * is one as the person has said.
 */
const aheadMs = (): number =>
  (heard.peek() === undefined ? Number(localStorage.getItem(place) ?? 0) : (ahead.peek() ?? 0)) * minuteMs;

/** Offers the device's own times. */
function useDevices(): void {
  localStorage.removeItem(place);
  setClock(0);
  usesOurs.value = false;
}

/**
 * A device's clock against the server's. What was typed keeps the device's own time; an entry carries what was known of
 * the difference, and where a form offers "now" the person decides whose.
 */
export const clock = {
  ahead,
  aheadMs,
  usesOurs: computed(() => usesOurs.value),
  useOurs,
  useDevices,
};
