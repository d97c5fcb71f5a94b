import { findProduct } from '#catalogue/catalogue.ts';
import { addDays } from '#domain/calendar-day.ts';
import { defaultPolicy } from '#domain/centre-policy.ts';
import type { Window } from '#domain/insights/insight-facts.ts';
import { daysNeeded, insightsOf, type Insights } from '#domain/insights/insights.ts';
import type { Plan } from '#domain/plan.ts';
import type { centreProfile } from '#table/entities/centre.ts';
import type { entry } from '#table/entities/diary.ts';
import type { Stored } from '#table/entity.ts';
import * as patterns from '#table/patterns.ts';
import type { DiaryIds } from '#usecases/diary/may-write.ts';
import { readFrom } from '#usecases/export/span.ts';
import type { Context } from '#usecases/ports/context.ts';
import type { Sight } from '#usecases/withheld/sight.ts';
import { insightFactsOf } from './insight-facts-of.ts';

/** The entries that any of the windows needs, each once: one query, or two where the windows lie far apart. */
export const insightEntries = async (
  { store }: Pick<Context, 'store'>,
  { centre, patient }: DiaryIds,
  windows: readonly Window[],
): Promise<Stored<typeof entry>[]> => {
  const spans: Window[] = [];
  for (const window of [...windows].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const needed = daysNeeded(window, { policy: defaultPolicy });
    // A day on either side: the timeline is by the clock where it was given.
    const span = { from: addDays(readFrom(needed), -1), to: addDays(needed.to, 1) };
    const before = spans.at(-1);
    if (before === undefined || before.to < span.from) spans.push(span);
    else spans[spans.length - 1] = { from: before.from, to: span.to > before.to ? span.to : before.to };
  }
  const found = await Promise.all(
    spans.map(({ from, to }) => store.queryAll(patterns.entriesBetween(centre, patient, from, to))),
  );
  return found.flat().map(({ item }) => item);
};

interface About {
  readonly plans: readonly Plan[];
  readonly sight: Sight;
  readonly profile: Stored<typeof centreProfile>;
}

/**
 * What a diary tells of windows, as one reader may know it: nothing withheld from them is in any number.
 *
 * @param entries those of {@link insightEntries}
 * @param today local day at home
 */
export const insightsIn = (
  { plans, sight, profile }: About,
  entries: readonly Stored<typeof entry>[],
  windows: readonly Window[],
  today: string,
): Insights[] => {
  const facts = insightFactsOf(plans, sight.visible(entries), sight.entries(entries, profile.zone));
  const rules = {
    policy: { ...defaultPolicy, matchByClass: profile.matchByClass },
    products: findProduct,
  };
  return windows.map((window) => insightsOf(facts, window, today, rules));
};
