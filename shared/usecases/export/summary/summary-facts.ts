import { localDay } from '#domain/local-time.ts';
import { insightEntries, insightsIn } from '#usecases/insights/insights-in.ts';
import type { Context } from '#usecases/ports/context.ts';
import type { About } from '../gather.ts';
import type { Span } from '../span.ts';
import type { SummaryFacts } from './clinic-page-of.ts';

/** The day at home, as the reader may know it. */
export const todayAt = (context: Pick<Context, 'now'>, { found, profile, sight }: About): string =>
  localDay(context.now(), sight.zone(found.homeZone, profile.zone));

/** What a summary says besides the record: the figures as the insights reckon them, and the bleeds that go on. */
export const summaryFacts = async (context: Context, about: About, span: Span): Promise<SummaryFacts> => {
  const { found, profile, sight } = about;
  const today = todayAt(context, about);
  const entries = await insightEntries(context, found, [span]);
  const [insights] = insightsIn(about, entries, [span], today);
  if (insights === undefined) throw new Error('A window was asked for.');
  return { insights, openBleeds: sight.openBleeds(found.openBleeds, profile.zone), today };
};
