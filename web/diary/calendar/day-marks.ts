import type { MonthView } from '#contracts/diary.ts';
import type { Entry } from '#contracts/entries.ts';
import { dayWords } from '../../shared/dates/day-words.ts';
import { diaryWords as words } from '../../shared/words/en/diary.ts';

export type Mark = 'recorded' | 'open' | 'planned' | 'not-taken' | 'bleed' | 'confirmed';
type Planned = MonthView['planned'][number];

/** What one day holds: every entry that touches it, removed ones too, and the planned doses nobody recorded. */
export interface DayModel {
  readonly day: string;
  readonly entries: readonly Entry[];
  readonly planned: readonly Planned[];
  /** What stands in the calendar's cell, in this order, with how many of each. */
  readonly marks: readonly (readonly [Mark, number])[];
}

const touches = (entry: Entry, day: string): boolean =>
  entry.kind === 'treatment' || entry.kind === 'bleed'
    ? entry.day === day
    : entry.from <= day && day <= entry.to;

const stateMarks = { open: 'open', ahead: 'planned', 'not-taken': 'not-taken', recorded: undefined } as const;

function marksOf(entries: readonly Entry[], planned: readonly Planned[]): [Mark, number][] {
  const counts = new Map<Mark, number>();
  const add = (mark: Mark): void => {
    counts.set(mark, (counts.get(mark) ?? 0) + 1);
  };
  const kinds = {
    treatment: 'recorded',
    bleed: 'bleed',
    confirmation: 'confirmed',
    'not-taken': undefined,
  } as const;
  for (const entry of entries) {
    const mark = entry.voided === undefined ? kinds[entry.kind] : undefined;
    if (mark !== undefined) add(mark);
  }
  for (const dose of planned) {
    const mark = stateMarks[dose.state];
    if (mark !== undefined) add(mark);
  }
  const order: readonly Mark[] = ['recorded', 'open', 'planned', 'not-taken', 'bleed', 'confirmed'];
  return order.flatMap((mark) => {
    const count = counts.get(mark);
    return count === undefined ? [] : [[mark, count]];
  });
}

/** One day of a month that was read; `view` is absent while it is being read. */
export function dayModel(day: string, view: MonthView | undefined): DayModel {
  const entries = (view?.entries ?? []).filter((entry) => touches(entry, day));
  const planned = (view?.planned ?? []).filter((dose) => dose.day === day && dose.state !== 'recorded');
  const saysNotTaken = entries.some(({ kind, voided }) => kind === 'not-taken' && voided === undefined);
  return {
    day,
    entries,
    // A mark of one's own says it already; a recorded dose is said by its treatment, maybe of the day before.
    planned: saysNotTaken ? planned.filter(({ state }) => state !== 'not-taken') : planned,
    marks: marksOf(entries, planned),
  };
}

/** "Sunday 22 November 2026: 1 treatment recorded, 1 bleed": the name of the day's button. */
export function dayName({ day, marks }: DayModel): string {
  const said = marks.map(([mark, count]) => words.markCount[mark](count)).join(', ');
  return words.dayName(dayWords.long(day), said === '' ? words.nothing : said);
}
