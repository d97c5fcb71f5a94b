import type { Saved } from '#contracts/entries.ts';
import { api } from '../../../shared/api/api.ts';
import type { Call } from '../../../shared/api/call.ts';
import { failure, type Failure, type Outcome } from '../../../shared/api/failure.ts';
import { asBase64 } from '../../photo/as-base64.ts';
import { ACT_KINDS, type Act, type ActRoute, type Item } from './item.ts';

/** After so long an entry was not sent as it was typed. */
const atOnceMs = 30_000;

/** What says where it came from; of the rest that is told by its two times. */
const ENTRIES: readonly ActRoute[] = ['put-treatment', 'put-bleed', 'put-not-taken', 'put-confirmation'];

/** An act as it is sent, with what tells whether it had to wait. */
export type Sendable = Act & Pick<Item, 'late' | 'tries' | 'addedAt'>;

/** Marks an entry that had to wait, so that the time it arrived is not taken for the time it was typed. */
const bodyOf = (item: Sendable): object => {
  const isLate = item.late || item.tries > 0 || Date.now() - Date.parse(item.addedAt) > atOnceMs;
  return isLate && ENTRIES.includes(item.route) ? { ...item.body, source: 'offline' } : item.body;
};

/** Sends one act through its own route. */
export async function sendOne(item: Sendable): Promise<Outcome<Saved>> {
  const { centre: c, patient: p, id, of, photo, version } = item;
  const params = of === undefined ? { c, p, id } : { c, p, id: of, photo: id };
  const body = photo === undefined ? bodyOf(item) : { ...item.body, data: await asBase64(photo) };
  const call = { params, body, ...(version === undefined ? {} : { version }) };
  // The body was made by the form of this very route, from the contract's types.
  return api(item.route, call as Call<'put-bleed'>);
}

/** A photo with its picture, as it may be left with the centre. */
const photoOf = async ({ id, of, body, photo }: Item & { readonly photo: Blob }): Promise<object> => ({
  kind: 'photo',
  id,
  bleed: of,
  body: { ...body, data: await asBase64(photo) },
});

const actOf = (item: Item): object => ({
  kind: ACT_KINDS[item.route],
  id: item.id,
  ...(item.version === undefined ? {} : { version: item.version }),
  body: bodyOf(item),
});

/**
 * Leaves an act with the centre, because the link or the consent has ended since it was made.
 *
 * @returns whether the centre has it; if it has not, it stays here, and `undefined` where there is nothing to hand over
 */
export async function handOver(item: Item): Promise<Outcome<unknown> | undefined> {
  const { centre, patient, body, addedAt: madeAt } = item;
  const { photo } = item;
  // A photo that should have gone was never anybody's record.
  if (ACT_KINDS[item.route] === 'alone' && photo === undefined) return undefined;
  const { mutationId } = body;
  const made = photo === undefined ? actOf(item) : await photoOf({ ...item, photo });
  const call = {
    params: { id: mutationId },
    body: { mutationId, centre, patient, madeAt, made },
  };
  return api('hand-over-late', call as Call<'hand-over-late'>);
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
