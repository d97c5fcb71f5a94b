import type { Temporal } from 'temporal-polyfill';
import { state } from '#table/entities/state.ts';
import { changed } from '#table/item.ts';
import * as patterns from '#table/patterns.ts';
import type { Context } from '#usecases/ports/context.ts';
import { planHandover } from '#usecases/patient/plan-handover.ts';
import { secondOf } from './mail-rules.ts';

const PAGE = 50;
const TRIES = 3;

const requeue = async (
  context: Context,
  centre: string,
  patient: string,
  now: Temporal.Instant,
): Promise<void> => {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const before = await context.store.get(state, state.key({ centre, patient }));
    if (before === undefined || before.stop !== undefined) return;
    const stamp = { at: secondOf(now), by: 'outbox', mutationId: context.newId() };
    const recording = { ...before.recording, nextCheckAt: secondOf(now) };
    const outcome = await context.store.transact([
      {
        act: 'put',
        label: 'state',
        entity: state,
        item: { ...before, recording, ...changed(before, stamp) },
        over: before.version,
      },
      // The age of an own account is part of the policy.
      ...(await planHandover(context, before, stamp)),
    ]);
    if (outcome.done) return;
  }
  throw new Error('A patient could not be queued again.');
};

/** A centre changed its policy: every patient's next check is now, and the next sweep measures the dates again. */
export const reassessCentre = async (context: Context, centre: string): Promise<void> => {
  let cursor: string | undefined;
  do {
    const page = await context.store.queryProjected(patterns.rosterOf(centre, ''), { cursor, limit: PAGE });
    await Promise.all(
      page.items.map((item) => requeue(context, centre, String(item['patient']), context.now())),
    );
    cursor = page.cursor;
  } while (cursor !== undefined);
};
