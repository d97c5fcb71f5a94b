import type { Saved } from '#contracts/entries.ts';
import { api } from '../../../shared/api/api.ts';
import type { Call } from '../../../shared/api/call.ts';
import { failure, type Failure, type Outcome } from '../../../shared/api/failure.ts';
import type { ActRoute, Item } from './item.ts';

/** After so long an entry was not sent as it was typed. */
const atOnceMs = 30_000;

const kinds = {
  'put-treatment': 'treatment',
  'put-bleed': 'bleed',
  'put-not-taken': 'not-taken',
  'put-confirmation': 'confirmation',
  'void-entry': 'void',
} as const satisfies Record<ActRoute, string>;

/** Marks an entry that had to wait, so that the time it arrived is not taken for the time it was typed. */
const bodyOf = (item: Item): object => {
  const isLate = item.late || item.tries > 0 || Date.now() - Date.parse(item.addedAt) > atOnceMs;
  return isLate && item.route !== 'void-entry' ? { ...item.body, source: 'offline' } : item.body;
};

/** Sends one act through its own route. */
export async function sendOne(item: Item): Promise<Outcome<Saved>> {
  const { centre: c, patient: p, id, version } = item;
  const call = { params: { c, p, id }, body: bodyOf(item), ...(version === undefined ? {} : { version }) };
  // The body was made by the form of this very route, from the contract's types.
  return api(item.route, call as Call<'put-bleed'>);
}

const actOf = (item: Item): object => ({
  kind: kinds[item.route],
  id: item.id,
  ...(item.version === undefined ? {} : { version: item.version }),
  body: bodyOf(item),
});

/**
 * Leaves an act with the centre, because the link or the consent has ended since it was made.
 *
 * @returns whether the centre has it; if not, it stays here for the person to see to
 */
export async function handOver(item: Item): Promise<boolean> {
  const { centre, patient, body, addedAt: madeAt } = item;
  const { mutationId } = body;
  const call = {
    params: { id: mutationId },
    body: { mutationId, centre, patient, madeAt, made: actOf(item) },
  };
  const outcome = await api('hand-over-late', call as Call<'hand-over-late'>);
  return outcome.ok;
}

/** Sends several acts of one diary in one request; what became of each by its mutationId. */
export async function sendPack(
  { centre: c, patient: p }: Pick<Item, 'centre' | 'patient'>,
  items: readonly Item[],
): Promise<Outcome<ReadonlyMap<string, Outcome<Saved>>>> {
  const acts = items.map(actOf);
  // As above: each body was made by the form of its own route.
  const outcome = await api('sync-acts', { params: { c, p }, body: { acts } } as Call<'sync-acts'>);
  if (!outcome.ok) return outcome;
  const fates = outcome.value.fates.map(({ mutationId, saved, problem }): [string, Outcome<Saved>] => [
    mutationId,
    saved === undefined
      ? { ok: false, failure: { ...failure('broken'), ...problem } as Failure }
      : { ok: true, value: saved },
  ]);
  return { ok: true, value: new Map(fates) };
}
