import type { Saved } from '#contracts/entries.ts';
import { api } from '../../../shared/api/api.ts';
import type { Call } from '../../../shared/api/call.ts';
import type { Outcome } from '../../../shared/api/failure.ts';
import type { Item } from './item.ts';
import { fateOf, sendable } from './rules.ts';
import { itemsOf, keep, remove } from './shelf.ts';

/** After so long an entry was not sent as it was typed. */
const atOnceMs = 30_000;

/** Marks an entry that had to wait, so that the time it arrived is not taken for the time it was typed. */
const bodyOf = (item: Item): object => {
  const isLate = item.tries > 0 || Date.now() - Date.parse(item.addedAt) > atOnceMs;
  return isLate && item.route !== 'void-entry' ? { ...item.body, source: 'offline' } : item.body;
};

async function sendOne(item: Item): Promise<Outcome<Saved>> {
  const { centre: c, patient: p, id, version } = item;
  const call = { params: { c, p, id }, body: bodyOf(item), ...(version === undefined ? {} : { version }) };
  // The body was made by the form of this very route, from the contract's types.
  return api(item.route, call as Call<'put-bleed'>);
}

export interface Delivery {
  /** The account that is signed in; everything else waits for its own. */
  readonly account: string;
  readonly diary: { readonly centre: string; readonly patient: string };
  /** Whether to go on: nobody else may have signed in meanwhile. */
  readonly goOn: () => boolean;
  readonly sending: (mutationIds: readonly string[]) => void;
  readonly answered: (item: Item, outcome: Outcome<Saved>) => Promise<void>;
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

async function deliverOne(given: Delivery): Promise<boolean> {
  const items = ofDiary(await itemsOf(given.account), given.diary);
  const [next] = sendable(items, Date.now());
  // Without a network nothing is handed over: what was never handed over can be taken back without a trace.
  if (next === undefined || !navigator.onLine || !given.goOn()) return false;
  given.sending([next.body.mutationId]);
  // On the disk before it leaves: after a crash it is known that it may have arrived.
  const item = { ...next, tried: true };
  if (!next.tried) await keep(item);
  const outcome = await settle(item, await sendOne(item));
  given.sending([]);
  if (outcome !== undefined) await given.answered(item, outcome);
  return true;
}

/**
 * Sends what one diary has waiting, one after the other in the order it was made, until nothing is left that can be
 * sent now. One tab at a time does it: two that send the same act would only cost a request, but two that send
 * different ones would lose the order.
 */
export async function deliver(given: Delivery): Promise<void> {
  const { centre, patient } = given.diary;
  await navigator.locks.request(`haemdiary-outbox/${given.account}/${centre}/${patient}`, async () => {
    let more = true;
    while (more) more = await deliverOne(given);
  });
}
