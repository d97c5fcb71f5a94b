import * as z from 'zod';
import {
  BLEED_SITES,
  CHANNELS,
  DELIVERY_STATUSES,
  RECORDING_STAGES,
  RELATIONS,
  REQUEST_KINDS,
  STAFF_JOBS,
  WITHHELD_KINDS,
} from '#domain/vocabulary.ts';
import { LATE_KINDS } from './late.ts';
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
  /** From this age the centre is asked to hand the diary over; centres that never said one have the usual. */
  ownAccountAge: days(12, 18).optional(),
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
  /** Also works at another centre: the page offers to change. */
  worksElsewhere: z.boolean(),
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
export const invitationMade = z.object({ id, expiresAt: instant, code: z.string().optional() });

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
export const rosterSearch = z.strictObject({
  cursor: z.string().max(1024).optional(),
  /** Start of the family name, folded. */
  name: z.string().trim().max(60).optional(),
});

/** Who it is from, where their link is still there to say it. */
const from = { name: z.string().optional(), relation: z.enum(RELATIONS).optional() };

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
  /** Somebody asked for something and waits for an answer. */
  z.object({
    kind: z.literal('request'),
    patient: id,
    about: id,
    ...from,
    what: z.enum(REQUEST_KINDS),
    state: z.enum(['asked', 'seen']),
    since: instant,
  }),
  /** A young person has reached the age of an own account. */
  z.object({
    kind: z.literal('handover'),
    patient: id,
    name: z.string(),
    age: z.int(),
    since: instant,
  }),
  /** Something was made before a link or the consent ended, arrived after it, and waits for a decision. */
  z.object({
    kind: z.literal('late'),
    patient: id,
    about: id,
    what: z.enum(LATE_KINDS),
    since: instant,
  }),
  z.object({
    kind: z.literal('mail-returned'),
    patient: id.optional(),
    account: id.optional(),
    ...from,
    since: instant,
    about: z.string(),
  }),
  /** The day on which the centre wanted to look again at something it withholds. */
  z.object({
    kind: z.literal('withheld'),
    patient: id,
    name: z.string(),
    what: z.enum(WITHHELD_KINDS),
    about: id,
    /** The day of the entry or the log line; of that also when it was written. */
    on: day.optional(),
    at: instant.optional(),
    since: instant,
  }),
]);
export type WorklistRow = z.infer<typeof worklistRow>;
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

export const accountParams = z.strictObject({ account: id });
export const idParams = z.strictObject({ id });
