import type { MonthView } from '#contracts/diary.ts';
import type { Bleed, Entry, Treatment } from '#contracts/entries.ts';
import { isBesideThePlan } from '#domain/beside-the-plan.ts';
import { firstDay, lastDay } from '../../../shared/dates/days.ts';
import { entriesOf } from './entry-of-item.ts';
import type { Item } from './item.ts';
import { touches } from './rules.ts';

const isInMonth = (entry: Entry, month: string): boolean =>
  entry.kind === 'treatment' || entry.kind === 'bleed'
    ? entry.day.startsWith(month)
    : entry.from <= lastDay(month) && entry.to >= firstDay(month);

const takenOut = (entry: Entry, item: Item): Entry => ({
  ...entry,
  version: (item.version ?? entry.version) + 1,
  voided: { at: item.addedAt, reason: typeof item.body['reason'] === 'string' ? item.body['reason'] : '' },
});

/** Nothing that went to another diary, or goes there, is left in this one. */
function withoutMoved(view: MonthView, item: Item): MonthView {
  const gone = touches(item);
  const voided = { at: item.addedAt, reason: '', moved: true } as const;
  return {
    ...view,
    entries: view.entries.map((entry) =>
      gone.has(entry.id) && entry.voided === undefined ? { ...entry, voided } : entry,
    ),
    openBleeds: view.openBleeds.filter(({ id }) => !gone.has(id)),
    photos: (view.photos ?? []).filter(({ bleed }) => !gone.has(bleed)),
  };
}

function withEntry(view: MonthView, entry: Entry): MonthView {
  const before = view.entries.find(({ id }) => id === entry.id);
  const others = view.entries.filter(({ id }) => id !== entry.id);
  const shown = before === undefined ? entry : { ...entry, recordedBy: before.recordedBy };
  return isInMonth(entry, view.month)
    ? { ...view, entries: [...others, shown] }
    : { ...view, entries: others };
}

/** A dose that waits to be sent is no dose that nobody recorded. */
function withDoses(view: MonthView, entry: Entry): MonthView {
  const planned = view.planned.map((dose): MonthView['planned'][number] => {
    if (dose.state !== 'open' && dose.state !== 'ahead') return dose;
    if (entry.kind === 'not-taken' && entry.from <= dose.day && dose.day <= entry.to)
      return { ...dose, state: 'not-taken' };
    const isIt =
      entry.kind === 'treatment' &&
      entry.day === dose.day &&
      entry.product.kind === 'catalogue' &&
      entry.product.id === dose.productId;
    return isIt ? { ...dose, state: 'recorded' } : dose;
  });
  return { ...view, planned };
}

function withLastTreatment(view: MonthView, entry: Treatment): MonthView {
  const last = view.lastTreatment;
  const isBeside = (given: Pick<Treatment, 'product' | 'amount'>): boolean =>
    isBesideThePlan(given, view.plan);
  if (last !== undefined && (last.day > entry.day || (isBeside(entry) && !isBeside(last)))) return view;
  const { product, productName, containers, amount, reason, place, fromHomeStock, day } = entry;
  return {
    ...view,
    lastTreatment: { product, productName, containers, amount, reason, place, fromHomeStock, day },
  };
}

function withOpenBleed(view: MonthView, { id, site, side, severity, startedAt, endedAt }: Bleed): MonthView {
  const others = view.openBleeds.filter((bleed) => bleed.id !== id);
  const open = endedAt === undefined ? [{ id, site, side, severity, startedAt }] : [];
  return { ...view, openBleeds: [...others, ...open] };
}

/** Photos of bleeds: one that waits is among the others, one that is removed with its bleed or alone is not. */
function withPhotos(view: MonthView, item: Item): MonthView['photos'] {
  const photos = view.photos ?? [];
  if (item.route === 'put-photo') return [...photos, { id: item.id, bleed: item.of ?? '' }];
  return photos.filter(({ id, bleed }) => id !== item.id && bleed !== item.id);
}

function withItem(view: MonthView, item: Item, productName: (id: string) => string): MonthView {
  if (item.route === 'put-photo' || item.route === 'void-photo')
    return { ...view, photos: withPhotos(view, item) };
  if (item.route === 'move-entry') return withoutMoved(view, item);
  if (item.route === 'void-entry') {
    const entries = view.entries.map((entry) => (entry.id === item.id ? takenOut(entry, item) : entry));
    const openBleeds = view.openBleeds.filter(({ id }) => id !== item.id);
    return { ...view, entries, openBleeds, photos: withPhotos(view, item) };
  }
  return entriesOf(item, productName).reduce((shown, entry) => {
    const next = withDoses(withEntry(shown, entry), entry);
    if (entry.kind === 'treatment') return withLastTreatment(next, entry);
    return entry.kind === 'bleed' ? withOpenBleed(next, entry) : next;
  }, view);
}

/**
 * A month as it will be once everything that waits has been sent: what a person has recorded is in their calendar at
 * once, and what the next form starts from.
 */
export const withPending = (
  view: MonthView,
  items: readonly Item[],
  productName: (id: string) => string,
): MonthView =>
  items.length === 0 ? view : items.reduce((shown, item) => withItem(shown, item, productName), view);
