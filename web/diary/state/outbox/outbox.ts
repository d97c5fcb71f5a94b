import { computed, effect, signal } from '@preact/signals';
import type { Saved } from '#contracts/entries.ts';
import type { Outcome } from '../../../shared/api/failure.ts';
import { session } from '../../../shared/session/session.ts';
import { person } from '../me.ts';
import { months } from '../months.ts';
import { overlay, pending } from '../pending.ts';
import { deliver } from './courier.ts';
import type { Act, Item } from './item.ts';
import { clear, itemsOf, keep, onChangeElsewhere, put, remove } from './shelf.ts';
import { madeBy } from './rules.ts';
import { withPending } from './with-pending.ts';

const stored = signal<readonly Item[]>([]);
const inFlight = signal<ReadonlySet<string>>(new Set());
const justSent = signal<readonly Item[]>([]);
const names = signal<ReadonlyMap<string, string>>(new Map());
/** Whoever waits on the page for the answer to an act is told it, and decides; nobody else asks the person then. */
const awaited = new Map<string, (outcome: Outcome<Saved>) => void>();
let timer = 0;
let started = false;

const asShown = computed(() =>
  stored.value.map((item): Item =>
    inFlight.value.has(item.body.mutationId) ? { ...item, state: 'sending' } : item,
  ),
);

async function load(): Promise<void> {
  const account = session.account.peek();
  stored.value = account === undefined ? [] : await itemsOf(account);
}

/** Sets the clock for the first act whose time to be tried again comes. */
function wakeLater(): void {
  window.clearTimeout(timer);
  const times = stored.peek().flatMap((item) => (item.state === 'waiting' ? [item.notBefore] : []));
  if (times.length === 0) return;
  timer = window.setTimeout(() => void flush(), Math.max(Math.min(...times) - Date.now(), 1_000));
}

/** Access to a diary has ended: the first that is refused is the last that is kept of it here. */
async function forgetCopies({ centre, patient }: Item): Promise<void> {
  const { forgetRead } = await import('../device/copy-read.ts');
  await forgetRead({ centre, patient });
}

/** Acts sent since the month was read last that no form waited for. */
let unseen = 0;

async function answered(item: Item, outcome: Outcome<Saved>, how: 'sent' | 'received'): Promise<void> {
  const tell = awaited.get(item.body.mutationId);
  if (outcome.ok) justSent.value = [...justSent.value, { ...item, state: how }];
  if (how === 'received') await forgetCopies(item);
  if (outcome.ok && tell === undefined) unseen += 1;
  tell?.(outcome);
  await load();
}

async function deliverAll(): Promise<void> {
  const account = session.account.peek();
  if (account === undefined || session.state.peek() !== 'signed-in') return;
  const diaries = new Map(
    (await itemsOf(account)).map(({ centre, patient }) => [`${centre}/${patient}`, { centre, patient }]),
  );
  for (const diary of diaries.values()) {
    await deliver({
      account,
      diary,
      goOn: () => session.account.peek() === account && session.state.peek() === 'signed-in',
      sending: (ids) => {
        inFlight.value = new Set(ids);
      },
      answered,
    });
  }
  await load();
  if (unseen === 0) return;
  unseen = 0;
  await months.changed();
}

let running: Promise<void> | undefined;
let next: Promise<void> | undefined;

/** Sends what can be sent now. Asked while it is at it, it looks once more afterwards. */
function flush(): Promise<void> {
  if (running === undefined) {
    running = deliverAll().finally(() => {
      running = undefined;
      inFlight.value = new Set();
      wakeLater();
    });
    return running;
  }
  next ??= running.then(() => {
    next = undefined;
    return flush();
  });
  return next;
}

/** Sends at once what only waited for a connection or for its time. */
async function retry(): Promise<void> {
  const account = session.account.peek();
  if (account === undefined) return;
  for (const item of await itemsOf(account))
    if (item.state === 'waiting' && item.notBefore > 0) await keep({ ...item, notBefore: 0 });
  await flush();
}

/** Puts an act into the outbox: once this returns it outlives a crash. Nothing is sent yet. */
async function add(act: Act): Promise<Item> {
  const account = session.account.peek();
  if (account === undefined) throw new Error('Nobody is signed in to record for.');
  const item = await put(account, act, inFlight.peek());
  // Asks the browser, without bothering the person, not to clear this when the phone runs out of room.
  void navigator.storage.persist();
  await load();
  return item;
}

