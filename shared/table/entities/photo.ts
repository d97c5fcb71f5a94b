import * as z from 'zod';
import { id, instant } from '#contracts/text.ts';
import { PHOTO_TYPES } from '#domain/photo.ts';
import { entity } from '../entity.ts';
import { diaryKey, key } from '../key.ts';

interface Ids {
  readonly centre: string;
  readonly patient: string;
  readonly photo: string;
}

const readers = 'The patient, linked carers and the centre’s staff.';

export const photo = entity({
  type: 'photo',
  describes: 'That a bleed has a photo; stays, without the picture, when it is removed.',
  // Between links and plans: what a month needs to know of a patient is one query.
  template: { pk: 'CENTRE#{centre}#PATIENT#{patient}', sk: 'PHOTO#{photo}' },
  fields: z.object({
    centre: id,
    patient: id,
    photo: id,
    /** The bleed it shows. */
    bleed: id,
    contentType: z.enum(PHOTO_TYPES),
    bytes: z.int(),
    removedAt: instant.optional(),
  }),
  key: ({ centre, patient, photo: one }: Ids) => ({ pk: diaryKey(centre, patient), sk: key('PHOTO', one) }),
  retention: { keep: 'until erasure', why: 'Part of the treatment record.' },
  readers,
});

export const picture = entity({
  type: 'picture',
  describes: 'The picture of a photo, apart from what is read with every month.',
  template: { pk: 'CENTRE#{centre}#PATIENT#{patient}', sk: 'BLEEDPICTURE#{photo}' },
  fields: z.object({
    centre: id,
    patient: id,
    photo: id,
    /** Base64: one item holds 400 KB, which is why a photo is scaled down to less. */
    data: z.string(),
  }),
  key: ({ centre, patient, photo: one }: Ids) => ({
    pk: diaryKey(centre, patient),
    sk: key('BLEEDPICTURE', one),
  }),
  retention: {
    keep: 'until it is removed or the diary erased',
    why: 'A picture of a body is nobody’s to keep.',
  },
  readers,
});

export const photoTurn = entity({
  type: 'photo-turn',
  describes:
    'Whose turn it is to add a photo to a bleed: two that come at once are counted one after the other.',
  // Not among what a month reads.
  template: { pk: 'CENTRE#{centre}#PATIENT#{patient}', sk: 'BLEEDTURN#{bleed}' },
  fields: z.object({ centre: id, patient: id, bleed: id }),
  key: ({ centre, patient, bleed }: Omit<Ids, 'photo'> & { readonly bleed: string }) => ({
    pk: diaryKey(centre, patient),
    sk: key('BLEEDTURN', bleed),
  }),
  retention: { keep: 'a day', why: 'Only for photos that come at the same time.' },
  readers: 'Nobody.',
});
