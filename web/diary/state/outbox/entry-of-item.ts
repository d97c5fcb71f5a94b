import type { Bleed, Entry, Treatment } from '#contracts/entries.ts';
import { localNow } from '../../../shared/dates/days.ts';
import type { Item } from './item.ts';

interface LocalTime {
  readonly local: string;
  readonly zone: string;
}

/** A clock time of a zone as an instant, to the minute; the server decides about hours that come twice or never. */
export function instantIn({ local, zone }: LocalTime): string {
  const asUtc = Date.parse(`${local}:00Z`);
  const there = localNow(zone, asUtc);
  const aheadMs = Date.parse(`${there.day}T${there.time}:00Z`) - asUtc;
  return new Date(asUtc - aheadMs).toISOString();
}

/** The fields as they were sent, without what only the act needs. */
type Sent<E> = Omit<E, 'kind' | 'id' | 'version' | 'recordedBy' | 'receivedAt' | 'source'>;
const sentAs = <E>(item: Item): Sent<E> => {
  const { mutationId: _m, passed: _p, newBleed: _n, knownPlan: _k, ...fields } = item.body;
  // What this device's own forms made from the contract's types, and `isItem` has looked at.
  return fields as unknown as Sent<E>;
};

/** The day an entry stands at; the first one of a period. */
export const dayOfEntry = (entry: Entry): string =>
  entry.kind === 'treatment' || entry.kind === 'bleed' ? entry.day : entry.from;

/** The day an act is about. */
export function dayOf(item: {
  readonly body: object;
  readonly on?: string | undefined;
  readonly addedAt: string;
}): string {
  const { when, startedAt, from, on } = item.body as Partial<
    Record<'when' | 'startedAt', LocalTime> & Record<'from' | 'on', string>
  >;
  return (when ?? startedAt)?.local.slice(0, 10) ?? from ?? on ?? item.on ?? item.addedAt.slice(0, 10);
}

/**
 * An entry that waits, as the diary will show it once it is there; a bleed recorded with a treatment beside it.
 *
 * @param productName of a product of the catalogue
 */
export function entriesOf(item: Item, productName: (id: string) => string): readonly Entry[] {
  const known = {
    id: item.id,
    version: (item.version ?? 0) + 1,
    source: 'offline' as const,
    receivedAt: item.addedAt,
    recordedBy: 'you',
  };
  const day = dayOf(item);
  switch (item.route) {
    case 'put-treatment': {
      const sent = sentAs<Treatment>(item);
      const { newBleed } = item.body;
      const batchMissing = sent.containers.some(({ batch }) => batch.kind === 'unknown');
      const name = sent.product.kind === 'catalogue' ? productName(sent.product.id) : sent.product.name;
      const treatment: Treatment = {
        ...sent,
        ...known,
        kind: 'treatment',
        productName: name,
        at: instantIn(sent.when),
        day,
        batchMissing,
      };
      if (typeof newBleed !== 'object' || newBleed === null) return [treatment];
      const bled = newBleed as Bleed;
      const { typedAt } = sent;
      return [
        treatment,
        { ...bled, ...known, id: bled.id, typedAt, kind: 'bleed', day: bled.startedAt.local.slice(0, 10) },
      ];
    }
    case 'put-bleed':
      return [{ ...sentAs<Bleed>(item), ...known, kind: 'bleed', day }];
    case 'put-not-taken':
      return [{ ...sentAs<Extract<Entry, { kind: 'not-taken' }>>(item), ...known, kind: 'not-taken' }];
    case 'put-confirmation':
      return [{ ...sentAs<Extract<Entry, { kind: 'confirmation' }>>(item), ...known, kind: 'confirmation' }];
    default:
      return [];
  }
}
