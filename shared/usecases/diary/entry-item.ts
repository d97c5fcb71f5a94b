import { Temporal } from 'temporal-polyfill';
import type { EntrySource } from '#domain/vocabulary.ts';
import { localDay, resolveLocalTime } from '#domain/local-time.ts';
import { defaultPolicy } from '#domain/centre-policy.ts';
import type { When } from '#contracts/entries.ts';
import type { entry } from '#table/entities/diary.ts';
import type { Stored } from '#table/entity.ts';
import { created, type Stamp } from '#table/item.ts';
import type { Context, Writer } from '#usecases/ports/context.ts';
import { invalid, ok, type Result } from '#usecases/result.ts';
import type { DiaryIds } from './may-write.ts';

type Entry = Stored<typeof entry>;

/** Who, when, and as what act: on every item of one write. */
export const stampOf = (
  context: Context,
  caller: { readonly account: string },
  mutationId: string,
): Stamp => ({
  at: context.now().toString({ smallestUnit: 'millisecond' }),
  by: caller.account,
  mutationId,
});

/** A time as entered → the instant; refused where that hour doesn't exist, is doubled and not told apart, or lies ahead. */
export const instantOf = (when: When, now: Temporal.Instant, pointer: string): Result<Temporal.Instant> => {
  const resolved = resolveLocalTime(when.local, when.zone, when.fold);
  if (!resolved.ok) return invalid(`${pointer}/local`, resolved.error);
  const instant = Temporal.Instant.from(resolved.value.instant);
  const ahead = instant.since(now).total('minutes');
  return ahead > defaultPolicy.futureToleranceMinutes
    ? invalid(`${pointer}/local`, 'in-the-future')
    : ok(instant);
};

/** Where an entry came from: the centre says, everybody else is on the web, perhaps offline for a while. */
export const sourceOf = (caller: Writer, said: EntrySource | undefined): EntrySource => {
  if (caller.kind !== 'person') return said === 'paper' ? 'paper' : 'staff';
  return said === 'offline' ? 'offline' : 'web';
};

interface Sent {
  readonly typedAt: string;
  readonly clockAheadMinutes?: number | undefined;
  readonly passed: readonly string[];
  readonly source?: EntrySource | undefined;
}

interface Placed {
  readonly entry: string;
  readonly part?: string;
  readonly data: Entry['data'];
  readonly localAt: string;
  readonly instant: Temporal.Instant;
  readonly day: string;
}

/** The stored form of one entry. */
export const entryItem = (
  caller: Writer,
  diary: DiaryIds,
  stamp: Stamp,
  sent: Sent,
  placed: Placed,
  statementVersion?: number,
): Entry => ({
  ...diary,
  entry: placed.entry,
  ...(placed.part === undefined ? {} : { part: placed.part }),
  data: placed.data,
  localAt: placed.localAt,
  instantAt: placed.instant.toString({ smallestUnit: 'second' }),
  day: placed.day,
  source: sourceOf(caller, sent.source),
  typedAt: sent.typedAt,
  ...(sent.clockAheadMinutes === undefined ? {} : { clockAheadMinutes: sent.clockAheadMinutes }),
  receivedAt: stamp.at,
  passed: [...sent.passed],
  recordedBy: {
    account: caller.account,
    staff: caller.kind !== 'person',
    ...(caller.kind === 'sharing' ? { of: { centre: caller.centre, name: caller.centreName } } : {}),
  },
  ...(statementVersion === undefined ? {} : { statementVersion }),
  recordedIn: stamp.mutationId,
  ...created(stamp),
});

/** The local day an instant counts for in the home zone, as text. */
export const dayIn = (instant: Temporal.Instant, homeZone: string): string => localDay(instant, homeZone);
