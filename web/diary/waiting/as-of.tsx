import type { VNode } from 'preact';
import { dayWords } from '../../shared/dates/day-words.ts';
import { deviceZone, localNow } from '../../shared/dates/days.ts';
import { offlineWords } from '../../shared/words/en/offline.ts';

/** Says that this is a copy on this device, and how old. */
export function AsOf({ at }: { readonly at: string }): VNode {
  const { day, time } = localNow(deviceZone(), Date.parse(at));
  return <p class="notice notice-info">{offlineWords.asOf(dayWords.at(day, time))}</p>;
}
