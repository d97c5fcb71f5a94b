import type { Saved } from '#contracts/entries.ts';
import { stockMovement } from '#table/entities/stock.ts';
import type { DiaryIds } from '#usecases/diary/may-write.ts';
import type { Context } from '#usecases/ports/context.ts';
import { ok, type Result } from '#usecases/result.ts';

/** What the same act answered before: it may have taken the last box, so that the rows refuse it now. */
export const toldBefore = async (
  { store }: Pick<Context, 'store'>,
  diary: DiaryIds,
  id: string,
  mutationId: string,
): Promise<Result<Saved> | undefined> => {
  const before = await store.get(stockMovement, stockMovement.key({ ...diary, movement: id }));
  return before?.mutationId === mutationId ? ok({ id, version: before.version }) : undefined;
};
