import { addDays } from '#domain/calendar-day.ts';
import type { PlannedDose } from '#domain/plan.ts';
import { plannedDoses } from '#domain/planned-doses.ts';
import { sending, treatment, type Making } from './making.ts';
import type { Told } from './entries.ts';
import { instantAt, localAt } from './when.ts';

const isPast = ({ year, silentFrom }: Making, local: string): boolean =>
  local.slice(0, 10) < silentFrom && instantAt(local).epochMilliseconds < year.now.epochMilliseconds;

const notTaken = (making: Making, { day }: PlannedDose): Told | undefined => {
  const { random, year } = making;
  const noticed = localAt(addDays(day, 1), random.whole(9, 19), random.whole(0, 59));
  if (instantAt(noticed).epochMilliseconds >= year.now.epochMilliseconds) return undefined;
  const { at, by, sent } = sending(making, instantAt(noticed));
  const reason = random.weighted({ forgot: 6, unwell: 2, 'no-access': 1, 'chose-not-to': 1 });
  return {
    id: random.id(at.epochMilliseconds),
    at,
    by,
    said: { kind: 'not-taken', body: { ...sent, from: day, to: day, reason } },
  };
};

/** Entered wrongly and put right within the hour, or entered twice and one of them taken back. */
const withSlips = (making: Making, told: Told): Told[] => {
  const { random, year } = making;
  const at = told.at.add({ minutes: random.whole(3, 50) });
  if (told.said.kind !== 'treatment' || at.epochMilliseconds >= year.now.epochMilliseconds) return [told];
  const { body } = told.said;
  if (random.chance(0.012)) {
    const wrong = { ...body, amount: { ...body.amount, value: body.amount.value * 2 } };
    return [{ ...told, later: { fate: 'corrected', at, before: { kind: 'treatment', body: wrong } } }];
  }
  if (!random.chance(0.008)) return [told];
  const id = random.id(told.at.epochMilliseconds);
  const twin = { ...told, id, said: { ...told.said, body: { ...body, mutationId: id } } };
  return [told, { ...twin, later: { fate: 'voided', at, reason: 'Entered twice' } }];
};

const oneDose = (making: Making, dose: PlannedDose, hour: number): Told[] => {
  const { random } = making;
  const missed = random.chance(0.03);
  const late = random.chance(0.05) && dose.intervalDays > 1 ? 1 : 0;
  const clock = [hour + random.whole(0, 1), random.whole(0, 59)] as const;
  const onTime = localAt(dose.day, ...clock);
  if (!isPast(making, onTime)) return [];
  if (missed) {
    const marked = notTaken(making, dose);
    if (marked !== undefined) return [marked];
  }
  const postponed = localAt(addDays(dose.day, late), ...clock);
  const local = isPast(making, postponed) ? postponed : onTime;
  return withSlips(making, treatment(making, local, making.routineOn(dose), { reason: 'prophylaxis' }));
};

/** Every planned dose of the year: most given on the day and recorded, some a day late, a few marked not taken. */
export const makeDoses = (making: Making): Told[] => {
  const { plans, year, random } = making;
  const copies = plans.map((plan) => ({ ...plan, id: plan.plan }));
  const hour = random.pick([7, 8, 18, 19]);
  return plannedDoses(copies, year.from, year.today).flatMap((dose) => oneDose(making, dose, hour));
};
