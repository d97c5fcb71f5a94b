import { findProduct } from '#catalogue/catalogue.ts';
import type { RecordingStatus } from '#contracts/diary.ts';
import type { state } from '#table/entities/state.ts';
import type { Fields } from '#table/entity.ts';
import { isQuiet } from './reassess.ts';

/** The name of a product in the catalogue; its id for one of a newer catalogue. */
export const productName = (id: string): string => findProduct(id)?.name ?? id;

/**
 * The recording status as people read it: stage, dates and the doses that wait. While all is well the doses on the state
 * are those of the last sweep, and entries since then may have closed them: they are left out rather than wrong.
 */
export const readStatus = (patient: Fields<typeof state>, today: string): RecordingStatus => {
  const { recording } = patient;
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
  };
};
