import * as z from 'zod';
import { id, instant } from '#contracts/text.ts';
import { entity } from '../entity.ts';
import { diaryKey, key } from '../key.ts';

/** In the diary that the account is linked to first, so that its mail and its audit are one write with it. */
export const addressChange = entity({
  type: 'address-change',
  describes: 'A new mail address of an account, until its owner has entered the code that was mailed there.',
  template: { pk: 'CENTRE#{centre}#PATIENT#{patient}', sk: 'ADDRESS#{account}' },
  fields: z.object({
    centre: id,
    patient: id,
    account: id,
    email: z.string(),
    hash: z.string(),
    endsAt: instant,
    /** The old address was told. */
    toldAt: instant.optional(),
    /** The act that entered the code: sent again, it is still the same act. */
    doneIn: z.string().optional(),
  }),
  key: (ids: { centre: string; patient: string; account: string }) => ({
    pk: diaryKey(ids.centre, ids.patient),
    sk: key('ADDRESS', ids.account),
  }),
  retention: { keep: 'two days', why: 'An address counts only once its owner has shown that it is theirs.' },
  readers: 'The session function.',
});
