import type { RecordingEvent } from '#domain/recording-events.ts';
import { mergedDraws } from '#domain/stock/stock-draws.ts';
import { entry, use } from '#table/entities/diary.ts';
import { state } from '#table/entities/state.ts';
import type { Stored } from '#table/entity.ts';
import { changed, fromItem, type Stamp } from '#table/item.ts';
import { auditAct, type Happening } from '#usecases/audit/audit-item.ts';
import type { Context, Writer } from '#usecases/ports/context.ts';
import type { Act, Clause, Store } from '#usecases/ports/store.ts';
import { afterEntries, QUIET_STAGES, type EvidenceChange } from '#usecases/recording/reassess.ts';
import { fail, ok, type Result } from '#usecases/result.ts';
import { drawActs, drawnBy, notCountedSince } from '#usecases/stock/draw-acts.ts';
import { whyNotLent } from '#usecases/stock/lend-box.ts';
import { alreadyDone, versionOfOwn } from './already-done.ts';
import { closed } from './closed.ts';
import { mayWrite, whyNot, type DiaryIds } from './may-write.ts';
import { missingBleeds } from './named-bleeds.ts';
import { laterOf } from './last-treatment.ts';
import { roomForBleeds, tooManyOpen } from './open-bleeds.ts';

type State = Stored<typeof state>;
type Entry = Stored<typeof entry>;

/** What a new entry leaves on the patient's state. */
export interface Traces {
  readonly lastTreatment?: State['lastTreatment'] | undefined;
  readonly openBleeds?: State['openBleeds'];
}

/** Everything one act of recording writes. */
export interface NewEntries {
  readonly stamp: Stamp;
  readonly diary: DiaryIds;
  /** The first is the one the request named. */
  readonly entries: readonly Entry[];
  readonly uses: readonly Stored<typeof use>[];
  readonly evidence: readonly EvidenceChange[];
  readonly traces: Traces;
  /** The home zone the days were worked out with. */
  readonly homeZone: string;
  /** What must hold of the state besides, for example that no treatment was given a moment ago. */
  readonly unless?: readonly Clause[];
  /** What must be there besides, for example the bleeds that a treatment names. */
  readonly checks?: readonly Act[];
  /** What the same act does to another diary whose boxes were used, on a store that reaches both. */
  readonly lent?: { readonly acts: readonly Act[]; readonly store: Store };
  readonly happening: Omit<Happening, 'mutationId'>;
}

/** Why the state refused, as the use case sees it. */
export type StateRefusal = { readonly state: State };

const STATE = 'state';

/** A back-dated treatment is not the last one: then the state is read and keeps what it has. */
const noNewer = (last: Traces['lastTreatment']): readonly Clause[] =>
  last === undefined
    ? []
    : [
        {
          any: [
            { path: 'lastTreatment', is: 'absent' },
            { path: 'lastTreatment.at', is: '<=', to: last.at },
          ],
        },
      ];

/** What the entries take from the stock at home, as far as that is known of its last count. */
const drawsFrom = ({ entries }: NewEntries, counted: Pick<State, 'stockCountedAt'>) =>
  mergedDraws(entries.flatMap((item) => drawnBy(item, counted)));

const stateUpdate = (given: NewEntries): Act => ({
  act: 'update',
  label: STATE,
  key: state.key(given.diary),
  set: {
    lastEntryAt: given.stamp.at,
    updatedAt: given.stamp.at,
    updatedBy: given.stamp.by,
    ...(given.traces.lastTreatment === undefined ? {} : { lastTreatment: given.traces.lastTreatment }),
  },
  ...(given.traces.openBleeds === undefined ? {} : { append: { openBleeds: given.traces.openBleeds } }),
  when: [
    { path: 'recording.stage', is: 'in', to: QUIET_STAGES },
    { path: 'homeZone', is: '=', to: given.homeZone },
    { path: 'consent.state', is: 'in', to: ['not-needed', 'given'] },
    ...roomForBleeds(given.traces.openBleeds),
    ...noNewer(given.traces.lastTreatment),
    ...notCountedSince(drawsFrom(given, {}), given.entries[0]?.instantAt ?? ''),
    ...(given.unless ?? []),
  ],
});

