import type { Saved } from '#contracts/entries.ts';
import type { Outcome } from '../../../shared/api/failure.ts';
import type { Item } from './item.ts';
import { fateOf, isPassing, packOf, sendable } from './rules.ts';
import { handOver, sendOne, sendPack } from './send-item.ts';
import { itemsOf, keep, remove } from './shelf.ts';

export interface Delivery {
  /** The account that is signed in; everything else waits for its own. */
  readonly account: string;
  readonly diary: { readonly centre: string; readonly patient: string };
  /** Whether to go on: nobody else may have signed in meanwhile. */
  readonly goOn: () => boolean;
  readonly sending: (mutationIds: readonly string[]) => void;
  /** `received`: the centre has it and decides. */
  readonly answered: (item: Item, outcome: Outcome<Saved>, how: 'sent' | 'received') => Promise<void>;
}

const ofDiary = (items: readonly Item[], { centre, patient }: Delivery['diary']): readonly Item[] =>
  items.filter((item) => item.centre === centre && item.patient === patient);

/** Keeps or removes an item after its answer; tells what the answer comes to, unless it is to be sent again at once. */
async function settle(item: Item, outcome: Outcome<Saved>): Promise<Outcome<Saved> | undefined> {
  const fate = fateOf(item, outcome, Date.now(), Math.random());
  if (fate.is !== 'sent') {
    await keep(fate.item);
    return fate.is === 'corrects' ? undefined : outcome;
  }
  await remove([item]);
  // It had arrived before: the answer was lost on its way.
  return outcome.ok ? outcome : { ok: true, value: { id: item.id, version: outcome.failure.current ?? 1 } };
}

/** Marks what is about to leave, on the disk: after a crash it is known that it may have arrived. */
async function hand(given: Delivery, items: readonly Item[]): Promise<readonly Item[]> {
  given.sending(items.map(({ body }) => body.mutationId));
  for (const item of items) if (!item.tried) await keep({ ...item, tried: true });
  return items.map((item) => ({ ...item, tried: true }));
}

async function finish(given: Delivery, item: Item, outcome: Outcome<Saved>): Promise<void> {
  const told = await settle(item, outcome);
  if (told === undefined) return;
  const isOver = !told.ok && (told.failure.code === 'not-found' || told.failure.code === 'consent-needed');
  const handed = isOver ? await handOver(item) : undefined;
  if (handed?.ok !== true) {
    // What may pass by itself, such as a connection that broke just then, is tried again, all of it.
    const mayPass = handed !== undefined && isPassing(handed.failure) ? await settle(item, handed) : told;
    await given.answered(item, mayPass ?? told, 'sent');
    return;
  }
  await remove([item]);
  await given.answered(item, { ok: true, value: { id: item.id, version: item.version ?? 1 } }, 'received');
}

async function deliverOne(given: Delivery, next: Item): Promise<void> {
  const [item] = await hand(given, [next]);
  if (item !== undefined) await finish(given, item, await sendOne(item));
}

/** @returns whether the acts have their fates; if not, each is to be sent by itself */
async function deliverPack(given: Delivery, pack: readonly Item[]): Promise<boolean> {
  const items = await hand(given, pack);
  const outcome = await sendPack(given.diary, items);
  if (!outcome.ok) {
    const [first] = items;
    if (first === undefined || !isPassing(outcome.failure)) return false;
    // The first waits for its time, and so does all that comes after it.
    await finish(given, first, outcome);
    return true;
  }
  for (const item of items) {
    const fate = outcome.value.get(item.body.mutationId);
    if (fate !== undefined) await finish(given, item, fate);
  }
  return true;
}

async function deliverNext(given: Delivery, alone: Set<number>): Promise<boolean> {
  const items = ofDiary(await itemsOf(given.account), given.diary);
  const pack = packOf(sendable(items, Date.now()));
  const [next] = pack;
  // Without a network nothing is handed over: what was never handed over can be taken back without a trace.
  if (next === undefined || !navigator.onLine || !given.goOn()) return false;
  if (pack.length === 1 || alone.has(next.seq)) await deliverOne(given, next);
  else if (!(await deliverPack(given, pack))) pack.forEach(({ seq }) => alone.add(seq));
  given.sending([]);
  return true;
}

/**
 * Sends what one diary has waiting, in the order it was made, until nothing is left that can be sent now: several acts
 * in one request, or one by one where the server would not take them together. One tab at a time does it: two that send
 * the same act would only cost a request, but two that send different ones would lose the order.
 */
export async function deliver(given: Delivery): Promise<void> {
  const { centre, patient } = given.diary;
  const alone = new Set<number>();
  await navigator.locks.request(`haemdiary-outbox/${given.account}/${centre}/${patient}`, async () => {
    let more = true;
    while (more) more = await deliverNext(given, alone);
  });
}
