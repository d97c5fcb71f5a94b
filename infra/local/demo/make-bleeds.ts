import { Temporal } from 'temporal-polyfill';
import type { BleedBody } from '#contracts/entries.ts';
import { addDays, daysBetween } from '#domain/calendar-day.ts';
import type { BleedSite } from '#domain/vocabulary.ts';
import { sending, treatment, type Making } from './making.ts';
import type { Told } from './entries.ts';
import { isChild } from './people.ts';
import { instantAt, localAt, ZONE } from './when.ts';

/** Bleeds per year, UK 2018: mean 4.1 (A) and 3.7 (B), negative binomial with size about 0.27. */
const RATES = { a: 4.1, b: 3.7, size: 0.27 } as const;
/** A year of bleeding every day would be no demonstration. */
const MOST = 30;

type Weights = Readonly<Partial<Record<BleedSite, number>>>;
const ELSEWHERE: Weights = { calf: 5, thigh: 5, forearm: 3, skin: 8, nose: 6, mouth: 5, 'other-muscle': 3 };
/** Adults: ankle about as often as elbow. Children: the knee first in A, the ankle in B. */
const sitesOf = ({ patient }: Making): Weights => {
  if (patient.prescription.startsWith('vwf')) return { menstrual: 6, nose: 4, mouth: 3, skin: 2, knee: 1 };
  if (!isChild(patient))
    return { ankle: 26, elbow: 25, knee: 12, shoulder: 4, hip: 2, wrist: 2, ...ELSEWHERE };
  const knees = patient.prescription.startsWith('fix') ? 14 : 28;
  return { knee: knees, ankle: 42 - knees, elbow: 10, ...ELSEWHERE };
};

const SIDELESS: readonly BleedSite[] = ['menstrual', 'nose', 'mouth', 'skin'];

const bodyOf = (making: Making, local: string): Omit<BleedBody, 'mutationId' | 'typedAt' | 'passed'> => {
  const { random } = making;
  const site = random.weighted(sitesOf(making) as Record<BleedSite, number>);
  return {
    site,
    side: SIDELESS.includes(site) ? 'none' : random.pick(['left', 'right']),
    cause: random.weighted({ spontaneous: 45, trauma: 40, unknown: 15 }),
    severity: random.pick([0, 0, 0, 1]),
    pain: random.whole(1, 7),
    startedAt: { local, zone: ZONE },
  };
};

/** Recorded when it began; that it ended, and how the treatment worked, is added as a correction. */
const bleedTold = (making: Making, local: string, endsAfterDays: number | undefined): Told => {
  const { random, year } = making;
  const { at, by, sent } = sending(making, instantAt(local).add({ minutes: random.whole(20, 240) }));
  const before = { ...bodyOf(making, local), ...sent };
  const id = random.id(at.epochMilliseconds);
  const endedAt = localAt(addDays(local.slice(0, 10), endsAfterDays ?? 0), 18, random.whole(0, 59));
  const told = instantAt(endedAt).add({ minutes: 30 });
  const later = Temporal.Instant.compare(told, at) > 0 ? told : at.add({ minutes: 1 });
  if (endsAfterDays === undefined || Temporal.Instant.compare(later, year.now) >= 0) {
    return { id, at, by, said: { kind: 'bleed', body: before } };
  }
  const response = random.weighted({ excellent: 35, good: 45, moderate: 18, none: 2 });
  const body = { ...before, endedAt: { local: endedAt, zone: ZONE }, response };
  return {
    id,
    at,
    by,
    said: { kind: 'bleed', body },
    later: { fate: 'corrected', at: later, before: { kind: 'bleed', body: before } },
  };
};

const oneBleed = (making: Making, day: string): Told[] => {
  const { random, year, forBleeds } = making;
  const local = localAt(day, random.whole(9, 17), random.whole(0, 59));
  const bleed = bleedTold(making, local, random.whole(1, 4));
  // One in five is never treated.
  const infusions = random.chance(0.2) ? 0 : random.weighted({ '1': 60, '2': 28, '3': 12 });
  const treatments = Array.from({ length: Number(infusions) }, (_, place) => {
    const given = localAt(addDays(day, place), place === 0 ? 18 : 10, random.whole(0, 59));
    const isPast =
      given.slice(0, 10) < making.silentFrom &&
      instantAt(given).epochMilliseconds < year.now.epochMilliseconds;
    const reason = place === 0 ? 'new-bleed' : 'bleed-follow-up';
    return isPast ? [treatment(making, given, forBleeds, { reason, bleeds: [bleed.id] })] : [];
  });
  return [bleed, ...treatments.flat()];
};

/** A year's bleeds with what they were treated with. */
export const makeBleeds = (making: Making): Told[] => {
  const { patient, random, year, silentFrom } = making;
  const mean = patient.prescription.startsWith('fix') ? RATES.b : RATES.a;
  const count = Math.min(MOST, random.negativeBinomial(mean, RATES.size));
  // Not in the last days, so that only the one bleed meant to be ongoing is.
  const days = Math.max(
    1,
    Math.min(daysBetween(year.from, silentFrom), daysBetween(year.from, year.today)) - 6,
  );
  const bleeds = Array.from({ length: count }, () =>
    oneBleed(making, addDays(year.from, random.whole(1, days))),
  );
  if (!patient.bleeding) return bleeds.flat();
  const yesterday = localAt(addDays(year.today, -1), 9, 40);
  const ongoing = bleedTold(making, yesterday, undefined);
  const first = localAt(yesterday.slice(0, 10), 11, 5);
  const given = { reason: 'new-bleed', bleeds: [ongoing.id] } as const;
  return [...bleeds.flat(), ongoing, treatment(making, first, making.forBleeds, given)];
};
