import * as z from 'zod';
import { lateAct } from '#contracts/late.ts';
import { id, instant } from '#contracts/text.ts';
import { entity } from '../entity.ts';
import { diaryKey, key } from '../key.ts';

export const LATE_ROOM = 'LATE';
/** Beside the requests: somebody's record waits for a decision. */
const RANK = 4;

export const late = entity({
  type: 'late',
  describes:
    'An act made before a link or the consent ended that arrived after it: no part of the diary until the centre takes it in.',
  template: { pk: 'CENTRE#{centre}#PATIENT#{patient}#LATE', sk: 'ACT#{late}' },
  fields: z.object({
    centre: id,
    patient: id,
    late: id,
    account: id,
    madeAt: instant,
    receivedAt: instant,
    /** The act as it would have been sent; of a photo that was decided about, without its picture. */
    made: lateAct,
    decided: z
      .object({ at: instant, by: id, decision: z.enum(['take-in', 'discard']), reason: z.string() })
      .optional(),
  }),
  key: (ids: { centre: string; patient: string; late: string }) => ({
    pk: key(...diaryKey(ids.centre, ids.patient).split('#'), LATE_ROOM),
    sk: key('ACT', ids.late),
  }),
  indexes: (item) => ({
    worklist:
      item.decided === undefined
        ? [key('CENTRE', item.centre, 'WORKLIST'), key(RANK, item.receivedAt, item.patient, item.late)]
        : undefined,
  }),
  retention: { keep: 'as long as the diary', why: 'What was decided about it, and why, stays answerable.' },
  readers: 'The centre’s staff.',
});
