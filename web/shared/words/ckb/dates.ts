import type { dateNames } from '../en/dates.ts';
import type { Translation } from '../translation.ts';

const months = [
  'کانوونی دووەم',
  'شوبات',
  'ئازار',
  'نیسان',
  'ئایار',
  'حوزەیران',
  'تەمووز',
  'ئاب',
  'ئەیلوول',
  'تشرینی یەکەم',
  'تشرینی دووەم',
  'کانوونی یەکەم',
];
const weekdays = ['دووشەممە', 'سێشەممە', 'چوارشەممە', 'پێنجشەممە', 'ھەینی', 'شەممە', 'یەکشەممە'];

/** Browsers do not know them. The names are not shortened. */
export const dates: Translation<typeof dateNames> = {
  months,
  shortMonths: months,
  weekdays,
  shortWeekdays: weekdays,
};