/**
 * Sends an act that is in the outbox, after what came before it.
 *
 * @param patienceMs how long the person should be kept waiting for the answer
 * @returns the answer, or `kept` where it waits; a refusal that needs the person is theirs to see to, and is out of the
 *   outbox unless somebody else's change is what it met
 */
async function send(item: Item, patienceMs: number): Promise<Outcome<Saved> | 'kept'> {
  const { mutationId } = item.body;
  const answer = new Promise<Outcome<Saved>>((resolve) => awaited.set(mutationId, resolve));
  const patience = new Promise<'kept'>((resolve) => {
    window.setTimeout(() => {
      resolve('kept');
    }, patienceMs);
  });
  const done = flush().then(async (): Promise<Outcome<Saved> | 'kept'> => {
    const isLeft = (await itemsOf(item.account)).some(({ seq }) => seq === item.seq);
    // Another tab has sent it and has the answer.
    return isLeft ? 'kept' : { ok: true, value: { id: item.id, version: (item.version ?? 0) + 1 } };
  });
  const outcome = await Promise.race([answer, patience, done]);
  awaited.delete(mutationId);
  if (outcome === 'kept') return 'kept';
  const left = (await itemsOf(item.account)).find(({ seq }) => seq === item.seq);
  if (outcome.ok || left === undefined) return outcome;
  if (left.state !== 'needs-you') return 'kept';
  if (outcome.failure.code !== 'stale') await remove([left]);
  await load();
  return outcome;
}

const dropped = new Set<string>();
const makesNew = ({ route, version }: Item): boolean => version === undefined && route !== 'void-photo';

/**
 * Takes an entry that was never handed to the network out of the outbox, with all that waits for it.
 *
 * @param id of the entry, or of a bleed that was recorded with it
 * @returns whether it is gone: nothing of it has left this device, so nothing need be undone at the server
 */
async function drop(id: string): Promise<boolean> {
  const makes = stored.peek().find((item) => makesNew(item) && madeBy(item).includes(id));
  if (makes === undefined) return dropped.has(id);
  const ids = madeBy(makes);
  const isOn = (item: Item): boolean => ids.includes(item.id) || ids.includes(item.of ?? '');
  const all = stored.peek().filter((item) => item === makes || isOn(item));
  if (all.some((item) => item.tried)) return false;
  ids.forEach((one) => dropped.add(one));
  await remove(all);
  await load();
  return true;
}

/** Puts an item back to be sent, changed by its person: a question passed, another version to start from. */
async function change(item: Item): Promise<void> {
  await keep({ ...item, state: 'waiting', tries: 0, notBefore: 0, failure: undefined });
  await load();
  await flush();
}

/** Throws an item away: the person has decided so. The photos of a bleed that was never sent go with it. */
async function discard(item: Item): Promise<void> {
  const isNew = makesNew(item) && !item.tried;
  await remove([item, ...stored.peek().filter(({ of }) => isNew && of === item.id)]);
  await load();
}

async function nameProducts(): Promise<void> {
  const { products } = await import('virtual:products');
  names.value = new Map(products.map(({ id, name }) => [id, name]));
}

/** What the rest of the page sees of it, and when it works by itself. Call once. */
function start(): void {
  if (started) return;
  started = true;
  effect(() => {
    pending.value = asShown.value;
    if (names.peek().size === 0 && asShown.value.some(({ route }) => route === 'put-treatment'))
      void nameProducts();
  });
  effect(() => {
    const items = asShown.value;
    const known = names.value;
    overlay.value = ({ centre, patient }, view) =>
      withPending(
        view,
        items.filter((item) => item.centre === centre && item.patient === patient),
        (id) => known.get(id) ?? id,
      );
  });
  onChangeElsewhere(() => void load());
  window.addEventListener('online', () => void retry());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void retry();
  });
  effect(() => {
    // After each sign-in, and after the privacy statement was answered.
    const isIn = session.state.value === 'signed-in' && person.me.value !== undefined;
    void load().then(async () => {
      if (!isIn) return;
      await retry();
      if (months.copiedAt(months.shown.peek()) !== undefined) await months.changed();
    });
  });
}

/**
 * The signed-in account's acts on this device. An act is put here before it is sent, so that no crash, reload,
 * sign-out or dead battery loses it, and every act carries its own id, so that none is kept twice.
 */
export const outbox = {
  items: asShown,
  justSent: computed(() => justSent.value),
  productName: (id: string): string => names.value.get(id) ?? id,
  add,
  send,
  drop,
  change,
  discard,
  retry,
  flush,
  start,
  clear: async (account: string): Promise<void> => {
    await clear(account);
    await load();
  },
};
