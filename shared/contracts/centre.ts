import * as z from 'zod';
import {
  BLEED_SITES,
  CHANNELS,
  DELIVERY_STATUSES,
  DIAGNOSES,
  RECORDING_STAGES,
  RELATIONS,
  STAFF_JOBS,
} from '#domain/vocabulary.ts';
import { monthView, recordingStatus } from './diary.ts';
import { plan } from './plan.ts';
import { act, day, email, id, instant, line, lines, phone, reasonText, version, zone } from './text.ts';

const days = (from: number, to: number) => z.int().min(from, 'too-little').max(to, 'too-much');
/** The parameters a centre sets for itself; the others keep the defaults of the domain definitions. */
export const policy = z.strictObject({
  invitationValidDays: days(1, 60),
  dueAfterDays: days(1, 14),
  /** Days after due. */
  secondReminderAfterDays: days(1, 60),
  thirdReminderAfterDays: days(2, 80),
  lapsedAfterDays: days(3, 100),
  atRiskAfterDays: days(4, 120),
  openDoseLookbackDays: days(28, 140),
  /** The clock of people without planned doses. */
  unplannedDueAfterDays: days(7, 92),
  paperFormDays: days(7, 92),
  matchByClass: z.boolean(),
  /** Approved by a clinician of the centre. */
  emergencySites: z.array(z.enum(BLEED_SITES)).max(30, 'too-many'),
});
export type Policy = z.infer<typeof policy>;

const centreFields = {
  name: line(100),
  email,
  phone,
  /** Answered day and night; never the office number by default. */
  emergencyPhone: phone,
  address: lines(300),
  zone,
};
export const centreBody = z.strictObject({
  ...act,
  ...centreFields,
  policy,
  /** Invited with the centre; only read when the centre is new. */
  firstDataManager: z.strictObject({ email, name: line(80) }).optional(),
});
export type CentreBody = z.infer<typeof centreBody>;
export const centre = z.object({ id, ...centreFields, status: z.enum(['active', 'suspended']), version });
export const centreWithPolicy = centre.extend({ policy });
export type Centre = z.infer<typeof centre>;
export const policyBody = z.strictObject({ ...act, policy });

export const staffMe = z.object({
  account: id,
  username: z.string(),
  displayName: z.string(),
  job: z.enum(STAFF_JOBS),
  centre: centreWithPolicy,
});
export type StaffMe = z.infer<typeof staffMe>;

export const staffMember = z.object({
  account: id,
  displayName: z.string(),
  job: z.enum(STAFF_JOBS),
  status: z.enum(['active', 'ended']),
  since: instant,
  version,
});
export const staffBody = z.strictObject({
  ...act,
  change: z.enum(['end', 'reset-second-factor']),
  reason: reasonText,
});

export const staffInvitationBody = z.strictObject({ ...act, email, name: line(80), job: z.enum(STAFF_JOBS) });
/** `printed` gives the code in the answer once, for a letter; `mailed` never shows it. */
export const personInvitationBody = z
  .strictObject({
    ...act,
    relation: z.enum(RELATIONS),
    mayRecord: z.boolean(),
    by: z.enum(['mail', 'print']),
    email: email.optional(),
    name: line(80),
  })
  .refine((value) => value.by === 'print' || value.email !== undefined, {
    path: ['email'],
    message: 'empty',
  });
export type PersonInvitationBody = z.infer<typeof personInvitationBody>;
export const invitationMade = z.object({ id, expiresAt: instant, code: z.string().optional() });

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
  /** What the person lost; `username` answers it, the others reset. Only after an identity check. */
  lost: z.enum(['username', 'second-factor', 'password']),
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
});
export type Patient = z.infer<typeof patient>;

export const rosterRow = z.object({
  id,
  name: z.string(),
  birthDate: day,
  channel: z.enum(CHANNELS),
  homeTherapy: z.boolean(),
  recording: z.enum(RECORDING_STAGES),
  dueOn: day.optional(),
  delivery: z.enum(DELIVERY_STATUSES),
  lastEntryAt: instant.optional(),
});
export type RosterRow = z.infer<typeof rosterRow>;
export const rosterQuery = z.strictObject({
  cursor: z.string().max(1024).optional(),
  /** Start of the family name, folded. */
  name: z.string().trim().max(60).optional(),
});

/** What needs a person, most urgent first. */
export const worklistRow = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('recording'),
    patient: id,
    name: z.string(),
    stage: z.enum(['lapsed', 'at-risk', 'reminded', 'due']),
    since: instant,
    dueOn: day.optional(),
    delivery: z.enum(DELIVERY_STATUSES),
    /** `call`: no mail reaches this person, someone has to ring or write. */
    task: z.enum(['call', 'decide', 'none']),
    phone: phone.optional(),
    /** When somebody at the centre last noted a contact about it. */
    contactedAt: instant.optional(),
    version,
  }),
  z.object({
    kind: z.literal('link'),
    patient: id,
    account: id,
    name: z.string(),
    relation: z.enum(RELATIONS),
    since: instant,
    version,
  }),
  z.object({
    kind: z.literal('mail-returned'),
    patient: id.optional(),
    account: id.optional(),
    since: instant,
    about: z.string(),
  }),
]);
export type WorklistRow = z.infer<typeof worklistRow>;
/** A note of what was done about a lapse: it stays in the audit. */
export const contactBody = z.strictObject({
  ...act,
  how: z.enum(['phone', 'letter', 'in-person']),
  note: line(300),
});
export const paperFormBody = z.strictObject({ ...act, from: day, to: day, receivedOn: day });

export const patientMonth = monthView.extend({ name: z.string(), patient: id });

export const exportBody = z
  .strictObject({ ...act, from: day, to: day })
  .refine((value) => value.from <= value.to, { path: ['to'], message: 'before-start' });
export const exportJob = z.object({
  id,
  from: day,
  to: day,
  askedAt: instant,
  askedBy: z.string(),
  state: z.enum(['waiting', 'running', 'ready', 'failed', 'gone']),
  rows: z.int().optional(),
  /** Signed when asked for, valid for a few minutes; never mailed. */
  link: z.string().optional(),
});
export type ExportJob = z.infer<typeof exportJob>;

export const patientParams = z.strictObject({ p: id });
export const patientItemParams = z.strictObject({ p: id, id });
export const patientAccountParams = z.strictObject({ p: id, account: id });
export const accountParams = z.strictObject({ account: id });
export const idParams = z.strictObject({ id });
