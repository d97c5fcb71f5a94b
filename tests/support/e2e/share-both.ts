import { callApi, newId } from './call-api.ts';
import type { Person } from './people.ts';
import { treatmentNow } from './treatment-now.ts';
import { newCentre, newPatient, share, type TestCentre, type TestPatient } from './world.ts';

/** A diary of another centre shared with this one, with an entry of this one; and the patient's with that centre. */
export async function shareBoth(
  manager: Person,
  centre: TestCentre,
  patient: TestPatient,
): Promise<Readonly<Record<string, string>>> {
  const other = await newCentre({ manager });
  const theirs = await newPatient(other, { givenName: 'Wren' });
  await share(centre, patient, other);
  await share(other, theirs, centre);
  const sharedTreatment = newId();
  await callApi('centre', `PUT /v1/centre/shared/${other.id}/${theirs.id}/treatments/${sharedTreatment}`, {
    token: centre.dataManager.token,
    body: treatmentNow(),
  });
  return { centre: other.id, sharingCentre: other.id, sharedPatient: theirs.id, sharedTreatment };
}
