import { localDay } from '#domain/local-time.ts';
import { centrePolicy } from '#table/entities/centre.ts';
import { handover } from '#table/entities/handover.ts';
import type { Stored } from '#table/entity.ts';
import { changed, created, type Stamp } from '#table/item.ts';
import type { Context } from '#usecases/ports/context.ts';
import type { Act } from '#usecases/ports/store.ts';
import { wholePolicy } from '#usecases/recording/facts.ts';
import type { State } from './change-patient.ts';
import { plannedHandover } from './planned-handover.ts';

type Handover = Stored<typeof handover>;
type Reads = Pick<Context, 'store' | 'now'>;

/**
 * What keeps the day right on which the centre is asked to hand a diary over: made for whoever is younger, moved with a
 * corrected birth date, home or policy, and left alone once the centre was asked. Whoever is older when they are enrolled
 * had an account and consent of their own from the beginning.
 */
export const planHandover = async (context: Reads, patient: State, stamp: Stamp): Promise<readonly Act[]> => {
  const [before, policy] = await Promise.all([
    context.store.get(handover, handover.key(patient)),
    context.store.get(centrePolicy, centrePolicy.key(patient)),
  ]);
  const planned = plannedHandover(patient, wholePolicy(policy?.policy).ownAccountAge);
  if (before === undefined) {
    if (planned.dueOn <= localDay(context.now(), patient.homeZone)) return [];
    const item = { ...planned, ...created(stamp) };
    return [{ act: 'put', label: 'handover', entity: handover, item, over: 'absent' }];
  }
  const isSame = before.dueAt === planned.dueAt && before.name === planned.name;
  if (before.askedAt !== undefined || isSame) return [];
  const item: Handover = { ...before, ...planned, ...changed(before, stamp) };
  return [{ act: 'put', label: 'handover', entity: handover, item, over: before.version }];
};
