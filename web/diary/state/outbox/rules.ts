import type { Failure, Outcome } from '../../../shared/api/failure.ts';
import { ACT_KINDS, type Act, type ActRoute, type Item } from './item.ts';

/** These may go away by themselves: the act waits and is tried again. */
const PASSING: readonly Failure['code'][] = [
  'offline',
  'busy',
  'broken',
  'too-many',
  'signed-out',
  'statement-needed',
];
const firstPauseMs = 2_000;
const longestPauseMs = 300_000;
/** As many acts as one request carries. */
export const PACK = 20;

const idsIn = (value: unknown): string[] => (typeof value === 'string' ? [value] : []);

/** The entry that an act is on, and the bleed that was recorded with it. */
export function madeBy({ id, body: { newBleed } }: Pick<Act, 'id' | 'body'>): readonly string[] {
  const made: unknown = typeof newBleed === 'object' && newBleed !== null ? Reflect.get(newBleed, 'id') : '';
  return [id, ...idsIn(made)].filter((one) => one !== '');
}

/** Deliveries, counts and waste meet in the same rows, whatever their ids. */
const STOCK: readonly ActRoute[] = [
  'put-delivered',
  'put-counted',
  'put-wasted',
  'put-warmed',
  'put-taken-back',
];

/** The entries that an act makes or names: a later act on one of them must come after it. */
export function touches(act: Pick<Act, 'route' | 'id' | 'of' | 'body'>): ReadonlySet<string> {
  const { bleeds, sameAs, others } = act.body;
  const named: readonly unknown[] = Array.isArray(bleeds) ? bleeds : [];
  const met = STOCK.includes(act.route) ? ['stock'] : [];
  const along: readonly unknown[] = Array.isArray(others) ? others : [];
  const moved = along.flatMap((one) => idsIn(Reflect.get(Object(one), 'id')));
  return new Set([
    ...madeBy(act),
    ...named.flatMap(idsIn),
    ...idsIn(sameAs),
    ...idsIn(act.of),
    ...moved,
    ...met,
  ]);
}

/**
 * The acts of one diary to be sent now, in order. One that waits for its time holds back all that came after it; one
 * that waits for a person holds back only what touches the same entries.
 *
 * @param items of one diary, by `seq`
 * @param now milliseconds of the device's clock
 */
export function sendable(items: readonly Item[], now: number): readonly Item[] {
  const held = new Set<string>();
  const found: Item[] = [];
  for (const item of items) {
    const touched = touches(item);
    const isHeld = [...touched].some((id) => held.has(id));
    if (isHeld || item.state === 'needs-you') touched.forEach((id) => held.add(id));
    else if (item.notBefore > now || found.length === PACK) return found;
    else found.push(item);
  }
  return found;
}

const isAlone = ({ route }: Item): boolean => ACT_KINDS[route] === 'alone';

/**
 * As many of the next acts as can go in one request: none touches what another one does, so that the refusal of one
 * says nothing of the rest.
 */
export function packOf(next: readonly Item[]): readonly Item[] {
  if (next[0] !== undefined && isAlone(next[0])) return next.slice(0, 1);
  const touched = new Set<string>();
  const end = next.findIndex((item) => {
    if (isAlone(item)) return true;
    const mine = [...touches(item)];
    const meets = mine.some((id) => touched.has(id));
    mine.forEach((id) => touched.add(id));
    return meets;
  });
  return end === -1 ? next : next.slice(0, end);
}

/** Whether a failure may go away by itself. */
export const isPassing = ({ code }: Failure): boolean => PASSING.includes(code);

/** How long to wait after the so-many-th failure, in milliseconds; `chance` from 0 to 1 spreads devices out. */
export const pauseAfter = (tries: number, chance: number): number =>
  Math.min(firstPauseMs * 2 ** Math.min(tries, 10), longestPauseMs) * (0.5 + chance / 2);

/** What becomes of an act after an answer: `sent` leaves the outbox, `corrects` is sent at once in another form. */
export type Fate =
  | { readonly is: 'sent' }
  | { readonly is: 'corrects'; readonly item: Item }
  | { readonly is: 'kept'; readonly item: Item };

/**
 * What an answer means for an act. An id made by a device is nobody else's: where it is taken by an entry of the same
 * person (`current` is told), an earlier try arrived. That is this act itself, or the one it replaced; in the latter case
 * it corrects what arrived, as long as nobody has changed that since.
 */
export function fateOf(item: Item, outcome: Outcome<unknown>, now: number, chance: number): Fate {
  if (outcome.ok) return { is: 'sent' };
  const { failure } = outcome;
  if (failure.code === 'taken' && failure.current !== undefined && item.version === undefined) {
    if (item.again !== true) return { is: 'sent' };
    if (failure.current === 1) return { is: 'corrects', item: { ...item, version: 1, again: false } };
    return { is: 'kept', item: { ...item, state: 'needs-you', failure: { ...failure, code: 'stale' } } };
  }
  if (!isPassing(failure)) return { is: 'kept', item: { ...item, state: 'needs-you', failure } };
  const pause = Math.max(pauseAfter(item.tries, chance), (failure.retryAfterSeconds ?? 0) * 1_000);
  return {
    is: 'kept',
    item: { ...item, state: 'waiting', tries: item.tries + 1, notBefore: now + pause, failure },
  };
}

/** What putting an act into the outbox does to what is there. */
export interface Placing {
  /** The item whose place the act takes; its `seq` stays, so that the order does. */
  readonly instead?: Item | undefined;
  readonly act: Act;
}

/**
 * An act on an entry whose own making or correction still waits takes its place: the person means the last one. Anything
 * in flight is left alone, and the act follows it.
 */
export function place(items: readonly Item[], act: Act): Placing {
  const same = items.find((item) => item.body.mutationId === act.body.mutationId);
  if (same !== undefined) return { instead: same, act: { ...act, version: same.version, again: same.again } };
  const earlier = items.filter((item) => item.id === act.id && item.route === act.route).at(-1);
  if (earlier === undefined || act.route === 'void-entry' || earlier.state === 'sending') return { act };
  const mayHaveArrived = earlier.version === undefined && (earlier.tried || earlier.again === true);
  return {
    instead: earlier,
    act: { ...act, version: earlier.version, again: mayHaveArrived || act.again === true },
  };
}
