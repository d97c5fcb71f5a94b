import { Temporal } from 'temporal-polyfill';
import { SHARDS } from '#table/fold.ts';
import type { Key } from '#table/entity.ts';
import * as patterns from '#table/patterns.ts';
import { atCentreOf } from '#usecases/in-scope.ts';
import type { Context } from '#usecases/ports/context.ts';
import type { Scopes } from '#usecases/ports/scopes.ts';
import { askHandover } from '#usecases/patient/ask-handover.ts';
import { remind } from '#usecases/reminders/remind.ts';
import { sweepPatient, type Swept } from './sweep-patient.ts';

/** Patients of one shard that are worked on at the same time. */
const AT_ONCE = 4;
const PAGE = 100;

export interface SweepReport {
  readonly looked: number;
  readonly moved: number;
  readonly failed: number;
  /** False when time ran out; the rest is done by the next run. */
  readonly finished: boolean;
}

/** What the sweep tells of a patient it could not decide on; never who it is. */
export type OnFailure = (error: unknown) => void;

interface Run {
  readonly context: Context & Scopes;
  readonly now: Temporal.Instant;
  readonly until: () => boolean;
  readonly onFailure: OnFailure;
}

type Done = Swept | 'failed';

/** The same index holds the clocks of chosen reminders, which are on the links. */
const isLink = ({ sk }: Key): boolean => sk.startsWith('LINK#');
/** And the days on which young people reach the age of an own account. */
const isHandover = ({ sk }: Key): boolean => sk === 'HANDOVER';
const nameOf = ({ pk, sk }: Key): string => `${pk}|${sk}`;

const oneOf = async ({ context, now, onFailure }: Run, key: Key): Promise<Done> => {
  try {
    const at = atCentreOf(context, key);
    if (isHandover(key)) return await askHandover(at, key, now);
    return await (isLink(key) ? remind(at, key, now) : sweepPatient(at, key, now));
  } catch (error) {
    // One patient's fault must not keep the others waiting: it is counted, alarmed, and tried again next hour.
    onFailure(error);
    return 'failed';
  }
};

const inGroups = async (run: Run, keys: readonly Key[]): Promise<Done[]> => {
  const done: Done[] = [];
  for (let start = 0; start < keys.length && !run.until(); start += AT_ONCE) {
    const group = keys.slice(start, start + AT_ONCE);
    done.push(...(await Promise.all(group.map((key) => oneOf(run, key)))));
  }
  return done;
};

const sweepShard = async (run: Run, shard: number): Promise<Done[]> => {
  const seen = new Set<string>();
  const done: Done[] = [];
  while (!run.until()) {
    const due = patterns.dueBy(shard, run.now.toString({ smallestUnit: 'second' }));
    const keys = await run.context.store.queryKeys(due, PAGE + seen.size);
    const fresh = keys.filter((key) => !seen.has(nameOf(key)));
    if (fresh.length === 0) return done;
    for (const key of fresh) seen.add(nameOf(key));
    done.push(...(await inGroups(run, fresh)));
  }
  return done;
};

/**
 * Decides the recording status of everyone whose clock may have run out by `now`. Cost follows how many those are.
 *
 * @param now as the scheduler delivers it, so that a late or repeated run decides the same
 * @param outOfTime true when the run should end; what is left is still due at the next
 */
export const sweep = async (
  context: Context & Scopes,
  now: Temporal.Instant,
  outOfTime: () => boolean,
  onFailure: OnFailure,
): Promise<SweepReport> => {
  const run: Run = { context, now, until: outOfTime, onFailure };
  const shards = await Promise.all(Array.from({ length: SHARDS }, (_, shard) => sweepShard(run, shard)));
  const all = shards.flat();
  return {
    looked: all.length,
    moved: all.filter((one) => one === 'moved').length,
    failed: all.filter((one) => one === 'failed').length,
    finished: !outOfTime(),
  };
};
