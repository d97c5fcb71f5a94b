import { birthdayOf } from '#domain/patient-age.ts';
import { morningOf } from '#domain/local-time.ts';
import type { handover } from '#table/entities/handover.ts';
import type { Stored } from '#table/entity.ts';
import type { State } from './change-patient.ts';

type Planned = Pick<Stored<typeof handover>, 'centre' | 'patient' | 'name' | 'age' | 'dueOn' | 'dueAt'>;

/**
 * The day on which a centre is asked to hand somebody's diary over, and what its worklist says of it.
 *
 * @param age from which the centre gives an own account, in completed years
 */
export const plannedHandover = (
  { centre, patient, identity, homeZone }: Pick<State, 'centre' | 'patient' | 'identity' | 'homeZone'>,
  age: number,
): Planned => {
  const { givenName, familyName, birthDate } = identity;
  const dueOn = birthdayOf(birthDate, age);
  return {
    centre,
    patient,
    name: `${familyName}, ${givenName}`,
    age,
    dueOn,
    dueAt: morningOf(dueOn, homeZone).toString({ smallestUnit: 'second' }),
  };
};
