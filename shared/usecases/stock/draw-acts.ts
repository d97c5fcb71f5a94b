import { findProduct } from '#catalogue/catalogue.ts';
import { drawsOf, type Draw } from '#domain/stock/stock-draws.ts';
import type { entry } from '#table/entities/diary.ts';
import type { state } from '#table/entities/state.ts';
import { stock } from '#table/entities/stock.ts';
import type { Fields } from '#table/entity.ts';
import { created, type Stamp } from '#table/item.ts';
import type { DiaryIds } from '#usecases/diary/may-write.ts';
import type { Act, Clause } from '#usecases/ports/store.ts';

/** A batch that was only used and never put into stock goes by itself after so many days. */
const UNSTOCKED_DAYS = 90;
const DAY_S = 86_400;

type Entry = Pick<Fields<typeof entry>, 'data' | 'instantAt' | 'voided'>;

/** Whether a treatment changes what was counted: what was given before the last count is in that count already. */
export const isAfterCount = (instantAt: string, countedAt: string | undefined): boolean =>
  countedAt === undefined || Date.parse(instantAt) > Date.parse(countedAt);

/** What an entry has taken from the stock since it was last counted; nothing for other kinds and voided ones. */
export const drawnBy = (
  { data, instantAt, voided }: Entry,
  { stockCountedAt }: Pick<Fields<typeof state>, 'stockCountedAt'>,
): Draw[] => {
  if (data.kind !== 'treatment' || voided !== undefined || !isAfterCount(instantAt, stockCountedAt))
    return [];
  const product = data.product.kind === 'catalogue' ? findProduct(data.product.id) : undefined;
  return drawsOf(data, product);
};

/**
 * Takes from the stock without reading it, whether or not the batch was ever put in: a recording is never held up by
 * the stock, and the sum comes out right in whichever order treatments and deliveries arrive.
 */
export const drawActs = (diary: DiaryIds, draws: readonly Draw[], stamp: Stamp): Act[] =>
  draws.map(({ productId: product, normalisedBatch, strength, batch, count, drawn }): Act => {
    const { centre, patient } = diary;
    const goesAt = Math.floor(Date.parse(stamp.at) / 1000) + UNSTOCKED_DAYS * DAY_S;
    return {
      act: 'tally',
      label: 'stock',
      entity: stock,
      item: {
        centre,
        patient,
        product,
        normalisedBatch,
        strength,
        ...(batch === undefined ? {} : { batch }),
        count: 0,
        drawn: 0,
        ...created(stamp, goesAt),
      },
      add: { count: -count, drawn },
      set: { updatedAt: stamp.at, updatedBy: stamp.by, mutationId: stamp.mutationId },
    };
  });

/** That nothing was counted after a treatment was given; else the write decides again with the count in view. */
export const notCountedSince = (draws: readonly Draw[], instantAt: string): readonly Clause[] =>
  draws.length === 0
    ? []
    : [
        {
          any: [
            { path: 'stockCountedAt', is: 'absent' },
            { path: 'stockCountedAt', is: '<', to: instantAt },
          ],
        },
      ];
