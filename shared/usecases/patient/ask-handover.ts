import type { Temporal } from 'temporal-polyfill';
import { handover } from '#table/entities/handover.ts';
import { state } from '#table/entities/state.ts';
import type { Key } from '#table/entity.ts';
import { changed } from '#table/item.ts';
import { auditAct } from '#usecases/audit/audit-item.ts';
import type { Context } from '#usecases/ports/context.ts';

/**
 * The birthday has come: the centre finds a task on its worklist, and nothing else changes. The task and its audit are one
 * write over the item as it was read, so that it is there once however often the job runs.
 */
export const askHandover = async (
  context: Context,
  key: Key,
  now: Temporal.Instant,
): Promise<'moved' | 'looked' | 'skipped'> => {
  const before = await context.store.get(handover, key);
  const at = now.toString({ smallestUnit: 'second' });
  if (before === undefined || before.askedAt !== undefined || before.dueAt > at) return 'skipped';
  const { centre, patient } = before;
  const stopped = (await context.store.get(state, state.key(before)))?.stop !== undefined;
  const mutationId = context.newId();
  const stamp = { at, by: 'overdue-sweep', mutationId };
  // Of a closed diary nothing is left to hand over; it only leaves the clock.
  const change = stopped ? { doneAt: at } : { askedAt: at };
  const outcome = await context.store.transact([
    {
      act: 'put',
      label: 'handover',
      entity: handover,
      item: { ...before, ...change, ...changed(before, stamp) },
      over: before.version,
    },
    auditAct(
      context,
      { job: 'overdue-sweep' },
      { of: 'diary', centre, patient },
      {
        action: 'ask-handover',
        mutationId,
      },
    ),
  ]);
  if (!outcome.done) return 'skipped';
  return stopped ? 'looked' : 'moved';
};
