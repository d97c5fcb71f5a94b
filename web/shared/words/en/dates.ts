import { translatable } from '../translatable.ts';

const none: readonly string[] = [];

/**
 * Names of months (from January) and weekdays (from Monday) for languages whose names browsers lack; English and the
 * others leave them out and take the browser's. Short ones stand in narrow places.
 */
export const dateNames = translatable('dates', {
  months: none,
  shortMonths: none,
  weekdays: none,
  shortWeekdays: none,
});
