import { grant } from '#table/entities/sharing.ts';
import type { state } from '#table/entities/state.ts';
import type { Stored } from '#table/entity.ts';
import { changed, type Stamp } from '#table/item.ts';
import * as patterns from '#table/patterns.ts';
import type { Context } from '#usecases/ports/context.ts';
import type { Act } from '#usecases/ports/store.ts';

type Grant = Stored<typeof grant>;
type State = Stored<typeof state>;

/** What a grant copies of the patient. */
export const copiesOf = ({ identity, homeZone }: State) => ({
  givenName: identity.givenName,
  familyName: identity.familyName,
  birthDate: identity.birthDate,
  homeZone,
});

/** Changes every grant of a diary that isn't ended, in the write that changes the patient: the copies, or its end. */
export const onEveryGrant = async (
  context: Pick<Context, 'store'>,
  patient: State,
  stamp: Stamp,
  set: Partial<Grant>,
): Promise<Act[]> => {
  const grants = await context.store.queryAll(patterns.grantsOf(patient.centre, patient.patient));
  return grants
    .map(({ item }) => item)
    .filter(({ endedAt }) => endedAt === undefined)
    .map((item): Act => ({
      act: 'put',
      label: 'grant',
      entity: grant,
      item: { ...item, ...set, ...changed(item, stamp) },
      over: item.version,
    }));
};
