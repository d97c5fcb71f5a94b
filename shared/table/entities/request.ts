import * as z from 'zod';
import { id, instant } from '#contracts/text.ts';
import { REQUEST_KINDS, REQUEST_STATES } from '#domain/vocabulary.ts';
import { entity } from '../entity.ts';
import { diaryKey, key } from '../key.ts';

/** Beside the accounts to confirm: somebody waits for an answer. */
const RANK = 4;

export const request = entity({
  type: 'request',
  describes: 'What somebody of a diary asked its centre for, and what the centre said to that.',
  template: { pk: 'CENTRE#{centre}#PATIENT#{patient}', sk: 'REQUEST#{request}' },
  fields: z.object({
    centre: id,
    patient: id,
    request: id,
    /** Who asked, and reads the answer. */
    account: id,
    what: z.enum(REQUEST_KINDS),
    text: z.string().optional(),
    askedAt: instant,
    state: z.enum(REQUEST_STATES),
    /** When the centre first said that it had seen it. */
    seenAt: instant.optional(),
    decidedAt: instant.optional(),
    answer: z.string().optional(),
  }),
  key: (ids: { centre: string; patient: string; request: string }) => ({
    pk: diaryKey(ids.centre, ids.patient),
    sk: key('REQUEST', ids.request),
  }),
  indexes: (item) => ({
    worklist:
      item.state === 'decided'
        ? undefined
        : [key('CENTRE', item.centre, 'WORKLIST'), key(RANK, item.askedAt, item.patient, item.request)],
  }),
  retention: { keep: 'as long as the diary', why: 'What was asked and answered stays answerable.' },
  readers: 'The account that asked, and the centre’s staff.',
});
