import type { KnownBox } from '../../../shared/scan/known-box.ts';
import { session } from '../../../shared/session/session.ts';
import { readAll, write } from './database.ts';
import { mayCopy } from './may-keep.ts';

/** The record itself remembers boxes for every phone; this is for those that were last used months ago. */
const MOST = 60;

const placeOf = (account: string): string => `${account}/packs`;

const isBox = (value: unknown): value is KnownBox =>
  typeof value === 'object' &&
  value !== null &&
  typeof Reflect.get(value, 'productId') === 'string' &&
  typeof Reflect.get(value, 'strength') === 'number';

/** What product numbers of boxes stood for when they were last saved on this device, by number. */
async function read(): Promise<Readonly<Record<string, KnownBox>>> {
  const account = session.account.peek();
  if (account === undefined) return {};
  const all = await readAll('kept').catch(() => []);
  const mine = all.find(
    (one) => typeof one === 'object' && one !== null && Reflect.get(one, 'place') === placeOf(account),
  );
  const packs: unknown = mine === undefined ? undefined : Reflect.get(Object(mine), 'packs');
  return Object.fromEntries(Object.entries(packs ?? {}).filter(([, box]) => isBox(box)));
}

/** Remembers them with the other copies of this account, so that they go when those go. */
async function keep(boxes: readonly (KnownBox & { readonly gtin: string })[]): Promise<void> {
  const account = session.account.peek();
  if (account === undefined || boxes.length === 0 || !mayCopy()) return;
  const said = boxes.map(({ gtin, productId, strength }) => [gtin, { productId, strength }] as const);
  const before = Object.entries(await read()).filter(([gtin]) => !boxes.some((box) => box.gtin === gtin));
  const packs = Object.fromEntries([...before, ...said].slice(-MOST));
  const kept = { place: placeOf(account), account, at: new Date().toISOString(), packs };
  // Where the browser keeps nothing, the question is asked again: that is all.
  await write('kept', (store) => store.put(kept)).catch(() => undefined);
}

export const keptPacks = { read, keep };
