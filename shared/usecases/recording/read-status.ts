import { findProduct } from '#catalogue/catalogue.ts';
import type { RecordingStatus } from '#contracts/diary.ts';
import type { state } from '#table/entities/state.ts';
import type { Fields } from '#table/entity.ts';

/** The name of a product in the catalogue; its id for one of a newer catalogue. */
export const productName = (id: string): string => findProduct(id)?.name ?? id;

/** The recording status as people read it: stage, dates and the doses that wait. */
export const readStatus = (patient: Fields<typeof state>, today: string): RecordingStatus => {
  const { recording } = patient;
  const pause = patient.pauses.find(({ from, to }) => from <= today && today <= to);
  return {
    stage: recording.stage,
    since: recording.since,
    ...(recording.dueOn === undefined ? {} : { dueOn: recording.dueOn }),
    openDoses: recording.openDoses.map((dose) => ({ ...dose, productName: productName(dose.productId) })),
    ...(pause === undefined ? {} : { pausedUntil: pause.to }),
  };
};
