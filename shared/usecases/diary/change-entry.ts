import type { RecordingEvent } from '#domain/recording-events.ts';
import { drawChange } from '#domain/stock/stock-draws.ts';
import { entry, use } from '#table/entities/diary.ts';
import { state } from '#table/entities/state.ts';
import type { Stored } from '#table/entity.ts';
import { changed, fromItem, type Stamp } from '#table/item.ts';
import { auditAct } from '#usecases/audit/audit-item.ts';
import type { Context, Writer } from '#usecases/ports/context.ts';
import type { Scopes } from '#usecases/ports/scopes.ts';
import type { Act, Refused } from '#usecases/ports/store.ts';
import { afterEntries, type EvidenceChange } from '#usecases/recording/reassess.ts';
import { fail, ok, type Result } from '#usecases/result.ts';
import { answerAgain } from './answer-again.ts';
import { drawActs, drawnBy } from '#usecases/stock/draw-acts.ts';
import { lendActs, whyNotLent, type Lender } from '#usecases/stock/lend-box.ts';
import { lenderOfChange } from '#usecases/stock/lender-of-change.ts';
import { closed } from './closed.ts';
import { mayWrite, whyNot, type DiaryIds } from './may-write.ts';
import { missingBleeds } from './named-bleeds.ts';
import { readCurrent, type Current } from './read-current.ts';

type State = Stored<typeof state>;
type Entry = Stored<typeof entry>;
type Use = Stored<typeof use>;

/** What a correction or a voiding makes of an entry. */
export interface Change {
  readonly parts: readonly Entry[];
  readonly uses: readonly Use[];
  /** `undefined` takes the last treatment away. */
  readonly state: {
    readonly openBleeds?: State['openBleeds'];
    readonly lastTreatment?: State['lastTreatment'] | undefined;
  };
  readonly evidence: readonly EvidenceChange[];
  readonly event: Extract<RecordingEvent, 'entry-corrected' | 'entry-voided'>;
  /** What must be there besides, for example the bleeds that a treatment names. */
  readonly checks?: readonly Act[];
  readonly action: string;
  readonly reason?: string;
}

const useActs = (before: readonly Use[], after: readonly Use[]): Act[] => [
  ...after.map((item): Act => ({ act: 'put', label: 'use', entity: use, item, over: 'any' })),
  ...before
    .filter(({ n }) => !after.some((one) => one.n === n))
    .map((item): Act => ({ act: 'remove', label: 'use', key: use.key(item) })),
];

/** A correction takes what it differs by, a voiding gives back; what was counted since stays as it was counted. */
const stockActs = (
  diary: DiaryIds,
  { parts: [before], state: counted }: Current,
  after: Entry,
  stamp: Stamp,
) => drawActs(diary, drawChange(drawnBy(before, counted), drawnBy(after, counted)), stamp);

const whyRefused = (refused: readonly Refused[], stamp: Stamp): Result<Entry> | 'again' => {
  const found = refused.find(({ label }) => label === 'entry')?.found;
  if (found === undefined) return 'again';
  if (found['mutationId'] === stamp.mutationId) return ok(fromItem(entry, found));
  return fail('stale', { current: Number(found['version']) });
};

const TRIES = 4;

/**
 * Corrects or voids an entry: one read, one transaction. What it was before goes into the audit, so history stays.
 *
 * @param version the one the person saw; another one answers `stale` with the current version
 * @param make the entry after the change, from what it is now
 */
export const changeEntry = async (
  context: Context & Partial<Scopes>,
  caller: Writer,
  diary: DiaryIds,
  given: { readonly id: string; readonly version: number; readonly stamp: Stamp },
  make: (current: Current) => Result<Change> | Promise<Result<Change>>,
): Promise<Result<Pick<Entry, 'entry' | 'version'>>> => {
  let isLent = true;
  for (let tried = 0; tried < TRIES; tried += 1) {
    const current = await readCurrent(context, caller, diary, given.id);
    if (current === undefined) return fail('not-found');
    const [now] = current.parts;
    // Another centre corrects what it recorded itself, and nothing else.
    if (caller.kind === 'sharing' && now.recordedBy.of?.centre !== caller.centre) return fail('not-allowed');
    const named = (version: number) => ok({ entry: given.id, version });
    if (now.mutationId === given.stamp.mutationId) {
      const statement = await context.statementInForce();
      const again = await answerAgain(context, caller, { diary, statement, value: now });
      return again.ok ? named(again.value.version) : again;
    }
    if (now.version !== given.version) return fail('stale', { current: now.version });
    const no = closed(current.state);
    if (no !== undefined) return no;
    if (now.voided !== undefined) return fail('not-now');
    const change = await make(current);
    if (!change.ok) return change;
    const after = change.value.parts[0] ?? now;
    const lender = isLent
      ? await lenderOfChange(context, caller, diary, { before: now, after })
      : ok(undefined);
    if (!lender.ok) return lender;
    const outcome = await writeChange(
      context,
      caller,
      diary,
      given.stamp,
      current,
      change.value,
      lender.value,
    );
    if (outcome === 'without-lender') isLent = false;
    else if (outcome !== 'again') return outcome.ok ? named(outcome.value.version) : outcome;
  }
  return fail('busy');
};

const writeChange = async (
  context: Context,
  caller: Writer,
  diary: DiaryIds,
  stamp: Stamp,
  current: Current,
  change: Change,
  lender: Lender | undefined,
): Promise<Result<Entry> | 'again' | 'without-lender'> => {
  const statement = await context.statementInForce();
  const [before] = current.parts;
  const parts = change.parts.map((part): Entry => ({ ...part, ...changed(before, stamp) }));
  const [first] = parts;
  if (first === undefined) throw new Error('A change keeps at least one part.');
  const nextState = {
    ...afterEntries(context, current.state, change.event, change.evidence),
    ...change.state,
  };
  const happening = {
    action: change.action,
    about: first.entry,
    mutationId: stamp.mutationId,
    before: before.data,
    after: first.data,
  };
  const outcome = await (lender?.store ?? context.store).transact([
    mayWrite(caller, diary, statement),
    ...parts.map((item): Act => ({ act: 'put', label: 'entry', entity: entry, item, over: before.version })),
    ...useActs(current.uses, change.uses),
    ...stockActs(diary, current, first, stamp),
    ...(change.checks ?? []),
    ...(lender === undefined ? [] : lendActs(context, caller, lender, { before, after: first, stamp })),
    {
      act: 'put',
      label: 'state',
      entity: state,
      item: { ...nextState, ...changed(current.state, stamp) },
      over: current.state.version,
    },
    auditAct(
      context,
      caller,
      { of: 'diary', ...diary },
      change.reason === undefined ? happening : { ...happening, reason: change.reason },
    ),
  ]);
  if (outcome.done) return ok(first);
  if (outcome.refused === 'conflict') return fail('busy');
  const no = whyNot(outcome.refused, caller, statement) ?? missingBleeds(outcome.refused);
  if (no !== undefined) return no;
  const noLender = whyNotLent(outcome.refused);
  if (noLender === undefined || noLender.ok) return whyRefused(outcome.refused, stamp);
  if (noLender.failure.code === 'busy') return 'again';
  // Whoever may change the entry may do so where they may no longer write in the diary it borrowed from.
  return before.boxFrom === undefined ? noLender : 'without-lender';
};
