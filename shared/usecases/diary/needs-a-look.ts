import { Temporal } from 'temporal-polyfill';
import { findProduct } from '#catalogue/catalogue.ts';
import type { MonthView } from '#contracts/diary.ts';
import { addDays } from '#domain/calendar-day.ts';
import type { entry } from '#table/entities/diary.ts';
import type { Stored } from '#table/entity.ts';
import type { NameOf } from './read-entry.ts';

type Entry = Stored<typeof entry>;
type Treated = Entry & { readonly data: Extract<Entry['data'], { kind: 'treatment' }> };

/** How far back two carers are asked about one dose: later, nobody remembers. */
const ASKED_DAYS = 14;

const treatmentsIn = (entries: readonly Entry[]): Treated[] =>
  entries.flatMap((item) =>
    item.data.kind === 'treatment' && item.voided === undefined ? [{ ...item, data: item.data }] : [],
  );

const monthOf = ({ localAt }: Entry): string => localAt.slice(0, 7);

/**
 * The treatments whose batch is still to be completed, newest first.
 *
 * @param entries as the reader may see them
 */
export const batchesMissing = (entries: readonly Entry[]): NonNullable<MonthView['batchesMissing']> =>
  treatmentsIn(entries)
    .filter(({ data }) => data.containers.some(({ batch }) => batch.kind === 'unknown'))
    .sort((a, b) => (a.instantAt < b.instantAt ? 1 : -1))
    .map((item) => ({
      id: item.entry,
      day: item.day,
      month: monthOf(item),
      productName: item.data.productName,
    }));

const minutesBetween = (a: Entry, b: Entry): number =>
  Math.abs(Temporal.Instant.from(b.instantAt).since(Temporal.Instant.from(a.instantAt)).total('minutes'));

/** One dose, perhaps, that two people wrote down: the same product too soon after each other, or for one planned dose. */
const isTwin = (a: Treated, b: Treated, planned: MonthView['planned']): boolean => {
  if (a.data.product.kind !== 'catalogue' || b.data.product.kind !== 'catalogue') return false;
  const { id } = a.data.product;
  if (id !== b.data.product.id || a.recordedBy.account === b.recordedBy.account) return false;
  if (minutesBetween(a, b) < (findProduct(id)?.duplicateIntervalMinutes ?? 0)) return true;
  const bothRoutine = a.data.reason === 'prophylaxis' && b.data.reason === 'prophylaxis';
  const doses = planned.filter(({ day, productId }) => day === a.day && productId === id);
  return bothRoutine && a.day === b.day && doses.length === 1;
};

/**
 * Pairs of entries by different people that may be one dose. The second was asked when they saved; this tells the first.
 *
 * @param entries as the reader may see them
 */
export const twins = (
  entries: readonly Entry[],
  { planned, today, nameOf }: { planned: MonthView['planned']; today: string; nameOf: NameOf },
): NonNullable<MonthView['twins']> => {
  const recent = treatmentsIn(entries).filter(({ day }) => day >= addDays(today, -ASKED_DAYS));
  return recent.flatMap((a, place) =>
    recent
      .slice(place + 1)
      .filter((b) => isTwin(a, b, planned))
      .map((b) => ({
        day: b.day,
        productName: b.data.productName,
        entries: [a, b].map((item) => ({
          id: item.entry,
          month: monthOf(item),
          time: item.localAt.slice(11, 16),
          recordedBy: nameOf(item.recordedBy),
        })),
      })),
  );
};
