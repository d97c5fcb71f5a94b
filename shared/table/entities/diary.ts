import * as z from 'zod';
import { confirmationBody, bleedBody, notTakenBody, treatmentBody } from '#contracts/entries.ts';
import { statementAnswered } from '#contracts/diary.ts';
import { planBody } from '#contracts/plan.ts';
import { reminders } from '#contracts/reminders.ts';
import { day, id, instant, month } from '#contracts/text.ts';
import { LANGUAGES } from '#domain/languages.ts';
import { ENTRY_SOURCES, RELATIONS } from '#domain/vocabulary.ts';
import { entity } from '../entity.ts';
import { shardOf } from '../fold.ts';
import { diaryKey, key } from '../key.ts';
import { provenPassword } from './proof.ts';

type Diary = Record<'centre' | 'patient', string>;

const kept = { keep: 'until erasure', why: 'Part of the treatment record; history is never lost.' };
const family = 'The patient, linked carers and the centre’s staff.';

/** Kept beside the data, because not everybody who may read the entry may know of the other diary. */
const aside = { boxFrom: true } as const;

const sent = {
  mutationId: true,
  typedAt: true,
  clockAheadMinutes: true,
  passed: true,
  source: true,
} as const;

/** The four kinds of entry; what differs is under `data`, as it was sent. */
export const entryData = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('treatment'),
    ...treatmentBody.omit({ ...sent, ...aside, newBleed: true }).shape,
    productName: z.string(),
  }),
  z.object({ kind: z.literal('bleed'), ...bleedBody.omit(sent).shape }),
  z.object({ kind: z.literal('not-taken'), ...z.object(notTakenBody.shape).omit(sent).shape }),
  z.object({ kind: z.literal('confirmation'), ...z.object(confirmationBody.shape).omit(sent).shape }),
]);

export const entry = entity({
  type: 'entry',
  describes:
    'A treatment, bleed, not-taken mark or confirmation; those with a period stand once in each month they touch.',
  template: { pk: 'CENTRE#{centre}#PATIENT#{patient}', sk: 'ENTRY#{entry}[#{yyyy-mm}]' },
  fields: z.object({
    centre: id,
    patient: id,
    entry: id,
    /** Only on the second and later months of a period. */
    part: month.optional(),
    data: entryData,
    /** Local date-time (treatment, bleed) or first day in this month (periods): sorts the diary. */
    localAt: z.string(),
    /** The same as an instant, for exports and order between people. */
    instantAt: instant,
    /** The local day in the home zone it counts for. */
    day,
    source: z.enum(ENTRY_SOURCES),
    typedAt: instant,
    /** How far the device's clock was ahead, where it was more than ten minutes off. */
    clockAheadMinutes: z.int().optional(),
    receivedAt: instant,
    /** The questions the person saw and passed. */
    passed: z.array(z.string()),
    recordedBy: z.object({
      account: z.string(),
      staff: z.boolean(),
      /** The other centre they work at, where the diary is shared with it. */
      of: z.object({ centre: id, name: z.string() }).optional(),
    }),
    statementVersion: z.int().optional(),
    /** The diary whose boxes a treatment used; it has the stock movement of the same id. */
    boxFrom: z.object({ centre: id, patient: id }).optional(),
    /** What that movement is called where the treatment has changed diaries since, and its id with it. */
    lentAs: id.optional(),
    /** The act that recorded it: sent again after a correction, it is still the same act. */
    recordedIn: z.string().optional(),
    voided: z
      .object({ at: instant, by: z.string(), reason: z.string(), moved: z.literal(true).optional() })
      .optional(),
    /** It was moved here from another diary of the same account. */
    movedHere: z.literal(true).optional(),
  }),
  key: (ids: Diary & { entry: string; part?: string | undefined }) => ({
    pk: diaryKey(ids.centre, ids.patient),
    sk: ids.part === undefined ? key('ENTRY', ids.entry) : key('ENTRY', ids.entry, ids.part),
  }),
  indexes: (item) => ({
    timeline: key(item.localAt, item.data.kind, item.entry),
    centreTime: [
      key('CENTRE', item.centre, 'TIME', item.instantAt.slice(0, 7)),
      key(item.instantAt, item.patient, item.entry),
    ],
  }),
  retention: kept,
  readers: family,
});

