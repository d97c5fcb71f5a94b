import type { MonthView } from '#contracts/diary.ts';
import { api } from '../../../shared/api/api.ts';
import { addMonths, localNow, monthOf } from '../../../shared/dates/days.ts';
import { session } from '../../../shared/session/session.ts';
import { keptDrafts } from '../kept-drafts.ts';
import type { DiaryLink } from '../me.ts';
import { type Copies, forgetDiary, keepMonths, type KeptMonth, readCopies } from './copies.ts';
import { mayCopy } from './may-keep.ts';
import { monthBegun } from './month-begun.ts';

/** This month and the two before it. */
const oldestOf = (today: string): string => addMonths(monthOf(today), -2);
/**
 * So long a copy of all three months is good enough. Each is in the access log, and until the next one something that is
 * withheld since may still stand in a month that nobody opened: the server must not even hint that there is such a thing.
 */
const GOOD_FOR_MS = 3_600_000;

const ofDiary = ({ months }: Copies, { centre, patient }: DiaryLink): readonly KeptMonth[] =>
  months.filter((one) => one.centre === centre && one.patient === patient);

const copiesOf = async (account: string, link: DiaryLink): Promise<readonly KeptMonth[]> => {
  const kept = await readCopies(account);
  return kept === 'locked' || kept === undefined ? [] : ofDiary(kept, link);
};

/**
 * Whether something that the copy shows is shown no more: moved, or withheld from this reader. Then the rest of the copy
 * may be so as well, and is asked for anew.
 */
async function lacksSome(account: string, link: DiaryLink, { month, entries }: MonthView): Promise<boolean> {
  const before = (await copiesOf(account, link)).find(({ view }) => view.month === month);
  const now = new Set(entries.map(({ id }) => id));
  return before?.view.entries.some(({ id }) => !now.has(id)) === true;
}

/** When the last copy of all three months was asked for, by diary. */
const askedPlace = ({ centre, patient }: Pick<DiaryLink, 'centre' | 'patient'>): string =>
  `haemdiary-copied/${centre}/${patient}`;

/**
 * Keeps a month that was just read; and, at most once an hour, asks for the last three months to be kept. The server
 * notes that in the access log as what it is: a copy on a device, not somebody looking.
 */
export async function copyRead(link: DiaryLink, view: MonthView): Promise<void> {
  const account = session.account.peek();
  if (account === undefined || !mayCopy()) return;
  const oldest = oldestOf(view.today);
  const isOther = await lacksSome(account, link, view);
  await keepMonths(account, link, [view], oldest);
  const asked = Number(localStorage.getItem(askedPlace(link)) ?? 0);
  if (Math.abs(Date.now() - asked) < GOOD_FOR_MS && !isOther) return;
  localStorage.setItem(askedPlace(link), String(Date.now()));
  const outcome = await api('get-copy', {
    params: { c: link.centre, p: link.patient },
    query: { month: monthOf(view.today) },
  });
  if (outcome.ok && mayCopy()) await keepMonths(account, link, outcome.value.months, oldest);
  else localStorage.removeItem(askedPlace(link));
}

/** Months of a diary among copies, each with when it was read; and the one asked for, if it is a newer one. */
export function monthsIn(copies: Copies, link: DiaryLink, month: string): readonly KeptMonth[] {
  const kept = ofDiary(copies, link);
  const newest = [...kept].sort((a, b) => (a.view.month < b.view.month ? 1 : -1))[0];
  if (newest === undefined || month <= newest.view.month) return kept;
  // Only a month that has begun: of one that lies ahead nothing is known.
  return month <= monthOf(localNow(newest.view.homeZone).day) ? [...kept, monthBegun(newest, month)] : kept;
}

/** The same of what this device keeps. */
export async function readCopy(link: DiaryLink, month: string): Promise<readonly KeptMonth[]> {
  const account = session.account.peek();
  const kept = account === undefined ? undefined : await readCopies(account);
  return typeof kept === 'object' ? monthsIn(kept, link, month) : [];
}

/** Forgets what this device keeps of a diary that is not theirs any more. */
export async function forgetRead(link: Pick<DiaryLink, 'centre' | 'patient'>): Promise<void> {
  const account = session.account.peek();
  const { centre, patient } = link;
  localStorage.removeItem(askedPlace(link));
  localStorage.removeItem(`haemdiary-card/${centre}/${patient}`);
  if (account === undefined) return;
  keptDrafts.forgetDiary(account, link);
  await forgetDiary(account, link);
}