const statePut = (context: Context, given: NewEntries, before: State, event: RecordingEvent): Act => ({
  act: 'put',
  label: STATE,
  entity: state,
  over: before.version,
  item: {
    ...afterEntries(context, before, event as 'entry-recorded', given.evidence),
    lastEntryAt: given.stamp.at,
    lastTreatment: laterOf(before.lastTreatment, given.traces.lastTreatment),
    openBleeds: [...before.openBleeds, ...(given.traces.openBleeds ?? [])],
    ...changed(before, given.stamp),
  },
});

/** One try. `state` when only the state stood in the way, with what it is now. */
const attempt = async (
  context: Context,
  caller: Writer,
  given: NewEntries,
  stateAct: Act,
  counted: Pick<State, 'stockCountedAt'>,
): Promise<Result<Entry> | StateRefusal> => {
  const [first] = given.entries;
  if (first === undefined) throw new Error('Nothing to save.');
  const statement = await context.statementInForce();
  const outcome = await (given.lent?.store ?? context.store).transact([
    mayWrite(caller, given.diary, statement),
    ...given.entries.map((item, place): Act => ({
      act: 'put',
      label: `entry-${String(place)}`,
      entity: entry,
      item,
      over: 'absent',
    })),
    ...given.uses.map((item): Act => ({ act: 'put', label: 'use', entity: use, item, over: 'absent' })),
    ...drawActs(given.diary, drawsFrom(given, counted), given.stamp),
    ...(given.checks ?? []),
    ...(given.lent?.acts ?? []),
    stateAct,
    auditAct(
      context,
      caller,
      { of: 'diary', ...given.diary },
      { ...given.happening, mutationId: given.stamp.mutationId },
    ),
  ]);
  if (outcome.done) return ok(first);
  if (outcome.refused === 'conflict') return fail('busy');
  const refusedCaller = whyNot(outcome.refused, caller, statement);
  if (refusedCaller !== undefined) return refusedCaller;
  const before = alreadyDone(outcome.refused, given.stamp);
  if (before !== undefined) return ok(before);
  const taken = outcome.refused.find(({ label }) => label.startsWith('entry-'));
  if (taken !== undefined) return fail('taken', versionOfOwn(taken, caller));
  const missing = missingBleeds(outcome.refused) ?? whyNotLent(outcome.refused);
  if (missing !== undefined) return missing;
  const found = outcome.refused.find(({ label }) => label === STATE);
  return found?.found === undefined ? fail('not-found') : { state: fromItem(state, found.found) };
};

/** How often a write starts again after another one changed the state in between. */
const TRIES = 4;

/**
 * Writes new entries in one transaction: entries, batch uses, stock, state and audit, with the authorisation inside.
 * One call to the table where recording is up to date, two where it is not.
 *
 * @param build makes the entries for a home zone; first with the assumed one, again where the patient lives by another
 * @param ask questions that only the state can raise; asked once, before anything is kept
 */
export const saveEntries = async (
  context: Context,
  caller: Writer,
  assumedZone: string,
  build: (homeZone: string) => Result<NewEntries>,
  ask: (found: State) => Promise<Result<never> | undefined> = () => Promise.resolve(undefined),
): Promise<Result<Entry>> => {
  let built = build(assumedZone);
  if (!built.ok) return built;
  let stateAct = stateUpdate(built.value);
  let counted: Pick<State, 'stockCountedAt'> = {};
  for (let tried = 0; tried < TRIES; tried += 1) {
    const outcome = await attempt(context, caller, built.value, stateAct, counted);
    if (!('state' in outcome)) return outcome;
    const no =
      closed(outcome.state) ??
      tooManyOpen(outcome.state.openBleeds, built.value.traces.openBleeds) ??
      (await ask(outcome.state));
    if (no !== undefined) return no;
    built = build(outcome.state.homeZone);
    if (!built.ok) return built;
    stateAct = statePut(context, built.value, outcome.state, 'entry-recorded');
    counted = outcome.state;
  }
  return fail('busy');
};
