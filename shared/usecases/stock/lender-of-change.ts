import type { entry } from '#table/entities/diary.ts';
import type { Fields } from '#table/entity.ts';
import { closed } from '#usecases/diary/closed.ts';
import type { DiaryIds } from '#usecases/diary/may-write.ts';
import type { Context, Writer } from '#usecases/ports/context.ts';
import type { Scopes } from '#usecases/ports/scopes.ts';
import { invalid, ok, type Result } from '#usecases/result.ts';
import { lenderFor, type Lender } from './lend-box.ts';

type BoxFrom = Pick<Fields<typeof entry>, 'boxFrom'>;

const isSame = (a: DiaryIds, b: DiaryIds): boolean => a.centre === b.centre && a.patient === b.patient;

/**
 * The diary whose boxes a treatment used before its change, or uses now. A box that was lent before is given back where
 * the writer still reaches that diary and it is open; else it stays out, and the next stock-take there finds it. One
 * that is lent from now on has to be reached.
 */
export const lenderOfChange = async (
  context: Context & Partial<Scopes>,
  caller: Writer,
  diary: DiaryIds,
  { before, after }: { readonly before: BoxFrom; readonly after: BoxFrom },
): Promise<Result<Lender | undefined>> => {
  const [was, is] = [before.boxFrom, after.boxFrom];
  const from = was ?? is;
  if (from === undefined) return ok(undefined);
  if (was !== undefined && is !== undefined && !isSame(was, is)) return invalid('/boxFrom', 'not-there');
  const lender = await lenderFor(context, caller, diary, from);
  const reached = lender === undefined || closed(lender.state) !== undefined ? undefined : lender;
  return reached === undefined && was === undefined ? invalid('/boxFrom', 'not-there') : ok(reached);
};
