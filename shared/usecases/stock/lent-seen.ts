import { sumExactly } from '#domain/amount.ts';
import type { state } from '#table/entities/state.ts';
import type { stockMovement } from '#table/entities/stock.ts';
import type { Fields } from '#table/entity.ts';
import { covers, type DiaryIds } from '#usecases/diary/may-write.ts';
import type { Context, Person, StaffCaller } from '#usecases/ports/context.ts';
import type { Scopes } from '#usecases/ports/scopes.ts';
import { sightOfCaller } from '#usecases/withheld/as-seen.ts';
import { isAfterCount } from './draw-acts.ts';
import type { Row } from './move-stock.ts';

type Movement = Fields<typeof stockMovement>;
type State = Pick<Fields<typeof state>, 'stockCountedAt'>;
interface Stock {
  readonly movements: readonly Movement[];
  readonly rows: readonly Row[];
}

const keyOf = ({ centre, patient }: DiaryIds): string => `${centre}/${patient}`;

/** The treatments in other diaries of the reader that are withheld from them there, by what was lent for them. */
const unseenIn = async (
  context: Context & Partial<Scopes>,
  caller: Person,
  movements: readonly Movement[],
): Promise<ReadonlySet<string>> => {
  const lent = movements.flatMap(({ usedFor }) =>
    usedFor !== undefined && covers(caller, usedFor) ? [usedFor] : [],
  );
  const { within } = context;
  if (within === undefined) return new Set();
  const diaries = [...new Map(lent.map((one) => [keyOf(one), one])).values()];
  const sights = await Promise.all(
    diaries.map(async ({ centre, patient }) => {
      const store = within({ of: 'diary', centre, patient });
      return [
        keyOf({ centre, patient }),
        await sightOfCaller({ store }, caller, { centre, patient }),
      ] as const;
    }),
  );
  const sightOf = new Map(sights);
  return new Set(
    lent.flatMap((one) => (sightOf.get(keyOf(one))?.sees(one.entry) === false ? [one.entry] : [])),
  );
};

const put = (row: Row, lines: Movement['lines']): Row => {
  const mine = lines.filter(
    (line) =>
      line.product === row.product &&
      line.normalisedBatch === row.normalisedBatch &&
      line.strength === row.strength,
  );
  return {
    ...row,
    count: row.count + mine.reduce((sum, { count }) => sum + count, 0),
    drawn: Math.max(0, sumExactly([row.drawn, ...mine.map(({ drawn = 0 }) => -drawn)])),
  };
};

/**
 * The stock as somebody of two diaries may know it: a box that was lent for a treatment which is withheld from them in
 * the other diary is still there for them, or the count would tell of it. Reads only where something was lent.
 */
export const lentSeen = async (
  context: Context & Partial<Scopes>,
  caller: Person | StaffCaller,
  found: State,
  stock: Stock,
): Promise<Stock> => {
  if (caller.kind === 'staff' || !stock.movements.some(({ usedFor }) => usedFor !== undefined)) return stock;
  const unseen = await unseenIn(context, caller, stock.movements);
  if (unseen.size === 0) return stock;
  const isUnseen = ({ usedFor }: Movement): boolean => unseen.has(usedFor?.entry ?? '');
  const back = stock.movements
    .filter((one) => isUnseen(one) && isAfterCount(one.usedFor?.at ?? '', found.stockCountedAt))
    .flatMap(({ lines }) => lines);
  return {
    movements: stock.movements.filter((one) => !isUnseen(one)),
    rows: stock.rows.map((row) => put(row, back)),
  };
};
