import type { MonthView } from '#contracts/diary.ts';
import { addDays, daysBetween, localNow } from '../../shared/dates/days.ts';

/**
 * A month that was read on an earlier day, as it is today: days are counted by this device, from the server's own. What
 * was planned for the days in between is open now, as far as anybody here knows.
 *
 * @param readMs the device's clock when it was read
 * @param nowMs the device's clock
 */
export function asOfToday(view: MonthView, readMs: number, nowMs: number): MonthView {
  const { homeZone } = view;
  const passed = daysBetween(localNow(homeZone, readMs).day, localNow(homeZone, nowMs).day);
  if (passed <= 0) return view;
  const today = addDays(view.today, passed);
  const planned = view.planned.map((dose) =>
    dose.state === 'ahead' && dose.day < today ? { ...dose, state: 'open' as const } : dose,
  );
  return { ...view, today, planned };
}
