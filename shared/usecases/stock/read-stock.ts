import { findProduct } from '#catalogue/catalogue.ts';
import type { Movement, StockView } from '#contracts/stock.ts';
import { addDays } from '#domain/calendar-day.ts';
import { localDay, localDayOf } from '#domain/local-time.ts';
import type { stockMovement } from '#table/entities/stock.ts';
import type { Fields } from '#table/entity.ts';
import * as patterns from '#table/patterns.ts';
import { readNoted } from '#usecases/audit/view.ts';
import { covers, type DiaryIds } from '#usecases/diary/may-write.ts';
import { readAbout } from '#usecases/diary/read-about.ts';
import { mayNotLook, sightFor } from '#usecases/diary/may-look.ts';
import type { Context, Person, StaffCaller } from '#usecases/ports/context.ts';
import { fail, ok, type Result } from '#usecases/result.ts';
import type { Scopes } from '#usecases/ports/scopes.ts';
import { DRAWS_DAYS } from './entries-for-draws.ts';
import { readRecalls } from './known-recalls.ts';
import { lentSeen } from './lent-seen.ts';
import { datedDraws, rowsSeen, treatedOn } from './rows-seen.ts';
import { shelfRows, suppliesOf } from './shelf.ts';

/** How far back what came and went is shown. */
const MOVEMENTS_DAYS = 366;

type Stored = Fields<typeof stockMovement>;

/**
 * A movement as people read it; a product that no catalogue holds any more has no unit, and stays away.
 *
 * @param opens whether the reader may open another diary that a box was lent to
 */
export const movementOf =
  (nameOf: (recordedBy: Stored['recordedBy']) => string, opens: (diary: DiaryIds) => boolean = () => false) =>
  ({ movement: id, kind, on, how, reason, takenBack, recordedBy, lines, usedFor }: Stored): Movement => ({
    id,
    kind,
    on,
    how,
    ...(reason === undefined ? {} : { reason }),
    ...(takenBack === undefined ? {} : { takenBack: true }),
    recordedBy: nameOf(recordedBy),
    ...(usedFor === undefined || !opens(usedFor)
      ? {}
      : { usedFor: { centre: usedFor.centre, patient: usedFor.patient } }),
    lines: lines.flatMap(({ product: productId, normalisedBatch: _, gtin: __, ...line }) => {
      const product = findProduct(productId);
      return product === undefined
        ? []
        : [{ ...line, productId, productName: product.name, unit: product.unit }];
    }),
  });

const readAll = async (context: Context, diary: DiaryIds) => {
  const { centre, patient } = diary;
  // The day at home isn't known yet; a day more at either end does no harm.
  const utc = localDay(context.now(), 'UTC');
  const [about, recalls, movements, entries, statement] = await Promise.all([
    readAbout(context, diary),
    readRecalls(context.store, centre),
    context.store.queryAll(
      patterns.stockMovements(centre, patient, addDays(utc, -MOVEMENTS_DAYS), addDays(utc, 1)),
    ),
    context.store.queryAll(
      patterns.entriesBetween(centre, patient, addDays(utc, -DRAWS_DAYS), addDays(utc, 1)),
    ),
    context.statementInForce(),
  ]);
  return {
    ...about,
    recalls,
    statement,
    movements: movements.map(({ item }) => item),
    entries: entries.map(({ item }) => item),
  };
};

/** What is at home, how long it lasts, and what came and went. The view is in the audit before it is answered. */
export const readStock = (
  context: Context & Partial<Scopes>,
  caller: Person | StaffCaller,
  diary: DiaryIds,
): Promise<Result<StockView>> => {
  if (!covers(caller, diary)) return Promise.resolve(fail('not-found'));
  return readNoted(context, caller, { of: 'diary', ...diary }, { action: 'read-stock' }, async () => {
    const read = await readAll(context, diary);
    const { found, plans, links, marks } = read;
    if (found === undefined) return fail('not-found');
    if (caller.kind === 'person' && found.consent.state === 'revoked') return fail('not-found');
    const no = mayNotLook(caller, links, read.statement);
    if (no !== undefined) return no;
    const today = localDay(context.now(), found.homeZone);
    const sight = sightFor(caller, { links, marks });
    const { movements, rows: left } = await lentSeen(context, caller, found, read);
    const rows = await rowsSeen(context, found, left, { marks, sight });
    const entries = sight.visible(read.entries);
    const shelf = shelfRows({ rows, recalls: read.recalls, today, draws: datedDraws(entries) });
    const names = new Map(links.map(({ account, name }) => [account, name]));
    const nameOf = ({ account, staff }: Stored['recordedBy']): string =>
      account === caller.account
        ? 'you'
        : staff
          ? 'your centre'
          : (names.get(account) ?? 'someone who had access');
    return ok({
      today,
      rows: shelf,
      supplies: suppliesOf(rows, shelf, { plans, today, treatedToday: treatedOn(entries, today) }),
      movements: movements.map(movementOf(nameOf, (other) => covers(caller, other))).toReversed(),
      ...(found.stockCountedAt === undefined
        ? {}
        : { lastCountedOn: localDayOf(found.stockCountedAt, found.homeZone) }),
    });
  });
};
