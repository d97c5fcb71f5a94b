import { Temporal } from 'temporal-polyfill';
import { invitationMade } from '#contracts/centre.ts';
import { policyBody } from '../examples/bodies.ts';
import { callApi, newId } from './call-api.ts';
import { BIRTH_DATE } from './known.ts';
import { mailedInvitation } from './mailbox.ts';
import { agree, joinBy, newRegistryManager, type Person } from './people.ts';

/** A centre of the journey's own. */
export interface TestCentre {
  readonly id: string;
  readonly name: string;
  readonly dataManager: Person;
}
export interface TestPatient {
  readonly id: string;
  readonly centre: string;
  readonly givenName: string;
}

const policy = {
  ...policyBody,
  emergencySites: ['head', 'neck', 'chest', 'abdomen', 'gastrointestinal', 'iliopsoas'],
};

/** Onboards a centre through the API and lets its data manager in. */
export async function newCentre({
  manager,
  zone = 'Europe/London',
}: { readonly manager?: Person; readonly zone?: string } = {}): Promise<TestCentre> {
  const registry = manager ?? (await newRegistryManager());
  const id = `c${newId().slice(0, 8)}`;
  const name = `Centre ${id.slice(1, 5)}`;
  const email = `manager@${id}.example.org`;
  await callApi('registry', `PUT /v1/registry/centres/${id}`, {
    token: registry.token,
    body: {
      mutationId: newId(),
      name,
      email: `office@${id}.example.org`,
      phone: '01632 960100',
      emergencyPhone: '01632 960999',
      address: '1 Example Road\nExampleton',
      zone,
      policy,
      firstDataManager: { email, name: 'Dana Marlow' },
    },
  });
  const dataManager = await joinBy('centre', await mailedInvitation(email), { displayName: 'Dana Marlow' });
  return { id, name, dataManager };
}

export interface PatientGiven {
  readonly givenName: string;
  readonly familyName?: string;
  readonly homeZone?: string;
  readonly phone?: string;
  readonly email?: string;
}

/** Enrols a child with the written consent, through the API. */
export async function newPatient(
  { id: centre, dataManager }: TestCentre,
  given: PatientGiven,
): Promise<TestPatient> {
  const id = newId();
  const { token } = dataManager;
  await callApi('centre', `PUT /v1/centre/patients/${id}`, {
    token,
    body: {
      mutationId: newId(),
      familyName: 'Ashdown',
      birthDate: BIRTH_DATE,
      diagnosis: 'haemophilia-a',
      homeZone: 'Europe/London',
      homeTherapy: true,
      channel: 'online',
      guardianConsentNeeded: true,
      homeDelivery: true,
      ...given,
    },
  });
  await callApi('centre', `PUT /v1/centre/patients/${id}/consents/${newId()}`, {
    token,
    body: {
      mutationId: newId(),
      change: 'given',
      givenBy: 'Gwen Ashdown',
      relation: 'parent',
      on: today(),
      formReference: 'Folder 3',
    },
  });
  return { id, centre, givenName: given.givenName };
}

/** Today where the journeys' people live, unless told otherwise. */
export const today = (zone = 'Europe/London'): string => Temporal.Now.plainDateISO(zone).toString();

/** Elocta, 1,000 IU, every so many days from a day on. */
export async function setPlan(
  { dataManager }: TestCentre,
  { id }: TestPatient,
  { from = today(), days = 2 }: { readonly from?: string; readonly days?: number } = {},
): Promise<void> {
  await callApi('centre', `PUT /v1/centre/patients/${id}/plans/${newId()}`, {
    token: dataManager.token,
    body: {
      mutationId: newId(),
      effectiveOn: from,
      regimens: [
        {
          kind: 'routine',
          productId: 'elocta',
          amount: { value: 1000, unit: 'IU', moiety: 'FVIII' },
          anchor: from,
          schedule: { kind: 'every-days', days },
          dosesPerDay: 1,
        },
      ],
      passed: ['far-effective-day'],
    },
  });
}

export interface CarerGiven {
  readonly name?: string;
  /** By mail to this address; printed without one. */
  readonly email?: string;
  readonly agrees?: boolean;
}

/** Nobody is mailed about a patient before the centre has confirmed who they are. */
async function confirmLink({ dataManager }: TestCentre, patient: string, { account }: Person): Promise<void> {
  await callApi('centre', `PUT /v1/centre/patients/${patient}/links/${account}`, {
    token: dataManager.token,
    body: { mutationId: newId(), change: 'confirm' },
  });
}

/**
 * Invites a carer by print or mail, lets them accept and, unless told otherwise, agree to the statement; the centre
 * confirms the link.
 */
export async function newCarer(
  centre: TestCentre,
  { id }: TestPatient,
  given: CarerGiven = {},
): Promise<Person> {
  const { name = 'Gwen Ashdown', email, agrees = true } = given;
  const way = email === undefined ? { by: 'print' } : { by: 'mail', email };
  const made = invitationMade.parse(
    await callApi('centre', `PUT /v1/centre/patients/${id}/invitations/${newId()}`, {
      token: centre.dataManager.token,
      body: { mutationId: newId(), relation: 'parent', mayRecord: true, name, ...way },
    }),
  );
  const code = made.code ?? (await mailedInvitation(email ?? ''));
  const carer = await joinBy('diary', code, { birthDate: BIRTH_DATE });
  if (agrees) await agree(carer);
  await confirmLink(centre, id, carer);
  return carer;
}

/** Shares a patient's diary with another centre, to see and to record in, for a month. */
export async function share(
  { dataManager }: TestCentre,
  { id }: TestPatient,
  other: Pick<TestCentre, 'id'>,
): Promise<void> {
  const endsOn = Temporal.PlainDate.from(today()).add({ days: 30 }).toString();
  await callApi('centre', `PUT /v1/centre/patients/${id}/grants/${other.id}`, {
    token: dataManager.token,
    body: { mutationId: newId(), mayRecord: true, startsOn: today(), endsOn, reason: 'At school there' },
  });
}
