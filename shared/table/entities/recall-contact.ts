import * as z from 'zod';
import { id } from '#contracts/text.ts';
import { RECALL_CONTACTS } from '#domain/stock/recall-words.ts';
import { entity } from '../entity.ts';
import { centreKey, key } from '../key.ts';

export const recallContact = entity({
  type: 'recall-contact',
  describes: 'How far one patient has been told of a recall.',
  template: { pk: 'CENTRE#{centre}', sk: 'RECALLED#{recall}#{patient}' },
  fields: z.object({
    centre: id,
    recall: id,
    patient: id,
    state: z.enum(RECALL_CONTACTS),
    /** The name of the member of staff. */
    by: z.string(),
    note: z.string().optional(),
  }),
  key: (ids: { centre: string; recall: string; patient: string }) => ({
    pk: centreKey(ids.centre),
    sk: key('RECALLED', ids.recall, ids.patient),
  }),
  retention: { keep: 'as long as the centre', why: 'Who was warned of what, and when, stays answerable.' },
  readers: 'The centre’s staff.',
});
