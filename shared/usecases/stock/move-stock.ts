import { findProduct } from '#catalogue/catalogue.ts';
import type { Saved } from '#contracts/entries.ts';
import { normaliseBatch } from '#domain/batch.ts';
import { localDay } from '#domain/local-time.ts';
import { NO_BATCH } from '#domain/stock/stock-draws.ts';
import type { MovementKind, WasteReason } from '#domain/stock/stock-words.ts';
import { state } from '#table/entities/state.ts';
import { stock, stockMovement } from '#table/entities/stock.ts';
import type { Fields, Stored } from '#table/entity.ts';
import { created, type Stamp } from '#table/item.ts';
import * as patterns from '#table/patterns.ts';
import { auditAct } from '#usecases/audit/audit-item.ts';
import { closed, whileOpen } from '#usecases/diary/closed.ts';
import { stampOf } from '#usecases/diary/entry-item.ts';
import { covers, mayWrite, whyNot, type DiaryIds } from '#usecases/diary/may-write.ts';
import type { Context, Person, StaffCaller } from '#usecases/ports/context.ts';
import type { Act, Clause } from '#usecases/ports/store.ts';
import { fail, invalid, ok, type Result } from '#usecases/result.ts';
import { toldBefore } from './told-before.ts';

type State = Stored<typeof state>;
export type Row = Stored<typeof stock>;
export type MovementLine = Fields<typeof stockMovement>['lines'][number];

/** One row as it is sent. */
export interface SentRow {
  readonly productId: string;
  readonly strength: number;
  readonly batch?: string | undefined;
}

/** What every act on the stock sends. */
interface Sent {
  readonly mutationId: string;
  readonly typedAt: string;
  readonly on: string;
}

/** The stock as it is when an act on it is decided. */
export interface Shelves {
  readonly state: State;
  readonly rows: readonly Row[];
  readonly stamp: Stamp;
}

/** What an act makes of it. */
export interface Moved {
  readonly lines: readonly MovementLine[];
  /** Rows as they are afterwards, each with the version it was decided from; new ones without. */
  readonly puts: readonly { readonly item: Row; readonly over: number | 'absent' }[];
  readonly removes?: readonly Row[];
  readonly countedAt?: string;
  /** What else is written with it. */
  readonly acts?: readonly Act[];
}

interface Asked {
  readonly id: string;
  readonly kind: MovementKind;
  readonly body: Sent;
  /** Every row that is named, with where. */
  readonly named: readonly { readonly row: SentRow; readonly at: string }[];
  readonly how?: 'typed' | 'scanned';
  readonly reason?: WasteReason;
  readonly action: string;
}

/** The ids of a row, as the table has them. */
export const idsOf = (diary: DiaryIds, { productId, strength, batch }: SentRow) => ({
  centre: diary.centre,
  patient: diary.patient,
  product: productId,
  strength,
  normalisedBatch: batch === undefined ? NO_BATCH : normaliseBatch(batch),
});

/** The row of those ids, unless it was never put into stock and has gone by now. */
export const rowAt = ({ rows, stamp }: Shelves, ids: ReturnType<typeof idsOf>): Row | undefined => {
  const now = Math.floor(Date.parse(stamp.at) / 1000);
  const { sk } = stock.key(ids);
  return rows.find((one) => stock.key(one).sk === sk && (one.expiresAt ?? now + 1) > now);
};

const problemsOf = ({ named }: Asked): Result<never> | undefined => {
  const seen = new Set<string>();
  for (const { row, at } of named) {
    const product = findProduct(row.productId);
    if (product === undefined) return invalid(`${at}/productId`, 'not-in-catalogue');
    if (product.batchRequired && row.batch === undefined) return invalid(`${at}/batch`, 'empty');
    const { sk } = stock.key(idsOf({ centre: 'c', patient: 'p' }, row));
    if (seen.has(sk)) return invalid(`${at}/batch`, 'repeated');
    seen.add(sk);
  }
  return undefined;
};

/** The state as it may be written under; a stock-take leaves its time there. */
const stateAct = (diary: DiaryIds, { state: found, stamp }: Shelves, countedAt: string | undefined): Act => {
  const open: readonly Clause[] = [
    ...whileOpen,
    // A count in between decides anew what is in it already.
    found.stockCountedAt === undefined
      ? { path: 'stockCountedAt', is: 'absent' }
      : { path: 'stockCountedAt', is: '=', to: found.stockCountedAt },
  ];
  const of = { label: 'state', key: state.key(diary), when: open };
  const isNewer = countedAt !== undefined && countedAt > (found.stockCountedAt ?? '');
  return isNewer
    ? {
        act: 'update',
        ...of,
        set: { stockCountedAt: countedAt, updatedAt: stamp.at, updatedBy: stamp.by },
      }
    : { act: 'check', ...of };
};

