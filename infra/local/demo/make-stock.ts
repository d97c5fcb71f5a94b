import { addDays } from '#domain/calendar-day.ts';
import { normaliseBatch } from '#domain/batch.ts';
import { localDay } from '#domain/local-time.ts';
import { NEVER_S, stock, stockMovement } from '#table/entities/stock.ts';
import { created, toItem, type Item } from '#table/item.ts';
import type { Told } from './entries.ts';
import type { Making } from './making.ts';
import { randomOf } from './random.ts';
import { secondsOf, ZONE } from './when.ts';

interface Ids {
  readonly centre: string;
  readonly patient: string;
}

/** Days since the last delivery. */
const DELIVERED_DAYS_AGO = 12;

type Treatment = Extract<Told['said'], { kind: 'treatment' }>['body'];

const lastFromHome = (told: readonly Told[]): Treatment | undefined => {
  const last = told.findLast(({ said, later }) => said.kind === 'treatment' && later?.fate !== 'voided');
  return last?.said.kind === 'treatment' && last.said.body.product.kind === 'catalogue'
    ? last.said.body
    : undefined;
};

/**
 * What is at home today: the batch of the last treatment, and a newer box of the last delivery. Some are running low,
 * some have a box whose date is near. Two in three families count at all.
 */
export const makeStock = (
  { patient, year, recorders: [by] }: Making,
  ids: Ids,
  told: readonly Told[],
): Item[] => {
  const random = randomOf(`stock ${patient.key}`);
  const last = lastFromHome(told);
  if (last?.product.kind !== 'catalogue' || patient.paper || random.chance(1 / 3)) return [];
  const product = last.product.id;
  const today = localDay(year.now, ZONE);
  const on = addDays(today, -DELIVERED_DAYS_AGO);
  const arrived = year.now.subtract({ hours: 24 * DELIVERED_DAYS_AGO });
  const at = secondsOf(arrived);
  const stamp = { at, by: by.account, mutationId: random.id(arrived.epochMilliseconds) };
  const isLow = random.chance(0.3);
  const rows = last.containers.flatMap(({ strength, batch, expiresOn }) => {
    if (batch.kind !== 'known') return [];
    const old = {
      product,
      strength,
      batch: batch.number,
      normalisedBatch: normaliseBatch(batch.number),
      count: random.whole(1, isLow ? 2 : 6),
      expiresOn: random.chance(0.25)
        ? addDays(today, random.whole(5, 25))
        : (expiresOn ?? addDays(today, 200)),
    };
    const number = `DEMO${String(random.whole(10_000, 99_999))}`;
    const fresh = {
      ...old,
      batch: number,
      normalisedBatch: normaliseBatch(number),
      count: random.whole(8, 20),
      expiresOn: addDays(today, random.whole(250, 600)),
    };
    return isLow ? [old] : [old, fresh];
  });
  if (rows.length === 0) return [];
  return [
    ...rows.map((row) =>
      toItem(stock, { ...ids, ...row, drawn: 0, stockedAt: at, ...created(stamp, NEVER_S) }),
    ),
    toItem(stockMovement, {
      ...ids,
      movement: random.id(arrived.epochMilliseconds + 1),
      kind: 'delivered',
      on,
      how: 'typed',
      lines: rows,
      recordedBy: { account: by.account, staff: by.kind === 'staff' },
      typedAt: at,
      ...created(stamp),
    }),
  ];
};
