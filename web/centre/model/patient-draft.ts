import type { Patient, PatientBody } from '#contracts/patient.ts';
import { CHANNELS, DIAGNOSES } from '#domain/vocabulary.ts';
import { chosen } from '../../shared/staff/chosen.ts';

/** A patient's details as they stand in the form. */
export interface PatientDraft {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: string;
  readonly diagnosis: string;
  readonly factorLevel: string;
  readonly homeZone: string;
  readonly homeTherapy: boolean;
  readonly homeDelivery: boolean;
  readonly channel: string;
  readonly guardianConsentNeeded: boolean;
  readonly email: string;
  readonly phone: string;
  readonly address: string;
  readonly centreNumber: string;
  readonly registryNumber: string;
  readonly healthServiceNumber: string;
}

/** A new patient at a centre in `homeZone`. */
export const emptyPatient = (homeZone: string): PatientDraft => ({
  givenName: '',
  familyName: '',
  birthDate: '',
  diagnosis: '',
  factorLevel: '',
  homeZone,
  homeTherapy: true,
  homeDelivery: false,
  channel: 'online',
  guardianConsentNeeded: false,
  email: '',
  phone: '',
  address: '',
  centreNumber: '',
  registryNumber: '',
  healthServiceNumber: '',
});

const optionalFields = [
  'factorLevel',
  'email',
  'phone',
  'address',
  'centreNumber',
  'registryNumber',
  'healthServiceNumber',
] as const;

/** The form of a patient whose details are corrected. */
export function patientDraftOf(patient: Patient): PatientDraft {
  const {
    givenName,
    familyName,
    birthDate,
    diagnosis,
    homeZone,
    homeTherapy,
    channel,
    guardianConsentNeeded,
  } = patient;
  const start = emptyPatient(homeZone);
  return {
    ...start,
    ...Object.fromEntries(optionalFields.map((key) => [key, patient[key] ?? ''])),
    givenName,
    familyName,
    birthDate,
    diagnosis,
    homeTherapy,
    homeDelivery: patient.delivery.status !== 'none',
    channel,
    guardianConsentNeeded,
  };
}

/** The request without its mutationId; `undefined` while no diagnosis is chosen, which has no default. */
export function patientBodyOf(draft: PatientDraft): Omit<PatientBody, 'mutationId'> | undefined {
  const diagnosis = chosen(DIAGNOSES, draft.diagnosis);
  if (diagnosis === undefined) return undefined;
  const { givenName, familyName, birthDate, homeZone, homeTherapy, homeDelivery, guardianConsentNeeded } =
    draft;
  return {
    givenName,
    familyName,
    birthDate,
    diagnosis,
    homeZone,
    homeTherapy,
    homeDelivery,
    guardianConsentNeeded,
    channel: chosen(CHANNELS, draft.channel) ?? 'online',
    ...Object.fromEntries(
      optionalFields.flatMap((key) => (draft[key].trim() === '' ? [] : [[key, draft[key].trim()]])),
    ),
  };
}
