import * as z from 'zod';
import { LANGUAGES } from '#domain/languages.ts';
import { CHANNELS, DELIVERY_STATUSES, DIAGNOSES, RELATIONS } from '#domain/vocabulary.ts';
import { monthView, recordingStatus } from './diary.ts';
import { plan } from './plan.ts';
import { patientRequest } from './rights.ts';
import { handover } from './handover.ts';
import { grant, withheldItem } from './sharing.ts';
import { act, day, email, id, instant, line, lines, phone, reasonText, version, zone } from './text.ts';

/** `printed` gives the code in the answer once, for a letter; `mailed` never shows it. */
export const personInvitationBody = z
  .strictObject({
    ...act,
    relation: z.enum(RELATIONS),
    mayRecord: z.boolean(),
    by: z.enum(['mail', 'print']),
    email: email.optional(),
    name: line(80),
    /** The language of the mail, as whoever is invited reads; English without it. */
    language: z.enum(LANGUAGES).optional(),
  })
  .refine((value) => value.by === 'print' || value.email !== undefined, {
    path: ['email'],
    message: 'empty',
  });
export type PersonInvitationBody = z.infer<typeof personInvitationBody>;
const patientFields = {
  givenName: line(60),
  familyName: line(60),
  birthDate: day,
  diagnosis: z.enum(DIAGNOSES),
  /** Factor level in IU/dL, `<1` possible. */
  factorLevel: z
    .string()
    .regex(/^(?:<1|\d{1,3}(?:\.\d)?)$/, 'not-a-factor-level')
    .optional(),
  homeZone: zone,
  homeTherapy: z.boolean(),
  channel: z.enum(CHANNELS),
  /** A child, or a person with a guardian: nothing is linked or recorded before the written consent. */
  guardianConsentNeeded: z.boolean(),
  email: email.optional(),
  phone: phone.optional(),
  address: lines(300).optional(),
  centreNumber: line(30).optional(),
  registryNumber: line(30).optional(),
  healthServiceNumber: line(30).optional(),
};
/** Home delivery at enrolment; later changes are delivery decisions with a reason. */
export const patientBody = z.strictObject({ ...act, ...patientFields, homeDelivery: z.boolean() });
export type PatientBody = z.infer<typeof patientBody>;

export const consentBody = z.strictObject({
  ...act,
  change: z.enum(['given', 'revoked']),
  givenBy: line(80),
  relation: z.enum(RELATIONS),
  on: day,
  /** Where the signed form is filed. */
  formReference: line(60),
});
export type ConsentBody = z.infer<typeof consentBody>;

/** For people who record on paper: the statement they agreed to on paper. */
export const paperStatementBody = z.strictObject({
  ...act,
  version: z.int().min(1),
  on: day,
  formReference: line(60),
});

export const patientLink = z.object({
  account: id,
  name: z.string(),
  username: z.string(),
  relation: z.enum(RELATIONS),
  mayRecord: z.boolean(),
  confirmed: z.boolean(),
  since: instant,
  endedAt: instant.optional(),
  statementAgreed: z.int().optional(),
  version,
});
export const linkBody = z.strictObject({
  ...act,
  change: z.enum(['confirm', 'end', 'wrong-person']),
  reason: reasonText.optional(),
});
export const recoveryBody = z.strictObject({
  ...act,
  /**
   * What the person lost; `username` answers it, the others reset, and `devices` also has every signed-in device forget
   * what it keeps. Only after an identity check.
   */
  lost: z.enum(['username', 'second-factor', 'password', 'devices']),
  identityCheckedBy: z.enum(['in-person', 'phone-call-back', 'letter']),
});
export const recovered = z.object({ username: z.string(), code: z.string().optional() });

export const patient = z.object({
  id,
  version,
  ...patientFields,
  enrolledAt: instant,
  recording: recordingStatus,
  delivery: z.object({ status: z.enum(DELIVERY_STATUSES), since: instant, reason: z.string().optional() }),
  consent: z.object({ state: z.enum(['not-needed', 'needed', 'given', 'revoked']), on: day.optional() }),
  paperStatement: z.object({ version: z.int(), on: day }).optional(),
  plans: z.array(plan),
  links: z.array(patientLink),
  grants: z.array(grant),
  withheld: z.array(withheldItem),
  requests: z.array(patientRequest),
  /** Missing for whoever was old enough when they were enrolled. */
  handover: handover.optional(),
});
export type Patient = z.infer<typeof patient>;

/** A note of what was done about a lapse: it stays in the audit. */
export const contactBody = z.strictObject({
  ...act,
  how: z.enum(['phone', 'letter', 'in-person']),
  note: line(300),
});
export const paperFormBody = z.strictObject({ ...act, from: day, to: day, receivedOn: day });

/** A line of a diary's log as the centre's data managers read it. */
export const logLine = z.object({
  audit: id,
  at: instant,
  who: z.string(),
  /** Job or relation, and the centre where it is another than the diary’s. */
  as: z.string(),
  did: z.enum(['saw', 'changed', 'was refused']),
  /** The use case’s file name, in most cases. */
  action: z.string(),
  about: z.string(),
});
export type LogLine = z.infer<typeof logLine>;

export const patientMonth = monthView.extend({ name: z.string(), patient: id });

export const patientParams = z.strictObject({ p: id });
export const patientItemParams = z.strictObject({ p: id, id });
/** `id` is the bleed’s. */
export const patientPhotoParams = patientItemParams.extend({ photo: id });
export const patientAccountParams = z.strictObject({ p: id, account: id });
