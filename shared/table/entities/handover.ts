import * as z from 'zod';
import { day, id, instant } from '#contracts/text.ts';
import { entity } from '../entity.ts';
import { shardOf } from '../fold.ts';
import { diaryKey, key } from '../key.ts';

/** On the worklist beside links to confirm. */
const RANK = 4;

export const handover = entity({
  type: 'handover',
  describes:
    'That a young person reaches the age of an own account, and that the centre has handed the diary over.',
  template: { pk: 'CENTRE#{centre}#PATIENT#{patient}', sk: 'HANDOVER' },
  fields: z.object({
    centre: id,
    patient: id,
    /** Family name and given name, for the worklist. */
    name: z.string(),
    age: z.int(),
    dueOn: day,
    /** When the centre is asked: that morning at the patient’s home. */
    dueAt: instant,
    askedAt: instant.optional(),
    doneAt: instant.optional(),
  }),
  key: ({ centre, patient }: { centre: string; patient: string }) => ({
    pk: diaryKey(centre, patient),
    sk: 'HANDOVER',
  }),
  indexes: ({ centre, patient, dueAt, askedAt, doneAt }) => ({
    due:
      askedAt === undefined && doneAt === undefined
        ? [key('DUE', shardOf(patient)), key(dueAt, centre, patient, 'HANDOVER')]
        : undefined,
    worklist:
      askedAt === undefined || doneAt !== undefined
        ? undefined
        : [key('CENTRE', centre, 'WORKLIST'), key(RANK, askedAt, patient)],
  }),
  retention: { keep: 'as long as the diary', why: 'When it was handed over stays answerable.' },
  readers: 'The centre’s staff; the sweep.',
});