export const use = entity({
  type: 'use',
  describes: 'One use of one batch by one treatment: what a recall is traced by.',
  template: { pk: 'CENTRE#{centre}#PATIENT#{patient}', sk: 'USE#{entry}#{n}' },
  fields: z.object({
    centre: id,
    patient: id,
    entry: id,
    n: z.int(),
    product: z.string(),
    /** As typed or scanned. */
    batch: z.string(),
    /** For matching only: see the domain’s normaliseBatch. */
    normalisedBatch: z.string(),
    treatedAt: instant,
  }),
  key: (ids: Diary & { entry: string; n: number }) => ({
    pk: diaryKey(ids.centre, ids.patient),
    sk: key('USE', ids.entry, ids.n),
  }),
  indexes: (item) => ({
    batch: [
      key('CENTRE', item.centre, 'BATCH', item.product, item.normalisedBatch),
      key('used', item.patient, item.treatedAt),
    ],
  }),
  retention: {
    keep: 'at least 30 years, also after erasure',
    why: 'Traceability of blood products and their substitutes.',
  },
  readers: 'The centre’s staff; recall traces.',
});

export const plan = entity({
  type: 'plan',
  describes: 'An immutable treatment plan with its effective day.',
  template: { pk: 'CENTRE#{centre}#PATIENT#{patient}', sk: 'PLAN#{effectiveOn}#{plan}' },
  fields: z.object({
    centre: id,
    patient: id,
    plan: id,
    ...planBody.omit({ mutationId: true, passed: true }).shape,
    /** When it was set: the later of two plans of one day is the correction. */
    setAt: instant,
    setBy: z.string(),
  }),
  key: (ids: Diary & { plan: string; effectiveOn: string }) => ({
    pk: diaryKey(ids.centre, ids.patient),
    sk: key('PLAN', ids.effectiveOn, ids.plan),
  }),
  retention: kept,
  readers: family,
});

export const consent = entity({
  type: 'consent',
  describes: 'A written consent of a guardian, or its revocation.',
  template: { pk: 'CENTRE#{centre}#PATIENT#{patient}', sk: 'CONSENT#{consent}' },
  fields: z.object({
    centre: id,
    patient: id,
    consent: id,
    change: z.enum(['given', 'revoked']),
    givenBy: z.string(),
    relation: z.enum(RELATIONS),
    on: day,
    formReference: z.string(),
  }),
  key: (ids: Diary & { consent: string }) => ({
    pk: diaryKey(ids.centre, ids.patient),
    sk: key('CONSENT', ids.consent),
  }),
  retention: kept,
  readers: 'The centre’s staff.',
});

export const link = entity({
  type: 'link',
  describes: 'An account’s link to this diary, with all that a write is checked against.',
  template: { pk: 'CENTRE#{centre}#PATIENT#{patient}', sk: 'LINK#{account}' },
  fields: z.object({
    centre: id,
    patient: id,
    account: id,
    username: z.string(),
    /** The patient’s first name and the centre’s name: copies, so that `GET /v1/me` is one query. */
    firstName: z.string(),
    centreName: z.string(),
    /** What the centre calls the person who holds the account. */
    name: z.string(),
    email: z.string().optional(),
    relation: z.enum(RELATIONS),
    mayRecord: z.boolean(),
    confirmed: z.boolean(),
    endedAt: instant.optional(),
    /** Copy of the patient’s consent; writes need `not-needed` or `given`. */
    consent: z.enum(['not-needed', 'needed', 'given', 'revoked']),
    /** When it was revoked last: what was made before that may still be handed over. */
    consentRevokedAt: instant.optional(),
    /** The newest statement this account agreed to. */
    statementAgreed: z.int().optional(),
    /** Each answer it gave, the oldest first. */
    statementAnswers: z.array(statementAnswered).optional(),
    /** What the account wants to be mailed about, and when that is looked at next. */
    reminders: reminders.optional(),
    nextReminderAt: instant.optional(),
    /** Tokens issued before this epoch second no longer write. */
    notBefore: z.int(),
    /** The centre ended every device that was signed in by then: each is told to forget what it keeps. */
    devicesEndedAt: instant.optional(),
    /** The account typed its password once more, for an act that asks for it. */
    proof: provenPassword.optional(),
    /** The language this account reads; its mails are written in it where we have it. */
    language: z.enum(LANGUAGES).optional(),
  }),
  key: (ids: Diary & { account: string }) => ({
    pk: diaryKey(ids.centre, ids.patient),
    sk: key('LINK', ids.account),
  }),
  indexes: (item) => ({
    account:
      item.endedAt === undefined ? [key('ACCOUNT', item.account), key(item.centre, item.patient)] : undefined,
    due:
      item.nextReminderAt === undefined || item.endedAt !== undefined
        ? undefined
        : [
            key('DUE', shardOf(item.patient)),
            key(item.nextReminderAt, item.centre, item.patient, item.account),
          ],
    worklist:
      item.confirmed || item.endedAt !== undefined
        ? undefined
        : [key('CENTRE', item.centre, 'WORKLIST'), key(4, item.account, item.patient)],
  }),
  retention: { keep: 'as long as the diary', why: 'Who could see it, and when, stays answerable.' },
  readers: 'The account itself and the centre’s staff.',
});
