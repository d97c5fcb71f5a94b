import type { plan } from '#table/entities/diary.ts';
import type { Stored } from '#table/entity.ts';

/** A plan as people read it. */
export const planOf = ({
  plan: id,
  effectiveOn,
  regimens,
  setAt,
  weightKg,
  weighedOn,
}: Stored<typeof plan>) => ({
  id,
  effectiveOn,
  regimens,
  setAt,
  ...(weightKg === undefined ? {} : { weightKg }),
  ...(weighedOn === undefined ? {} : { weighedOn }),
});
