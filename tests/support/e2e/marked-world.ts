import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { policyBody } from '../examples/bodies.ts';
import { callApi, newId } from './call-api.ts';
import { BIRTH_DATE } from './known.ts';
import { mailedInvitation } from './mailbox.ts';
import { joinBy, newRegistryManager, type Person } from './people.ts';
import { shareBoth } from './share-both.ts';
import { logAndRequest } from './log-and-request.ts';
import { newCarer, setPlan, today } from './world.ts';

/** Markup that would run, for fields that are long enough. */
const RUNS = '<script>document.title="ran"</script><img src=x onerror="document.title=\'ran\'">';
/** A name for a field as somebody hostile would fill it in: an element, an entity, a quote and the start of a formula. */
export const marked = (field: string): string => `=<b-x>${field}&amp;"`;
const long = (field: string): string => `${marked(field)} ${RUNS}`;

/** The fields that were filled in so, by what {@link marked} was given. */
export const FIELDS = {
  centre: 'CENTRE',
  centreAddress: 'CADDRESS',
  staffName: 'STAFF',
  givenName: 'GIVEN',
  familyName: 'FAMILY',
  address: 'ADDRESS',
  centreNumber: 'CNUMBER',
  registryNumber: 'RNUMBER',
  healthNumber: 'HNUMBER',
  carerName: 'CARER',
  product: 'PRODUCT',
  batch: 'BATCH',
  treatmentNote: 'TNOTE',
  bleedNote: 'BNOTE',
  voidReason: 'VOIDED',
  request: 'REQUEST',
  delivery: 'DELIVERY',
} as const;

/** A centre, a child and a diary whose every text is hostile, and who can look at it. */
export interface MarkedWorld {
  readonly people: Readonly<Record<'diary' | 'centre' | 'registry', Person>>;
  /** What the placeholders of the pages' paths stand for. */
  readonly ids: Readonly<Record<string, string>>;
}

const accountOf = z.object({ account: z.string() });

const onboard = async (registry: Person) => {
  const id = `c${newId().slice(0, 8)}`;
  const email = `manager@${id}.example.org`;
  await callApi('registry', `PUT /v1/registry/centres/${id}`, {
    token: registry.token,
    body: {
      mutationId: newId(),
      name: marked(FIELDS.centre),
      email: `office@${id}.example.org`,
      phone: '01632 960100',
      emergencyPhone: '01632 960999',
      address: `${long(FIELDS.centreAddress)}\n<b-x>second line`,
      zone: 'Europe/London',
      policy: policyBody,
      firstDataManager: { email, name: marked(FIELDS.staffName) },
    },
  });
  const displayName = marked(FIELDS.staffName);
  const dataManager = await joinBy('centre', await mailedInvitation(email), { displayName });
  return { id, name: marked(FIELDS.centre), dataManager };
};

const enrol = async ({ token }: Person): Promise<string> => {
  const id = newId();
  await callApi('centre', `PUT /v1/centre/patients/${id}`, {
    token,
    body: {
      mutationId: newId(),
      givenName: marked(FIELDS.givenName),
      familyName: marked(FIELDS.familyName),
      birthDate: BIRTH_DATE,
      diagnosis: 'haemophilia-a',
      homeZone: 'Europe/London',
      homeTherapy: true,
      homeDelivery: true,
      channel: 'online',
      guardianConsentNeeded: false,
      address: long(FIELDS.address),
      centreNumber: marked(FIELDS.centreNumber),
      registryNumber: marked(FIELDS.registryNumber),
      healthServiceNumber: marked(FIELDS.healthNumber),
    },
  });
  return id;
};

/** A bleed, a treatment, and one that was taken out again. */
const record = async (carer: Person, at: string) => {
  const now = Temporal.Now.instant();
  const home = now.toZonedDateTimeISO('Europe/London').toPlainDateTime();
  const when = { local: home.toString({ smallestUnit: 'minute' }), zone: 'Europe/London' };
  const put = (request: string, body: object) =>
    callApi('diary', request, { token: carer.token, body: { mutationId: newId(), ...body } });
  const sent = { typedAt: now.toString({ smallestUnit: 'second' }), passed: ['possible-duplicate'] };
  const [bleed, treatment, gone] = [newId(), newId(), newId()];
  await put(`PUT ${at}/bleeds/${bleed}`, {
    ...sent,
    site: 'knee',
    side: 'left',
    cause: 'trauma',
    severity: 1,
    startedAt: when,
    note: long(FIELDS.bleedNote),
  });
  const given = {
    ...sent,
    when,
    product: { kind: 'other', name: marked(FIELDS.product) },
    containers: [
      {
        strength: 1000,
        count: 1,
        batch: { kind: 'known', number: marked(FIELDS.batch) },
        // Kept for recalls, and shown on no page.
        serial: marked('SERIAL'),
      },
    ],
    amount: { value: 1000, unit: 'IU', moiety: 'FVIII' },
    reason: 'prophylaxis',
    place: 'home',
    fromHomeStock: true,
    note: long(FIELDS.treatmentNote),
  };
  await put(`PUT ${at}/treatments/${gone}`, given);
  await put(`PUT ${at}/treatments/${treatment}`, given);
  await callApi('diary', `POST ${at}/entries/${gone}/void`, {
    token: carer.token,
    ifMatch: 1,
    body: { mutationId: newId(), reason: long(FIELDS.voidReason) },
  });
  return { bleed, treatment };
};

/** Fills in every text field of the forms with markup, through the API, as forms send it. */
export const makeMarkedWorld = async (): Promise<MarkedWorld> => {
  const registry = await newRegistryManager();
  const centre = await onboard(registry);
  const { dataManager } = centre;
  const patient = { id: await enrol(dataManager), centre: centre.id, givenName: marked(FIELDS.givenName) };
  await setPlan(centre, patient);
  const carer = await newCarer(centre, patient, { name: marked(FIELDS.carerName) });
  const entries = await record(carer, `/v1/diaries/${centre.id}/${patient.id}`);
  await callApi('centre', `PUT /v1/centre/patients/${patient.id}/delivery-status`, {
    token: dataManager.token,
    body: { mutationId: newId(), status: 'suspended', reason: long(FIELDS.delivery) },
  });
  const about = { centre: centre.id, patient: patient.id, text: long(FIELDS.request) };
  return {
    people: { diary: carer, centre: dataManager, registry },
    ids: {
      p: patient.id,
      c: centre.id,
      month: today().slice(0, 7),
      carer: carer.account,
      colleague: registry.account,
      staff: accountOf.parse(await callApi('centre', 'GET /v1/centre', { token: dataManager.token })).account,
      ...entries,
      ...(await logAndRequest({ carer, dataManager }, about)),
      ...(await shareBoth(registry, centre, patient)),
    },
  };
};