const TRIES = 4;

const attempt = async (
  context: Context,
  caller: Person | StaffCaller,
  diary: DiaryIds,
  asked: Asked,
  shelves: Shelves,
  moved: Moved,
): Promise<Result<Saved> | 'again'> => {
  const { stamp } = shelves;
  const statement = await context.statementInForce();
  const { id, kind, body, how = 'typed', reason } = asked;
  const movement = {
    ...diary,
    movement: id,
    kind,
    on: body.on,
    how,
    ...(reason === undefined ? {} : { reason }),
    lines: [...moved.lines],
    recordedBy: { account: caller.account, staff: caller.kind === 'staff' },
    typedAt: body.typedAt,
    ...created(stamp),
  };
  const happening = {
    action: asked.action,
    about: id,
    mutationId: stamp.mutationId,
    after: { on: body.on, lines: moved.lines, ...(reason === undefined ? {} : { reason }) },
  };
  const outcome = await context.store.transact([
    mayWrite(caller, diary, statement),
    { act: 'put', label: 'movement', entity: stockMovement, item: movement, over: 'absent' },
    ...moved.puts.map(({ item, over }): Act => ({ act: 'put', label: 'row', entity: stock, item, over })),
    ...(moved.removes ?? []).map((item): Act => ({
      act: 'remove',
      label: 'row',
      key: stock.key(item),
      when: [{ path: 'version', is: '=', to: item.version }],
    })),
    ...(moved.acts ?? []),
    stateAct(diary, shelves, moved.countedAt),
    auditAct(context, caller, { of: 'diary', ...diary }, happening),
  ]);
  if (outcome.done) return ok({ id, version: 1 });
  if (outcome.refused === 'conflict') return fail('busy');
  const no = whyNot(outcome.refused, caller, statement);
  if (no !== undefined) return no;
  const taken = outcome.refused.find(({ label }) => label === 'movement');
  if (taken === undefined) return 'again';
  return taken.found?.['mutationId'] === stamp.mutationId ? ok({ id, version: 1 }) : fail('taken');
};

const readShelves = async (
  { store }: Context,
  diary: DiaryIds,
  stamp: Stamp,
): Promise<Shelves | undefined> => {
  const [found, rows] = await Promise.all([
    store.get(state, state.key(diary)),
    store.queryAll(patterns.stockOf(diary.centre, diary.patient)),
  ]);
  return found === undefined ? undefined : { state: found, rows: rows.map(({ item }) => item), stamp };
};

/** The caller may be refused before anything is decided; then nothing of the stock must be told by the answer. */
const mayTell = async (
  context: Context,
  caller: Person | StaffCaller,
  diary: DiaryIds,
): Promise<Result<never> | undefined> => {
  const statement = await context.statementInForce();
  const outcome = await context.store.transact([mayWrite(caller, diary, statement)]);
  if (outcome.done) return undefined;
  return outcome.refused === 'conflict' ? fail('busy') : whyNot(outcome.refused, caller, statement);
};

/**
 * One act on the stock at home: one read, then one transaction of the rows, what was told, its audit and the
 * authorisation. The same act sent twice is done once.
 *
 * @param make what becomes of the rows, from how they are now
 */
export const moveStock = async (
  context: Context,
  caller: Person | StaffCaller,
  diary: DiaryIds,
  asked: Asked,
  make: (shelves: Shelves) => Result<Moved> | Promise<Result<Moved>>,
): Promise<Result<Saved>> => {
  if (!covers(caller, diary)) return fail('not-found');
  const wrong = problemsOf(asked);
  if (wrong !== undefined) return wrong;
  const stamp = stampOf(context, caller, asked.body.mutationId);
  for (let tried = 0; tried < TRIES; tried += 1) {
    const shelves = await readShelves(context, diary, stamp);
    if (shelves === undefined) return fail('not-found');
    const today = localDay(context.now(), shelves.state.homeZone);
    const moved: Result<Moved> =
      asked.body.on > today ? invalid('/on', 'in-the-future') : await make(shelves);
    if (!moved.ok)
      return (
        (await mayTell(context, caller, diary)) ??
        closed(shelves.state) ??
        (await toldBefore(context, diary, asked.id, stamp.mutationId)) ??
        moved
      );
    const no = closed(shelves.state);
    if (no !== undefined) return (await mayTell(context, caller, diary)) ?? no;
    const outcome = await attempt(context, caller, diary, asked, shelves, moved.value);
    if (outcome !== 'again') return outcome;
  }
  return fail('busy');
};
