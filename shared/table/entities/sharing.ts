import * as z from 'zod';
import { withheldFrom } from '#contracts/sharing.ts';
import { day, id, instant, zone } from '#contracts/text.ts';
import { ENTRY_KINDS, WITHHELD_KINDS } from '#domain/vocabulary.ts';
import { entity } from '../entity.ts';
import { diaryKey, key } from '../key.ts';

interface Diary {
  centre: string;
  patient: string;
}

/** A place on the worklist behind everything else: a date to look at something again. */
export const REVIEW_RANK = 6;

export const grant = entity({
  type: 'grant',
  describes: 'What another centre may do in this diary, from which day to which, and why.',
  template: { pk: 'CENTRE#{centre}#PATIENT#{patient}', sk: 'GRANT#{grantee}' },
  fields: z.object({
    centre: id,
    patient: id,
    /** The other centre. */
    grantee: id,
    granteeName: z.string(),
    /** Copies, so that the other centre's list of what is shared with it is one query, and shows nothing else. */
    centreName: z.string(),
    givenName: z.string(),
    familyName: z.string(),
    birthDate: day,
    homeZone: zone,
    mayRecord: z.boolean(),
    startsOn: day,
    /** From this day on, in the patient's home zone, the other centre sees nothing. */
    endsOn: day,
    reason: z.string(),
    endedAt: instant.optional(),
    /** Why it was ended before its time. */
    endReason: z.string().optional(),
  }),
  key: (ids: Diary & { grantee: string }) => ({
    pk: diaryKey(ids.centre, ids.patient),
    sk: key('GRANT', ids.grantee),
  }),
  indexes: (item) => ({
    account:
      item.endedAt === undefined
        ? [key('CENTRE', item.grantee, 'SHARED'), key(item.centre, item.patient)]
        : undefined,
  }),
  retention: { keep: 'as long as the diary', why: 'Who could see it, and when, stays answerable.' },
  readers: 'The patient, linked carers, the centre’s staff; the staff of the other centre while it lasts.',
});

export const withheld = entity({
  type: 'withheld',
  describes:
    'That something in this diary is not shown to certain people or centres, why, and until when at first.',
  template: { pk: 'CENTRE#{centre}#PATIENT#{patient}', sk: 'PROTECTED#{what}#{about}' },
  fields: z.object({
    centre: id,
    patient: id,
    what: z.enum(WITHHELD_KINDS),
    /** The id of the entry, the log line or the account whose addresses they are; `patient` for the patient's own; `home` for the home zone. */
    about: id,
    /** Random: makes the id that stands for a withheld entry when a reader names it, and that they can't work out. */
    salt: z.string(),
    /** What kind of entry it is: an entry that accounts for doses changes more than one that doesn't. */
    entryKind: z.enum(ENTRY_KINDS).optional(),
    /** The day of the entry or the log line, by which the centre's page finds it. */
    on: day.optional(),
    /** When the log line was written: lines are found by it. */
    at: instant.optional(),
    from: withheldFrom,
    reason: z.string(),
    /** The day on which the centre looks at it again. It stays withheld until a person lifts it. */
    reviewOn: day,
    /** Copy of the patient's name for the worklist. */
    name: z.string(),
    /** It is shown again. The item stays, so that the same act sent twice is known. */
    lifted: z.literal(true).optional(),
  }),
  key: (ids: Diary & { what: string; about: string }) => ({
    pk: diaryKey(ids.centre, ids.patient),
    sk: key('PROTECTED', ids.what, ids.about),
  }),
  indexes: (item) => ({
    worklist:
      item.lifted === true
        ? undefined
        : [key('CENTRE', item.centre, 'WORKLIST'), key(REVIEW_RANK, item.reviewOn, item.patient, item.about)],
  }),
  retention: { keep: 'as long as the diary', why: 'What protects a person lasts until a person ends it.' },
  readers: 'The centre’s staff.',
});
