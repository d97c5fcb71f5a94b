import { findProduct } from '#catalogue/catalogue.ts';
import { drawChange, drawsOf, type Draw } from '#domain/stock/stock-draws.ts';
import type { entry } from '#table/entities/diary.ts';
import { state } from '#table/entities/state.ts';
import { stockMovement } from '#table/entities/stock.ts';
import type { Fields, Stored } from '#table/entity.ts';
import { created, fromItem, type Stamp } from '#table/item.ts';
import { auditAct } from '#usecases/audit/audit-item.ts';
import { closed, whileOpen } from '#usecases/diary/closed.ts';
import { covers, mayWrite, type DiaryIds } from '#usecases/diary/may-write.ts';
import type { Context, Writer } from '#usecases/ports/context.ts';
import type { Scopes } from '#usecases/ports/scopes.ts';
import type { Act, Clause, Refused, Store } from '#usecases/ports/store.ts';
import { fail, invalid, type Result } from '#usecases/result.ts';
import { drawActs, isAfterCount } from './draw-acts.ts';

type Entry = Pick<
  Fields<typeof entry>,
  'data' | 'instantAt' | 'voided' | 'day' | 'boxFrom' | 'lentAs' | 'entry' | 'typedAt' | keyof DiaryIds
>;

/** The diary whose boxes a treatment in another one used, as the writer reaches both. */
export interface Lender {
  readonly diary: DiaryIds;
  readonly state: Stored<typeof state>;
  /** Writes both diaries in one transaction. */
  readonly store: Store;
  /** That they may write there too. */
  readonly may: readonly Act[];
}

const MAY = 'may-lend';
const LENDER = 'lender';

/** The stores that reach the lender: of a person both diaries are theirs, of staff both are of their centre. */
const storesFor = (
  context: Context & Partial<Scopes>,
  caller: Writer,
  diary: DiaryIds,
  from: DiaryIds,
): { readonly reads: Store; readonly writes: Store } | undefined => {
  if (caller.kind === 'staff')
    return covers(caller, from) ? { reads: context.store, writes: context.store } : undefined;
  const { within } = context;
  if (caller.kind === 'sharing' || within === undefined || !covers(caller, from)) return undefined;
  return {
    reads: within({ of: 'diary', ...ids(from) }),
    writes: within({ of: 'pair', ...ids(diary), otherCentre: from.centre, otherPatient: from.patient }),
  };
};
const ids = ({ centre, patient }: DiaryIds): DiaryIds => ({ centre, patient });

/** The lender, where the writer may open it and it isn't the diary itself; one read. */
export const lenderFor = async (
  context: Context & Partial<Scopes>,
  caller: Writer,
  diary: DiaryIds,
  from: DiaryIds,
): Promise<Lender | undefined> => {
  if (from.centre === diary.centre && from.patient === diary.patient) return undefined;
  const stores = storesFor(context, caller, diary, from);
  const found = await stores?.reads.get(state, state.key(from));
  if (stores === undefined || found === undefined) return undefined;
  const statement = await context.statementInForce();
  return {
    diary: ids(from),
    state: found,
    store: stores.writes,
    // The job of staff is checked once already, and a transaction takes an item once.
    may: caller.kind === 'person' ? [{ ...mayWrite(caller, from, statement), label: MAY }] : [],
  };
};

/** All that a treatment took out of the lender's stock, whenever that was counted. */
const lentBy = ({ data, voided, boxFrom }: Entry): Draw[] => {
  if (data.kind !== 'treatment' || voided !== undefined || boxFrom === undefined) return [];
  const product = data.product.kind === 'catalogue' ? findProduct(data.product.id) : undefined;
  return drawsOf({ ...data, fromHomeStock: true }, product);
};

/** What of it the lender's count doesn't hold already. */
const notCounted = (item: Entry | undefined, { state: { stockCountedAt } }: Lender): Draw[] =>
  item === undefined || !isAfterCount(item.instantAt, stockCountedAt) ? [] : lentBy(item);

/** A stock-take in between decides anew what is in it already. */
const asRead = ({ diary, state: { stockCountedAt } }: Lender): Act => ({
  act: 'check',
  label: LENDER,
  key: state.key(diary),
  when: [
    ...whileOpen,
    stockCountedAt === undefined
      ? ({ path: 'stockCountedAt', is: 'absent' } satisfies Clause)
      : { path: 'stockCountedAt', is: '=', to: stockCountedAt },
  ],
});

const movementOf = ({ entry: id, lentAs }: Pick<Entry, 'entry' | 'lentAs'>): string => lentAs ?? id;

const movementAct = (caller: Writer, lender: Lender, item: Entry, stamp: Stamp, isNew: boolean): Act => ({
  act: 'put',
  label: 'lent',
  entity: stockMovement,
  over: isNew ? 'absent' : 'any',
  item: {
    ...lender.diary,
    movement: movementOf(item),
    kind: 'lent',
    on: item.day,
    how: 'typed',
    lines: lentBy(item).map(({ productId: product, count, drawn, ...line }) => ({
      ...line,
      product,
      count,
      ...(drawn === 0 ? {} : { drawn }),
    })),
    recordedBy: { account: caller.account, staff: caller.kind !== 'person' },
    typedAt: item.typedAt,
    usedFor: { ...ids(item), entry: item.entry, at: item.instantAt },
    ...created(stamp),
  },
});

/** The movement that a treatment left with its lender, taken away again. */
export const lentGone = (diary: DiaryIds, item: Pick<Entry, 'entry' | 'lentAs'>): Act => ({
  act: 'remove',
  label: 'lent',
  key: stockMovement.key({ ...diary, movement: movementOf(item) }),
});

const says = (item: Entry | undefined): string =>
  item === undefined || item.boxFrom === undefined ? '' : JSON.stringify([item.day, lentBy(item)]);

/**
 * What a change of a treatment does to the stock it took its boxes from, as parts of the same transaction: drawn or
 * given back, told there, and in that diary's own log. Nothing where the change doesn't touch what was lent.
 *
 * @param change `before` is missing for a new treatment
 */
export const lendActs = (
  context: Context,
  caller: Writer,
  lender: Lender,
  change: { readonly before?: Entry; readonly after: Entry; readonly stamp: Stamp },
): Act[] => {
  const { before, after, stamp } = change;
  const was = before?.boxFrom === undefined ? undefined : before;
  const is = after.boxFrom === undefined || after.voided !== undefined ? undefined : after;
  if (says(was) === says(is)) return [];
  const draws = drawChange(notCounted(was, lender), notCounted(is, lender));
  return [
    ...lender.may,
    asRead(lender),
    ...drawActs(lender.diary, draws, stamp),
    is === undefined
      ? lentGone(lender.diary, after)
      : movementAct(caller, lender, is, stamp, was === undefined),
    auditAct(
      context,
      caller,
      { of: 'diary', ...lender.diary },
      {
        action: is === undefined ? 'take-back-box' : 'lend-box',
        about: after.entry,
        mutationId: stamp.mutationId,
      },
    ),
  ];
};

/** Why the lender refused, if that is why a write was. */
export const whyNotLent = (refused: readonly Refused[]): Result<never> | undefined => {
  if (refused.some(({ label }) => label === MAY)) return invalid('/boxFrom', 'not-there');
  const act = refused.find(({ label }) => label === LENDER);
  if (act === undefined) return refused.some(({ label }) => label === 'lent') ? fail('taken') : undefined;
  // Closed, or counted in between: then the same write decides anew.
  return (act.found === undefined ? undefined : closed(fromItem(state, act.found))) ?? fail('busy');
};
