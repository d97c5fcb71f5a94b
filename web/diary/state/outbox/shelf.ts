import { readAll, write } from '../device/database.ts';
import { isItem, type Act, type Item } from './item.ts';
import { place } from './rules.ts';

const channel = new BroadcastChannel('haemdiary-outbox');

/** Tells the other tabs, which can't see each other's memory, that what waits has changed. */
const tell = (): void => {
  channel.postMessage('changed');
};

/** Calls back when another tab has added, sent or dropped something. */
export function onChangeElsewhere(act: () => void): void {
  channel.onmessage = act;
}

/** Everything that an account has in the outbox on this device, in the order it was made. */
export async function itemsOf(account: string): Promise<readonly Item[]> {
  const all = await readAll('outbox');
  return all.filter(isItem).filter((item) => item.account === account);
}

/** Accounts whose acts were thrown away: the answer to one that was on its way then brings none back. */
const cleared = new Set<string>();

/** Keeps an item as it is now. */
export async function keep(item: Item): Promise<void> {
  if (cleared.has(item.account)) return;
  await write('outbox', (store) => store.put(item));
  tell();
}

/** Takes items out, for good. */
export async function remove(items: readonly Item[]): Promise<void> {
  for (const { seq } of items) await write('outbox', (store) => store.delete(seq));
  if (items.length > 0) tell();
}

/** Takes out everything of an account, for good: this page is about to go. */
export async function clear(account: string): Promise<void> {
  cleared.add(account);
  await remove(await itemsOf(account));
}

/**
 * Puts an act into the outbox, on the disk before this returns. The same act again is the same item.
 *
 * @param inFlight the acts that are being sent at this moment
 */
export async function put(account: string, act: Act, inFlight: ReadonlySet<string>): Promise<Item> {
  const items = (await itemsOf(account)).map((item) =>
    inFlight.has(item.body.mutationId) ? { ...item, state: 'sending' as const } : item,
  );
  const placing = place(items, act);
  const { instead } = placing;
  const fresh = {
    ...placing.act,
    account,
    state: 'waiting' as const,
    addedAt: new Date().toISOString(),
    tried: false,
    tries: 0,
    late: !navigator.onLine,
    notBefore: 0,
  };
  const stored = instead === undefined ? fresh : { ...fresh, seq: instead.seq };
  const seq = await write('outbox', (store) => store.put(stored));
  tell();
  return { ...stored, seq: Number(seq) };
}
