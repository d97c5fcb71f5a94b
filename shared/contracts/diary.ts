import * as z from 'zod';
import { EASY_READ_PICTURES } from '#domain/easy-read.ts';
import { LANGUAGES } from '#domain/languages.ts';
import {
  BLEED_SITES,
  CHANNELS,
  DELIVERY_STATUSES,
  DIAGNOSES,
  RECORDING_STAGES,
  RELATIONS,
  SIDES,
} from '#domain/vocabulary.ts';
import { bleed, entry, treatment, when } from './entries.ts';
import { plan } from './plan.ts';
import { heldBatch, stockNotice } from './stock.ts';
import { day, id, instant, month, phone, zone } from './text.ts';

/** A few short sentences that belong to one picture. */
export const easyReadPart = z.object({
  picture: z.enum(EASY_READ_PICTURES),
  sentences: z.array(z.string()),
});

/** What a person sees of the privacy statement before signing in or agreeing. */
export const statement = z.object({
  version: z.int().min(1),
  publishedOn: day,
  /** What changed since the version before, in a sentence or two. */
  changes: z.string(),
  sections: z.array(z.object({ heading: z.string(), paragraphs: z.array(z.string()) })),
  /** The same in short sentences with pictures; absent where the registry has published none. */
  easyRead: z.array(easyReadPart).optional(),
});
export type Statement = z.infer<typeof statement>;

/** A published version as anybody may read of it. */
export const statementVersion = statement.pick({ version: true, publishedOn: true, changes: true });
export type StatementVersion = z.infer<typeof statementVersion>;

/** What an account answered to a version, and when. */
export const statementAnswered = z.object({ version: z.int(), agreed: z.boolean(), at: instant });

export const link = z.object({
  centre: id,
  centreName: z.string(),
  patient: id,
  /** The patient's first name: the button says "Save for …" where there is more than one. */
  firstName: z.string(),
  relation: z.enum(RELATIONS),
  mayRecord: z.boolean(),
  confirmed: z.boolean(),
});

export const me = z.object({
  account: id,
  username: z.string(),
  statement: z.object({
    current: z.int(),
    agreed: z.int().optional(),
    needed: z.boolean(),
    /** Each answer, the newest first; of answers before days were kept there is none. */
    answers: z.array(statementAnswered).optional(),
  }),
  diaries: z.array(link),
  /** What the account prefers, on every device; what it never said is left out. */
  preferences: z.object({ language: z.enum(LANGUAGES).optional() }),
});
export type Me = z.infer<typeof me>;

/** What is left out stays as it is. */
export const preferencesBody = z.strictObject({
  mutationId: id,
  /** The language of pages and mails. */
  language: z.enum(LANGUAGES).optional(),
});

export const statementAnswer = z.strictObject({
  mutationId: id,
  version: z.int().min(1),
  agreed: z.boolean(),
});

/** Why recording stands where it stands, as codes and dates; the words are the page's. */
export const recordingStatus = z.object({
  stage: z.enum(RECORDING_STAGES),
  since: instant,
  /** The day recording becomes, or became, due. */
  dueOn: day.optional(),
  openDoses: z.array(z.object({ day, ordinal: z.int(), productId: id, productName: z.string() })),
  pausedUntil: day.optional(),
  /** What comes next if nothing is recorded, and on which day. */
  next: z.object({ stage: z.enum(RECORDING_STAGES), on: day }).optional(),
});
export type RecordingStatus = z.infer<typeof recordingStatus>;

export const plannedDose = z.object({
  day,
  ordinal: z.int().min(1),
  productId: id,
  productName: z.string(),
  amount: z.object({ value: z.number(), unit: z.string(), moiety: z.string() }),
  state: z.enum(['recorded', 'not-taken', 'open', 'ahead']),
});

export const centreContact = z.object({
  name: z.string(),
  phone,
  email: z.string(),
  /** Answered day and night, for emergencies. */
  emergencyPhone: phone,
});

export const monthView = z.object({
  month,
  today: day,
  homeZone: zone,
  firstName: z.string(),
  channel: z.enum(CHANNELS),
  centre: centreContact,
  recording: recordingStatus,
  delivery: z.enum(DELIVERY_STATUSES),
  /** For the emergency card; the factor level as the centre wrote it. */
  condition: z.object({ diagnosis: z.enum(DIAGNOSES), factorLevel: z.string().optional() }).optional(),
  plan: plan.optional(),
  planned: z.array(plannedDose),
  entries: z.array(entry),
  openBleeds: z.array(bleed.pick({ id: true, site: true, side: true, startedAt: true, severity: true })),
  /** Bleeds that a new one may be a continuation of, with what the rule for that needs. */
  recentBleeds: z
    .array(
      z.object({
        id,
        site: z.enum(BLEED_SITES),
        side: z.enum(SIDES),
        /** As it was entered. */
        startedAt: when,
        startedInstant: instant,
        endedInstant: instant.optional(),
        /** When the last treatment that names it was given. */
        lastTreatedInstant: instant.optional(),
      }),
    )
    .optional(),
  /** Photos of bleeds, by the ids under which they are read. */
  photos: z.array(z.object({ id, bleed: id })).optional(),
  /** Treatments of the last weeks whose batch nobody has said yet. */
  batchesMissing: z.array(z.object({ id, day, month, productName: z.string() })).optional(),
  /** Two entries of different people that may be one dose: both are told. */
  twins: z
    .array(
      z.object({
        day,
        productName: z.string(),
        entries: z.array(z.object({ id, month, time: z.string(), recordedBy: z.string() })).length(2),
      }),
    )
    .optional(),
  /** What "repeat the last treatment" starts from. */
  lastTreatment: treatment
    .pick({
      product: true,
      productName: true,
      containers: true,
      amount: true,
      reason: true,
      place: true,
      fromHomeStock: true,
      day: true,
    })
    .optional(),
  /** What is at home of each batch, nearest last day first; missing where nobody counts it. */
  stock: z.array(heldBatch).optional(),
  /** When it was last counted: what was given before that is in the count. */
  stockCountedAt: instant.optional(),
  /** What is to be said of the stock today, the most urgent first. */
  stockNotices: z.array(stockNotice).optional(),
  /** The other centres that may see this diary, or will: nobody looks in unknown to the patient. */
  sharedWith: z.array(
    z.object({
      centreName: z.string(),
      mayRecord: z.boolean(),
      startsOn: day,
      /** From this day on they see nothing more. */
      endsOn: day,
      reason: z.string(),
    }),
  ),
  /** Sites that show the emergency prompt, as the centre's policy has them. */
  emergencySites: z.array(z.string()),
});
export type MonthView = z.infer<typeof monthView>;

/** What a device keeps to show without a connection: the month asked for and the two before it. */
export const copy = z.object({ months: z.array(monthView) });
export type Copy = z.infer<typeof copy>;

export const diaryParams = z.strictObject({ c: id, p: id });
export const diaryEntryParams = diaryParams.extend({ id });
export const monthQuery = z.strictObject({ month });
