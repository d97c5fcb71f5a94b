import type { RecordingEvent } from '#domain/recording-events.ts';
import { state } from '#table/entities/state.ts';
import type { Owner } from '#table/entities/owner.ts';
import type { Stored } from '#table/entity.ts';
import { changed, type Stamp } from '#table/item.ts';
import { auditAct, type Happening } from '#usecases/audit/audit-item.ts';
import { answerAgain } from '#usecases/diary/answer-again.ts';
import { stampOf } from '#usecases/diary/entry-item.ts';
import { mayWrite, whyNot, type DiaryIds } from '#usecases/diary/may-write.ts';
import type { Context, StaffCaller } from '#usecases/ports/context.ts';
import type { Act } from '#usecases/ports/store.ts';
import { assessState, lookBack } from '#usecases/recording/look-back.ts';
import { fail, ok, type Result } from '#usecases/result.ts';

export type State = Stored<typeof state>;

/** What staff change about a patient, decided from how it is now. */
export interface PatientChange {
  readonly state: State;
  /** When recording must be looked at again: the event that asks for it. */
  readonly event?: RecordingEvent;
  /** Written in the same transaction. */
  readonly more?: readonly Act[];
  readonly happening: Omit<Happening, 'mutationId'>;
}

export interface Changing {
  readonly stamp: Stamp;
  readonly patient: State;
}

export interface Asked {
  readonly patient: string;
  readonly mutationId: string;
  /** Where the person saw a version and means that one. */
  readonly version?: number | undefined;
}

const TRIES = 4;

/** Staff's diary of a patient: always of the centre they work in now. */
export const diaryOf = (caller: StaffCaller, patient: string): DiaryIds => ({
  centre: caller.centre,
  patient,
});

const decide = async (context: Context, change: PatientChange): Promise<State> => {
  if (change.event === undefined) return change.state;
  const now = context.now();
  const seen = await lookBack(context, change.state, now);
  return assessState(now, change.state, seen, change.event).state;
};

const write = async (
  context: Context,
  caller: StaffCaller,
  { stamp, patient }: Changing,
  change: PatientChange,
): Promise<Result<State> | 'again'> => {
  const owner: Owner = { of: 'diary', centre: patient.centre, patient: patient.patient };
  const after: State = { ...(await decide(context, change)), ...changed(patient, stamp) };
  const outcome = await context.store.transact([
    mayWrite(caller, patient, 0),
    { act: 'put', label: 'state', entity: state, item: after, over: patient.version },
    ...(change.more ?? []),
    auditAct(context, caller, owner, { ...change.happening, mutationId: stamp.mutationId }),
  ]);
  if (outcome.done) return ok(after);
  if (outcome.refused === 'conflict') return fail('busy');
  const no = whyNot(outcome.refused, caller, 0);
  if (no !== undefined) return no;
  if (outcome.refused.some(({ label }) => label === 'state')) return 'again';
  const other = outcome.refused[0];
  return other?.found?.['mutationId'] === stamp.mutationId ? ok(patient) : fail('taken');
};

/**
 * Changes a patient's state for staff: one read, one transaction with audit and authorisation inside. The same act
 * sent twice is done once.
 */
export const changePatient = async (
  context: Context,
  caller: StaffCaller,
  asked: Asked,
  make: (changing: Changing) => Result<PatientChange> | Promise<Result<PatientChange>>,
): Promise<Result<State>> => {
  const stamp = stampOf(context, caller, asked.mutationId);
  const key = state.key(diaryOf(caller, asked.patient));
  for (let tried = 0; tried < TRIES; tried += 1) {
    const patient = await context.store.get(state, key);
    if (patient === undefined) return fail('not-found');
    if (patient.mutationId === stamp.mutationId)
      return answerAgain(context, caller, { diary: patient, statement: 0, value: patient });
    if (asked.version !== undefined && asked.version !== patient.version)
      return fail('stale', { current: patient.version });
    const change = await make({ stamp, patient });
    if (!change.ok) return change;
    const outcome = await write(context, caller, { stamp, patient }, change.value);
    if (outcome !== 'again') return outcome;
  }
  return fail('busy');
};

/** The answer to a change of a patient. */
export const savedPatient = (result: Result<State>) =>
  result.ok
    ? ok({
        id: result.value.patient,
        version: result.value.version,
        recordingStage: result.value.recording.stage,
      })
    : result;
