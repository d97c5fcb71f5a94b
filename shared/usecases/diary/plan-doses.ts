import { findProduct } from '#catalogue/catalogue.ts';
import type { MonthView } from '#contracts/diary.ts';
import { addDays } from '#domain/calendar-day.ts';
import { defaultPolicy } from '#domain/centre-policy.ts';
import { matchDoses } from '#domain/match-doses.ts';
import type { Plan, PlannedDose } from '#domain/plan.ts';
import { plannedDoses } from '#domain/planned-doses.ts';
import type { entry } from '#table/entities/diary.ts';
import type { Stored } from '#table/entity.ts';
import { evidenceFrom } from '#usecases/recording/facts.ts';
import { productName } from '#usecases/recording/read-status.ts';

/** How many days around a month are read, so that a dose at its edge finds its treatment. */
export const MATCH_MARGIN_DAYS = 28;

/** The planned doses of a span with what became of each. */
export const dosesOf = (
  plans: readonly Plan[],
  entries: readonly Stored<typeof entry>[],
  span: {
    readonly from: string;
    readonly to: string;
    readonly today: string;
    readonly matchByClass: boolean;
  },
): MonthView['planned'] => {
  const around = plannedDoses(
    plans,
    addDays(span.from, -MATCH_MARGIN_DAYS),
    addDays(span.to, MATCH_MARGIN_DAYS),
  );
  const matches = matchDoses(around, evidenceFrom(entries), {
    policy: { ...defaultPolicy, matchByClass: span.matchByClass },
    products: findProduct,
  });
  const recorded = new Set(matches.matched.map(({ dose }) => dose));
  const notTaken = new Set(matches.notTaken);
  const stateOf = (dose: PlannedDose) => {
    if (recorded.has(dose)) return 'recorded' as const;
    if (notTaken.has(dose)) return 'not-taken' as const;
    return dose.day < span.today ? ('open' as const) : ('ahead' as const);
  };
  return around
    .filter(({ day }) => day >= span.from && day <= span.to)
    .map((dose) => ({
      day: dose.day,
      ordinal: dose.ordinal,
      productId: dose.productId,
      productName: productName(dose.productId),
      amount: dose.amount,
      state: stateOf(dose),
    }));
};
