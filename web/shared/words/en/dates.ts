import { translatable } from '../translatable.ts';

const none: readonly string[] = [];

/** English names, in the order of {@link dateNames}: the browser has them too, and takes longer to say the first one. */
export const englishDates = {
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  shortMonths: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'],
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  shortWeekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const;

/**
 * Names of months (from January) and weekdays (from Monday) for languages whose names browsers lack; the others leave
 * them out and take the browser's. Short ones stand in narrow places.
 */
export const dateNames = translatable('dates', {
  months: none,
  shortMonths: none,
  weekdays: none,
  shortWeekdays: none,
});
