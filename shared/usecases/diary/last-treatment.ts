import type { entry } from '#table/entities/diary.ts';
import type { state } from '#table/entities/state.ts';
import type { Fields } from '#table/entity.ts';

/** What "repeat the last treatment" starts from, made of an entry; `undefined` for other kinds. */
export const lastTreatmentOf = (item: Fields<typeof entry>): Fields<typeof state>['lastTreatment'] => {
  const { data, day, instantAt } = item;
  if (data.kind !== 'treatment') return undefined;
  const { product, productName, containers, amount, reason, place, fromHomeStock } = data;
  return { product, productName, containers, amount, reason, place, fromHomeStock, day, at: instantAt };
};
