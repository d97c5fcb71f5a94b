import type { MonthView } from '#contracts/diary.ts';
import { api } from '../../../shared/api/api.ts';
import { addMonths, monthOf } from '../../../shared/dates/days.ts';
import { session } from '../../../shared/session/session.ts';
import type { DiaryLink } from '../me.ts';
import { forgetDiary, keepMonths, mayKeep, readCopies, type KeptMonth } from './copies.ts';

/** This month and the two before it. */
const oldestOf = (today: string): string => addMonths(monthOf(today), -2);
const dayMs = 86_400_000;

const copiesOf = async (account: string, { centre, patient }: DiaryLink): Promise<readonly KeptMonth[]> => {
  const kept = await readCopies(account);
  if (kept === 'locked' || kept === undefined) return [];
  return kept.months.filter((one) => one.centre === centre && one.patient === patient);
};

/** Where the last copy of all three months was asked for, by diary: once a day is enough, and each is in the log. */
const askedPlace = ({ centre, patient }: DiaryLink): string => `haemdiary-copied/${centre}/${patient}`;

/**
 * Keeps a month that was just read; and, at most once a day, asks for the last three months to be kept. The server
 * notes that in the access log as what it is: a copy on a device, not somebody looking.
 */
export async function copyRead(link: DiaryLink, view: MonthView): Promise<void> {
  const account = session.account.peek();
  if (account === undefined || !mayKeep()) return;
  const oldest = oldestOf(view.today);
  await keepMonths(account, link, [view], oldest);
  const asked = Number(localStorage.getItem(askedPlace(link)) ?? 0);
  if (Math.abs(Date.now() - asked) < dayMs) return;
  localStorage.setItem(askedPlace(link), String(Date.now()));
  const outcome = await api('get-copy', {
    params: { c: link.centre, p: link.patient },
    query: { month: monthOf(view.today) },
  });
  if (outcome.ok && mayKeep()) await keepMonths(account, link, outcome.value.months, oldest);
  else localStorage.removeItem(askedPlace(link));
}

/** Months of a diary that this device keeps, each with when it was read. */
export async function readCopy(link: DiaryLink): Promise<readonly KeptMonth[]> {
  const account = session.account.peek();
  return account === undefined ? [] : copiesOf(account, link);
}

/** Forgets what this device keeps of a diary that is not theirs any more. */
export async function forgetRead(link: DiaryLink): Promise<void> {
  const account = session.account.peek();
  localStorage.removeItem(askedPlace(link));
  if (account !== undefined) await forgetDiary(account, link);
}
