import { Temporal } from 'temporal-polyfill';
import type { MonthView } from '#contracts/diary.ts';
import { defaultPolicy } from '#domain/centre-policy.ts';
import { resolveLocalTime } from '#domain/local-time.ts';
import { suggestSameBleed } from '#domain/same-bleed.ts';
import { BLEED_SITES, SIDES } from '#domain/vocabulary.ts';
import { type BleedValues, hasSide } from './bleed-values.ts';

export type RecentBleed = NonNullable<MonthView['recentBleeds']>[number];

/**
 * The earlier bleed that the one in the form may be a continuation of, by the domain's rule. Loaded beside the form
 * because it brings Temporal.
 */
export function suggested(
  values: Pick<BleedValues, 'site' | 'side' | 'date' | 'time'>,
  { recentBleeds = [], homeZone }: Pick<MonthView, 'recentBleeds' | 'homeZone'>,
): RecentBleed | undefined {
  const site = BLEED_SITES.find((one) => one === values.site);
  const side = hasSide(values.site) ? SIDES.find((one) => one === values.side) : 'none';
  if (site === undefined || side === undefined || values.date === '') return undefined;
  const started = resolveLocalTime(`${values.date}T${values.time || '12:00'}`, homeZone, 'earlier');
  if (!started.ok) return undefined;
  const earlier = recentBleeds.map((one) => ({
    ...one,
    startedAt: one.startedInstant,
    endedAt: one.endedInstant,
    lastTreatedAt: one.lastTreatedInstant,
  }));
  const startedAt = Temporal.Instant.from(started.value.instant).toString();
  const found = suggestSameBleed({ site, side, startedAt }, earlier, defaultPolicy.sameBleedHours);
  return recentBleeds.find(({ id }) => id === found?.id);
}
