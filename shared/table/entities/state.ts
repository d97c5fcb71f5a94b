import * as z from 'zod';
import { day, id, instant, zone } from '#contracts/text.ts';
import { amount, container, product, when } from '#contracts/entries.ts';
import { regimen } from '#contracts/plan.ts';
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

export const planCopy = z.object({ id, effectiveOn: day, regimens: z.array(regimen) });

/** What accounts for days and doses, kept on the state only while recording is not up to date. */
export const evidence = z.object({
  id,
  kind: z.enum(['treatment', 'not-taken', 'confirmation']),
  from: day,
  to: day,
  productId: z.string().optional(),
  productClass: z.string().optional(),
  nonFactor: z.boolean().optional(),
  reason: z.enum(REASON_IDS).optional(),
});

export const openDose = z.object({ day, ordinal: z.int(), productId: z.string() });

export const recordingState = z.object({
  stage: z.enum(RECORDING_STAGES),
  since: instant.optional(),
  dueAt: instant.optional(),
  /** One lapse from due until recording is up to date again; names it in mails and transitions. */
  lapseId: z.string().optional(),
  openDoses: z.array(openDose),
  lastAccountedDay: day.optional(),
  /** Local days on which a reminder of this lapse went out and was not returned. */
  remindedOn: z.array(day),
  /** Set when mail can't do it: someone rings or writes. */
  task: z.enum(['call', 'decide', 'none']),
  calledAt: instant.optional(),
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
  pause: z.object({ from: day, to: day, reason: z.enum(PAUSE_REASONS) }).optional(),
  stopped: z.object({ reason: z.enum(STOP_REASONS), at: instant }).optional(),
  /** The newest paper form that arrived; it accounts for its period until it is typed in. */
  paperForm: z.object({ from: day, to: day, receivedOn: day }).optional(),
  /** Home delivery or home therapy began: the recording clock doesn't start before. */
  clockFrom: day.optional(),
  /** The plan in force and those to come. */
  plans: z.array(planCopy),
  evidence: z.array(evidence).optional(),
  openBleeds: z.array(openBleed),
  lastTreatment: lastTreatment.optional(),
  lastEntryAt: instant.optional(),
  nextCheckAt: instant.optional(),
});

/** Lower is more urgent on the worklist. */
const urgency = { 'at-risk': 1, lapsed: 2, call: 3 } as const;

const worklistKeys = (item: z.infer<typeof fields>): readonly [string, string] | undefined => {
  const { stage, task, since } = item.recording;
  const rank =
    stage === 'at-risk' || stage === 'lapsed' ? urgency[stage] : task === 'call' ? urgency.call : undefined;
  if (rank === undefined || since === undefined) return undefined;
  return [key('CENTRE', item.centre, 'WORKLIST'), key(rank, since, item.patient)];
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
      item.nextCheckAt === undefined
        ? undefined
        : [key('DUE', shardOf(item.patient)), key(item.nextCheckAt, item.centre, item.patient)],
    worklist: worklistKeys(item),
  }),
  retention: {
    keep: 'until erasure, which a person decides',
    why: 'The treatment record steers care; a tombstone stays for traceability.',
  },
  readers: 'The patient, linked carers and the centre’s staff; the sweep.',
});
