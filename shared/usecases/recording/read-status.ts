import type { Temporal } from 'temporal-polyfill';
import { findProduct } from '#catalogue/catalogue.ts';
import type { RecordingStatus } from '#contracts/diary.ts';
import { explainStatus, type StatusStep } from '#domain/explain-status.ts';
import { localDay } from '#domain/local-time.ts';
import type { RecordingStage } from '#domain/vocabulary.ts';
import type { state } from '#table/entities/state.ts';
import type { Fields } from '#table/entity.ts';
import { factsOf, wholePolicy } from './facts.ts';
import { isQuiet } from './reassess.ts';

/** The name of a product in the catalogue; its id for one of a newer catalogue. */
export const productName = (id: string): string => findProduct(id)?.name ?? id;

const STAGE_OF: Readonly<Record<StatusStep['level'], RecordingStage>> = {
  'reminder-1': 'due',
  'reminder-2': 'reminded',
  'reminder-3': 'reminded',
  lapsed: 'lapsed',
  final: 'at-risk',
};

/** What comes next if nothing is recorded; only told while something is owed, from the evidence on the state. */
const nextOf = (patient: Fields<typeof state>, now: Temporal.Instant): RecordingStatus['next'] => {
  if (patient.evidence === undefined) return undefined;
  const rules = { policy: wholePolicy(patient.policy), products: findProduct };
  const { steps } = explainStatus(factsOf(patient, patient.evidence), now, rules);
  const step = steps.find(({ reached }) => !reached);
  return step === undefined ? undefined : { stage: STAGE_OF[step.level], on: step.on };
};

/**
 * The recording status as people read it: stage, dates and the doses that wait. While all is well the doses on the state
 * are those of the last sweep, and entries since then may have closed them: they are left out rather than wrong.
 */
export const readStatus = (patient: Fields<typeof state>, now: Temporal.Instant): RecordingStatus => {
  const { recording } = patient;
  const today = localDay(now, patient.homeZone);
  const next = nextOf(patient, now);
  const isCurrent = !isQuiet(recording.stage);
  const pause = patient.pauses.find(({ from, to }) => from <= today && today <= to);
  return {
    stage: recording.stage,
    since: recording.since,
    ...(isCurrent && recording.dueOn !== undefined ? { dueOn: recording.dueOn } : {}),
    openDoses: (isCurrent ? recording.openDoses : []).map((dose) => ({
      ...dose,
      productName: productName(dose.productId),
    })),
    ...(pause === undefined ? {} : { pausedUntil: pause.to }),
    ...(next === undefined ? {} : { next }),
  };
};
