import { addDays, daysBetween } from '#domain/calendar-day.ts';
import { sending, type Making } from './making.ts';
import type { Told } from './entries.ts';
import { instantAt, localAt } from './when.ts';

/** Every three weeks: well before the clock of people without planned doses runs out. */
export const PERIOD_DAYS = 21;

/** The periods that end on a day and every three weeks before, first to last, within the year. */
const periodsUntil = (from: string, lastDay: string): { from: string; to: string }[] => {
  const count = Math.floor((daysBetween(from, lastDay) + 1) / PERIOD_DAYS);
  return Array.from({ length: count }, (_, place) => {
    const to = addDays(lastDay, -PERIOD_DAYS * (count - 1 - place));
    return { from: addDays(to, 1 - PERIOD_DAYS), to };
  });
};

/** People on demand say what their silence means: no other treatment, and no bleeds where there were none. */
export const makeConfirmations = (making: Making, accountedTo: string, bleeds: readonly Told[]): Told[] => {
  const { random, year } = making;
  const bledOn = bleeds.flatMap(({ said }) =>
    said.kind === 'bleed' ? [said.body.startedAt.local.slice(0, 10)] : [],
  );
  return periodsUntil(year.from, accountedTo).map(({ from, to }): Told => {
    const bled = bledOn.some((day) => from <= day && day <= to);
    const { at, by, sent } = sending(making, instantAt(localAt(to, 20, random.whole(0, 59))));
    const answers = bled ? ['no-other-treatment' as const] : (['no-bleeds', 'no-other-treatment'] as const);
    return {
      id: random.id(at.epochMilliseconds),
      at,
      by,
      said: { kind: 'confirmation', body: { ...sent, from, to, answers: [...answers] } },
    };
  });
};
