import type { MonthView } from '#contracts/diary.ts';
import type { Entry } from '#contracts/entries.ts';

/** What may go along with an entry to the other diary: the bleeds a treatment is for, or the treatments of a bleed. */
export interface Movable {
  readonly kind: 'treatment' | 'bleed';
  readonly others: readonly string[];
}

const isFor = (entry: Entry, bleed: string): boolean =>
  entry.kind === 'treatment' && entry.voided === undefined && entry.bleeds.includes(bleed);

/** A bleed that was removed, or has moved before its treatment, has nothing left here to go along. */
const isGone = ({ entries }: MonthView, bleed: string): boolean =>
  entries.some(({ id, voided }) => id === bleed && voided !== undefined);

/** Five at most: the act is one transaction. */
const MOST = 5;

/** `undefined` for what stays: periods answer for one diary's own plan. */
export function movable(view: MonthView, entry: Entry): Movable | undefined {
  if (entry.kind === 'treatment') {
    const others = entry.bleeds.filter((id) => !isGone(view, id));
    return { kind: entry.kind, others: others.slice(0, MOST) };
  }
  if (entry.kind !== 'bleed') return undefined;
  const treated = view.entries.filter((other) => isFor(other, entry.id));
  return { kind: entry.kind, others: treated.map(({ id }) => id).slice(0, MOST) };
}
