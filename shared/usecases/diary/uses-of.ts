import type { Temporal } from 'temporal-polyfill';
import type { TreatmentBody } from '#contracts/entries.ts';
import { normaliseBatch } from '#domain/batch.ts';
import type { use } from '#table/entities/diary.ts';
import type { Stored } from '#table/entity.ts';
import { created, type Stamp } from '#table/item.ts';
import type { DiaryIds } from './may-write.ts';

/** One use item for each container with a known batch: what a recall finds. */
export const usesOf = (
  diary: DiaryIds,
  id: string,
  body: Pick<TreatmentBody, 'product' | 'containers'>,
  given: Temporal.Instant,
  stamp: Stamp,
): Stored<typeof use>[] =>
  body.containers.flatMap((container, n) =>
    container.batch.kind === 'known'
      ? [
          {
            ...diary,
            entry: id,
            n,
            product: body.product.kind === 'catalogue' ? body.product.id : 'other',
            batch: container.batch.number,
            normalisedBatch: normaliseBatch(container.batch.number),
            treatedAt: given.toString({ smallestUnit: 'second' }),
            ...created(stamp),
          },
        ]
      : [],
  );
