import { addDays } from '#domain/calendar-day.ts';
import type { TreatmentBody } from '#contracts/entries.ts';
import { randomOf, type Random } from './random.ts';
import type { Dose } from './regimens.ts';

type Container = TreatmentBody['containers'][number];

/** Two months: a batch is at a centre for about that long, so that many people use the same one. */
const lotOf = (centre: string, product: string, day: string): { number: string; from: string } => {
  const pair = Math.floor((Number(day.slice(5, 7)) - 1) / 2);
  const from = `${day.slice(0, 4)}-${String(pair * 2 + 1).padStart(2, '0')}-01`;
  const random = randomOf(`lot ${centre} ${product} ${from}`);
  const letter = (): string => random.pick(['A', 'B', 'C', 'D', 'F', 'H', 'K', 'M']);
  return { number: `DEMO${letter()}${letter()}${String(random.whole(1000, 9999))}`, from };
};

/** The containers of a dose, from the batch that the centre had then; now and then nobody knows the batch. */
export const containersOf = (centre: string, dose: Dose, day: string, random: Random): Container[] => {
  const { strength, count, product } = dose;
  if (random.chance(0.02)) {
    return [{ strength, count, batch: { kind: 'unknown', reason: random.pick(['thrown-away', 'other']) } }];
  }
  const { number, from } = lotOf(centre, product.id, day);
  return [{ strength, count, batch: { kind: 'known', number }, expiresOn: addDays(from, 600) }];
};
