import * as z from 'zod';
import { day, id, instant, zone } from '#contracts/text.ts';
import { amount, container, product, when } from '#contracts/entries.ts';
import { policy } from '#contracts/centre.ts';
import { regimen } from '#contracts/plan.ts';
import { EVIDENCE_KINDS } from '#domain/evidence.ts';
import { ANNOUNCEMENTS } from '#domain/recording-types.ts';
import {
  BLEED_SEVERITIES,
  BLEED_SITES,
  CHANNELS,
  DELIVERY_STATUSES,
  DIAGNOSES,
  PAUSE_REASONS,
  PLACES,
  REASON_IDS,
  RECORDING_STAGES,
  SIDES,
  STOP_REASONS,
} from '#domain/vocabulary.ts';
import { entity } from '../entity.ts';
import { diaryKey, key } from '../key.ts';
import { fold, shardOf } from '../fold.ts';

/** A plan as the recording rules need it. */
const planCopy = z.object({
  id,
  effectiveOn: day,
  setAt: instant.optional(),
  regimens: z.array(regimen),
});

/** The domain's Evidence: what accounts for days and doses. */
const evidence = z.object({
  id,
  kind: z.enum(EVIDENCE_KINDS),
  from: day,
  to: day,
  productId: z.string().optional(),
  reason: z.enum(REASON_IDS).optional(),
});

/** The domain's RecordingState. */
const recordingState = z.object({
  stage: z.enum(RECORDING_STAGES),
  since: instant,
  dueOn: day.optional(),
  dueAt: instant.optional(),
  openDoses: z.array(z.object({ day, ordinal: z.int(), productId: z.string() })),
  lapse: z
    .object({ id: z.string(), dueOn: day, announced: z.enum(ANNOUNCEMENTS), over: z.boolean() })
    .optional(),
  nextCheckAt: instant.optional(),
});

const lastTreatment = z.object({
  product,
  productName: z.string(),
  containers: z.array(container),
  amount,
  reason: z.enum(REASON_IDS),
  place: z.enum(PLACES),
  fromHomeStock: z.boolean(),
  day,
  at: instant,
  /** The entry it is a copy of. */
  entry: id.optional(),
});

const openBleed = z.object({
  id,
  site: z.enum(BLEED_SITES),
  side: z.enum(SIDES),
  severity: z.literal(BLEED_SEVERITIES),
  startedAt: when,
});

const fields = z.object({
  centre: id,
  patient: id,
  identity: z.object({ givenName: z.string(), familyName: z.string(), birthDate: day }),
  details: z.object({
    diagnosis: z.enum(DIAGNOSES),
    factorLevel: z.string().optional(),
    email: z.string().optional(),
    phone: z.string().optional(),
    address: z.string().optional(),
    centreNumber: z.string().optional(),
    registryNumber: z.string().optional(),
    healthServiceNumber: z.string().optional(),
  }),
  homeZone: zone,
  homeTherapy: z.boolean(),
  channel: z.enum(CHANNELS),
  consent: z.object({ state: z.enum(['not-needed', 'needed', 'given', 'revoked']), on: day.optional() }),
  paperStatement: z.object({ version: z.int(), on: day }).optional(),
  recording: recordingState,
  delivery: z.object({ status: z.enum(DELIVERY_STATUSES), since: instant, reason: z.string().optional() }),
  pauses: z.array(z.object({ from: day, to: day, reason: z.enum(PAUSE_REASONS) })),
  stop: z.object({ at: instant, reason: z.enum(STOP_REASONS) }).optional(),
  /** The newest paper form that arrived: it accounts for its days before anybody has typed it in. */
  paperForm: z.object({ from: day, to: day, receivedOn: day }).optional(),
  /** The clock does not start before: enrolment, home therapy and first delivery, whichever is last. */
  clockFrom: day.optional(),
  /** The plans that can still decide something: those in force within the look-back, and those to come. */
  plans: z.array(planCopy),
  /** Kept only while recording is not up to date, so that the entry that closes the last dose needs no read. */
  evidence: z.array(evidence).optional(),
  /** The centre's policy at that time, kept as long and for the same reason. */
  policy: policy.optional(),
  /** The last day that older entries account for. */
  accountedThrough: day.optional(),
  /** Local days on which a reminder reached someone. */
  remindedOn: z.array(day),
  /** No mail reaches anyone, or too few did: someone at the centre rings or writes. */
  task: z.literal('call').optional(),
  /** When somebody at the centre last noted a contact about a lapse. */
  contactedAt: instant.optional(),
  openBleeds: z.array(openBleed),
  lastTreatment: lastTreatment.optional(),
  lastEntryAt: instant.optional(),
  /** When the stock at home was last counted: what was given before is in that count already. */
  stockCountedAt: instant.optional(),
});

/** Lower is more urgent on the worklist. */
const urgency = { 'at-risk': 1, lapsed: 2, call: 3 } as const;

const worklistKeys = (item: z.infer<typeof fields>): readonly [string, string] | undefined => {
  const { stage, since } = item.recording;
  const rank =
    stage === 'at-risk' || stage === 'lapsed'
      ? urgency[stage]
      : item.task === 'call'
        ? urgency.call
        : undefined;
  return rank === undefined
    ? undefined
    : [key('CENTRE', item.centre, 'WORKLIST'), key(rank, since, item.patient)];
};

export const state = entity({
  type: 'state',
  describes: 'A patient: identity, recording and delivery status, plan in force, open bleeds, next check.',
  template: { pk: 'CENTRE#{centre}#PATIENT#{patient}', sk: 'STATE' },
  fields,
  key: ({ centre, patient }: { centre: string; patient: string }) => ({
    pk: diaryKey(centre, patient),
    sk: 'STATE',
  }),
  indexes: (item) => ({
    roster: [
      key('CENTRE', item.centre, 'ROSTER'),
      key(fold(`${item.identity.familyName} ${item.identity.givenName}`), item.patient),
    ],
    due:
      item.recording.nextCheckAt === undefined
        ? undefined
        : [key('DUE', shardOf(item.patient)), key(item.recording.nextCheckAt, item.centre, item.patient)],
    worklist: worklistKeys(item),
  }),
  retention: {
    keep: 'until erasure, which a person decides',
    why: 'The treatment record steers care; a tombstone stays for traceability.',
  },
  readers: 'The patient, linked carers and the centre’s staff; the sweep.',
});
