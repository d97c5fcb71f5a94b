import type { Me, MonthView } from '#contracts/diary.ts';
import type { StockView } from '#contracts/stock.ts';
import { keptDrafts } from '../kept-drafts.ts';
import { readAll, write } from './database.ts';
import { forgetMarks } from './forget-marks.ts';
import { isLocked, type Contact } from './lock.ts';
import { mayCopy, noteMayKeep } from './may-keep.ts';

interface Kept {
  readonly place: string;
  readonly account: string;
  /** When the server answered it, ISO, by the device's clock. */
  readonly at: string;
}
export interface KeptMe extends Kept {
  readonly me: Me;
}
export interface KeptMonth extends Kept {
  readonly centre: string;
  readonly patient: string;
  readonly view: MonthView;
}
export interface KeptStock extends Kept {
  readonly centre: string;
  readonly patient: string;
  readonly stock: StockView;
}
interface KeptContact extends Kept {
  readonly contact: Contact;
}
type Diary = Pick<KeptMonth, 'centre' | 'patient'>;

const has = (value: unknown, ...names: readonly string[]): boolean =>
  typeof value === 'object' &&
  value !== null &&
  names.every((name) => Reflect.get(value, name) !== undefined);
const isKept = (value: unknown): value is Kept => has(value, 'place', 'account', 'at');
const isMe = (value: Kept): value is KeptMe => has(value, 'me');
const isMonth = (value: Kept): value is KeptMonth => has(value, 'view', 'centre', 'patient');
const isOfDiary = (value: Kept): value is KeptMonth | KeptStock => has(value, 'centre', 'patient');
const isStock = (value: Kept): value is KeptStock => has(value, 'stock', 'centre', 'patient');
const isContact = (value: Kept): value is KeptContact => has(value, 'contact');

/** What the device keeps of an account; nothing where the browser keeps nothing. */
async function allOf(account: string): Promise<readonly Kept[]> {
  return (await readAll('kept')).filter(isKept).filter((one) => one.account === account);
}

async function put(kept: KeptMe | KeptMonth | KeptStock | KeptContact): Promise<void> {
  if (mayCopy()) await write('kept', (store) => store.put(kept));
}
const remove = async (kept: readonly Kept[]): Promise<void> => {
  for (const { place } of kept) await write('kept', (store) => store.delete(place));
};
const contactIn = (all: readonly Kept[]): Contact | undefined => all.find(isContact)?.contact;

/** Forgets every copy of an account: at sign-out, when it is told to, and when it was locked. */
export const forgetAll = async (account: string): Promise<void> => remove(await allOf(account));

/** Forgets the copies of one diary: its link or its consent has ended. */
export async function forgetDiary(account: string, { centre, patient }: Diary): Promise<void> {
  const all = await allOf(account);
  await remove(all.filter((one) => isOfDiary(one) && one.centre === centre && one.patient === patient));
}

/** Forgets the copies of whoever was signed in here before and never signed out: their next sign-in makes them anew. */
async function forgetOthers(account: string): Promise<void> {
  const all = (await readAll('kept')).filter(isKept);
  await remove(all.filter((one) => one.account !== account));
}

/** Lets this device keep copies, or not; not also forgets those it has, the emergency cards among them. */
export async function setMayKeep(may: boolean, account: string): Promise<void> {
  noteMayKeep(may);
  keptDrafts.settle();
  if (may) return;
  forgetMarks();
  await forgetAll(account);
}

/** Notes that the server has just answered this account: the copies stay open for 14 days more. */
async function touch(account: string): Promise<void> {
  const now = Date.now();
  await put({
    place: `${account}/contact`,
    account,
    at: new Date().toISOString(),
    contact: { at: now, seen: now },
  });
}

/** Keeps who is signed in, and forgets the diaries that are theirs no more. */
export async function keepMe(account: string, me: Me): Promise<void> {
  await forgetOthers(account);
  if (!mayCopy()) return;
  const mine = new Set(me.diaries.map(({ centre, patient }) => `${centre}/${patient}`));
  const all = await allOf(account);
  await remove(all.filter((one) => isOfDiary(one) && !mine.has(`${one.centre}/${one.patient}`)));
  await put({ place: `${account}/me`, account, at: new Date().toISOString(), me });
  await touch(account);
}

/** Keeps months as they were just read, and forgets those that are older than the oldest of three. */
export async function keepMonths(
  account: string,
  diary: Diary,
  views: readonly MonthView[],
  oldest: string,
): Promise<void> {
  if (!mayCopy()) return;
  const at = new Date().toISOString();
  for (const view of views.filter(({ month }) => month >= oldest))
    await put({
      place: `${account}/${diary.centre}/${diary.patient}/${view.month}`,
      account,
      at,
      ...diary,
      view,
    });
  const all = await allOf(account);
  await remove(all.filter((one) => isMonth(one) && one.view.month < oldest));
  await touch(account);
}

/** Keeps the boxes at home as they were just read. */
export async function keepStock(account: string, diary: Diary, stock: StockView): Promise<void> {
  if (!mayCopy()) return;
  const { centre, patient } = diary;
  const place = `${account}/${centre}/${patient}/stock`;
  await put({ place, account, at: new Date().toISOString(), centre, patient, stock });
}

export interface Copies {
  readonly me: KeptMe | undefined;
  readonly months: readonly KeptMonth[];
  readonly stocks: readonly KeptStock[];
}

/** What may be shown of an account without the server. `locked`: it was too long ago, and is forgotten. */
export async function readCopies(account: string): Promise<Copies | 'locked' | undefined> {
  const all = await allOf(account);
  const contact = contactIn(all);
  if (all.length === 0) return undefined;
  const now = Date.now();
  if (isLocked(now, contact)) {
    await remove(all);
    return 'locked';
  }
  // The clock may be set back later: the latest it was seen at counts. Nobody waits for that to be on the disk.
  if (contact !== undefined && now > contact.seen)
    void put({
      place: `${account}/contact`,
      account,
      at: new Date().toISOString(),
      contact: { ...contact, seen: now },
    });
  return { me: all.find(isMe), months: all.filter(isMonth), stocks: all.filter(isStock) };
}
