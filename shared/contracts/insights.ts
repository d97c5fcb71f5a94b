import * as z from 'zod';
import { BLEED_RATE_KINDS } from '#domain/bleed-rates.ts';
import { DAY_MARKS } from '#domain/insights/day-marks.ts';
import { MOIETIES, UNITS } from '#domain/product.ts';
import { BLEED_CAUSE_IDS, BLEED_SITES, SIDES } from '#domain/vocabulary.ts';
import { day, id, month } from './text.ts';

/** A window of days, both included, and a second one to hold beside it. */
export const insightsQuery = z.strictObject({
  from: day,
  to: day,
  withFrom: day.optional(),
  withTo: day.optional(),
});
export type InsightsQuery = z.infer<typeof insightsQuery>;

const count = z.int().min(0);
const window = z.object({ from: day, to: day });
const run = window.extend({ days: count });
const place = { site: z.enum(BLEED_SITES), side: z.enum(SIDES) };
const total = z.object({ value: z.number(), unit: z.enum(UNITS), moiety: z.enum(MOIETIES) });

/** What a diary tells of one window, by the definitions of the domain (`insightsOf`). */
export const insights = z.object({
  /** As reckoned with: days to come are not in it. */
  window,
  accounted: z.object({
    accounted: count,
    days: count,
    weeks: count,
    wholeWeeks: count,
    latest: run.optional(),
    longest: run.optional(),
  }),
  minimumRateDays: count,
  /** `perYear` is missing under `minimumRateDays` observed days. */
  rates: z.array(
    z.object({
      kind: z.enum(BLEED_RATE_KINDS),
      bleeds: count,
      observedDays: count,
      bleedsOnUnobservedDays: count,
      perYear: z.number().optional(),
    }),
  ),
  bleeds: z.object({
    count,
    places: z.array(z.object({ ...place, count })),
    causes: z.array(z.object({ cause: z.enum(BLEED_CAUSE_IDS), count })),
  }),
  targetJoints: z.object({ from: day, joints: z.array(z.object({ ...place, since: day })) }),
  /** A product in one unit and moiety; `total` is missing where amounts can't be added. */
  use: z.array(
    z.object({
      productId: id.optional(),
      productName: z.string(),
      unit: z.enum(UNITS),
      moiety: z.enum(MOIETIES),
      treatments: count,
      total: total.optional(),
      months: z.array(z.object({ month, treatments: count, total: total.optional() })),
    }),
  ),
  recorded: z.object({ planned: count, recorded: count, percent: z.number().optional(), to: day }),
  lag: z.object({
    entries: count,
    within24Hours: count,
    within7Days: count,
    laterThan28Days: count,
  }),
  marks: z.array(z.object({ day, mark: z.enum(DAY_MARKS) })),
});
export type Insights = z.infer<typeof insights>;

export const insightsView = z.object({
  today: day,
  firstName: z.string(),
  /** The days on which a plan took effect, oldest first: what a comparison is likely to be about. */
  planChanges: z.array(day),
  period: insights,
  /** The second window, where one was asked for. Two periods side by side claim nothing. */
  beside: insights.optional(),
});
export type InsightsView = z.infer<typeof insightsView>;
