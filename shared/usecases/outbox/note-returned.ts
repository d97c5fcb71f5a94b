import { localDayOf } from '#domain/local-time.ts';
import { state } from '#table/entities/state.ts';
import { outbox } from '#table/entities/system.ts';
import { changed } from '#table/item.ts';
import { atCentreOf } from '#usecases/in-scope.ts';
import type { Context } from '#usecases/ports/context.ts';
import type { Scopes } from '#usecases/ports/scopes.ts';
import type { Act } from '#usecases/ports/store.ts';
import { finished, moved, secondOf, type Outbox } from './mail-rules.ts';
import { keyOfTrace } from './trace.ts';

/** The reminder did not arrive: it no longer counts towards a notice. Only a mail marked as sent was counted. */
const unremind = async (context: Context, item: Outbox): Promise<readonly Act[]> => {
  const { owner, job } = item;
  const wasCounted = item.state === 'done' && job.kind === 'mail' && job.whileRecording !== undefined;
  if (owner.of !== 'diary' || !wasCounted) return [];
  const patient = await context.store.get(state, state.key(owner));
  if (patient === undefined) return [];
  const day = localDayOf(item.at, job.zone);
  const place = patient.remindedOn.lastIndexOf(day);
  if (place === -1) return [];
  const stamp = { at: secondOf(context.now()), by: 'mail-events', mutationId: context.newId() };
  const remindedOn = patient.remindedOn.toSpliced(place, 1);
  return [
    {
      act: 'put',
      label: 'state',
      entity: state,
      item: { ...patient, remindedOn, ...changed(patient, stamp) },
      over: patient.version,
    },
  ];
};

/** It may come back before it is marked as sent: then this is the end of it, and its values go. */
const returnedItem = (context: Context, item: Outbox, returned: Outbox['returned']): Outbox => {
  const change = { state: 'returned', returned } as const;
  return item.job.kind === 'mail' && item.doneAt === undefined
    ? finished(context, item, item.job, change)
    : moved(context, item, change);
};

const TRIES = 3;

/**
 * Notes that a mail came back or was complained about, so that the centre sees it on its worklist.
 *
 * @returns false where the trace is none of ours or the item is gone
 * @throws when other writers keep getting in between; the event is then delivered again
 */
export const noteReturned = async (
  all: Context & Scopes,
  trace: string,
  kind: 'bounce' | 'complaint',
): Promise<boolean> => {
  const key = keyOfTrace(trace);
  if (key === undefined) return false;
  const context = atCentreOf(all, key);
  for (let tried = 0; tried < TRIES; tried += 1) {
    const item = await context.store.get(outbox, key);
    if (item === undefined) return false;
    if (item.returned !== undefined) return true;
    const returned = { kind, at: secondOf(context.now()) };
    const outcome = await context.store.transact([
      {
        act: 'put',
        label: 'outbox',
        entity: outbox,
        item: returnedItem(context, item, returned),
        over: item.version,
      },
      ...(await unremind(context, item)),
    ]);
    if (outcome.done) return true;
  }
  throw new Error('A returned mail could not be noted.');
};
