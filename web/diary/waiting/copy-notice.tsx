import type { VNode } from 'preact';
import { dayWords } from '../../shared/dates/day-words.ts';
import { deviceZone, localNow } from '../../shared/dates/days.ts';
import { offlineWords } from '../../shared/words/en/offline.ts';
import { months } from '../state/months.ts';

/** Says of a month that it is a copy, and how old; nothing where it comes from the server. */
export function CopyNotice({ month }: { readonly month: string }): VNode | null {
  const at = months.copiedAt(month);
  if (at === undefined) return null;
  const { day, time } = localNow(deviceZone(), Date.parse(at));
  return <p class="notice notice-info">{offlineWords.asOf(`${dayWords.middle(day)}, ${time}`)}</p>;
}
