import { findProduct } from '#catalogue/catalogue.ts';
import { addEvidence, removeEvidence, type Evidence } from '#domain/evidence.ts';
import { assessRecording } from '#domain/recording-status.ts';
import type { RecordingEvent } from '#domain/recording-events.ts';
import type { RecordingStage } from '#domain/vocabulary.ts';
import type { state } from '#table/entities/state.ts';
import type { Stored } from '#table/entity.ts';
import type { Context } from '#usecases/ports/context.ts';
import { factsOf, wholePolicy } from './facts.ts';

type State = Stored<typeof state>;

/** Stages in which an entry changes nothing about recording: the write needs no more than to know that. */
export const QUIET_STAGES = [
  'not-started',
  'up-to-date',
  'paused',
] as const satisfies readonly RecordingStage[];
/** Whether an entry changes nothing about a stage. */
export const isQuiet = (stage: RecordingStage): boolean => QUIET_STAGES.some((quiet) => quiet === stage);

/** One change to what accounts for days: an entry put in (again), or taken out. */
export type EvidenceChange = { readonly put: Evidence } | { readonly takeOut: string };

const applied = (evidence: readonly Evidence[], changes: readonly EvidenceChange[]): readonly Evidence[] =>
  changes.reduce<readonly Evidence[]>(
    (list, change) =>
      'put' in change ? addEvidence(list, change.put) : removeEvidence(list, change.takeOut),
    evidence,
  );

/**
 * The state after entries changed. While recording is not up to date the evidence is on the state, and the status is
 * decided here, in the write that brings the entry; otherwise the sweep is asked to look, because only it reads the diary.
 */
export const afterEntries = (
  context: Pick<Context, 'now'>,
  patient: State,
  event: Extract<RecordingEvent, 'entry-recorded' | 'entry-corrected' | 'entry-voided'>,
  changes: readonly EvidenceChange[],
): State => {
  if (changes.length === 0) return patient;
  const now = context.now();
  if (patient.evidence === undefined || isQuiet(patient.recording.stage)) {
    if (event === 'entry-recorded' || patient.recording.stage === 'stopped') return patient;
    return {
      ...patient,
      recording: { ...patient.recording, nextCheckAt: now.toString({ smallestUnit: 'second' }) },
    };
  }
  const evidence = applied(patient.evidence, changes);
  const { state: recording, deliveryStatus } = assessRecording(factsOf(patient, evidence), {
    now,
    policy: wholePolicy(patient.policy),
    products: findProduct,
    event,
    previous: patient.recording,
  });
  const { evidence: _, policy: __, ...rest } = patient;
  const kept = isQuiet(recording.stage) ? {} : { evidence: [...evidence], policy: patient.policy };
  const since = now.toString({ smallestUnit: 'second' });
  return {
    ...rest,
    ...kept,
    recording: { ...recording, openDoses: [...recording.openDoses] },
    delivery:
      deliveryStatus === patient.delivery.status ? patient.delivery : { status: deliveryStatus, since },
  };
};
