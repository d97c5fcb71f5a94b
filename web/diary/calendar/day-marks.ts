import type { MonthView } from '#contracts/diary.ts';
import type { Entry } from '#contracts/entries.ts';
import { dayWords } from '../../shared/dates/day-words.ts';
import { daysFrom } from '../../shared/dates/days.ts';
import { diaryWords as words } from '../../shared/words/en/diary.ts';
import { listed } from '../../shared/words/listed.ts';

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

interface Held {
  readonly entries: Entry[];
  readonly planned: Planned[];
}

const daysOf = (entry: Entry): readonly string[] =>
  entry.kind === 'treatment' || entry.kind === 'bleed' ? [entry.day] : daysFrom(entry.from, entry.to);

/** What each day of a month holds, gone through once for all its days. */
function sorted(view: MonthView): ReadonlyMap<string, Held> {
  const days = new Map<string, Held>();
  const on = (day: string): Held => {
    const held = days.get(day) ?? { entries: [], planned: [] };
    days.set(day, held);
    return held;
  };
  for (const entry of view.entries) for (const day of daysOf(entry)) on(day).entries.push(entry);
  for (const dose of view.planned) if (dose.state !== 'recorded') on(dose.day).planned.push(dose);
  return days;
}

const known = new WeakMap<MonthView, ReadonlyMap<string, Held>>();
const nothing: Held = { entries: [], planned: [] };

function heldOn(day: string, view: MonthView): Held {
  const days = known.get(view) ?? sorted(view);
  known.set(view, days);
  return days.get(day) ?? nothing;
}

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
  const { entries, planned } = view === undefined ? nothing : heldOn(day, view);
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
  const said = listed(marks.map(([mark, count]) => words.markCount[mark](count)));
  return words.dayName(dayWords.long(day), said === '' ? words.nothing : said);
}
