import * as z from 'zod';
import { PHOTO_MOST_BYTES, PHOTO_TYPES } from '#domain/photo.ts';
import { diaryEntryParams } from './diary.ts';
import { act, id } from './text.ts';

/** `id` is the bleed’s. */
export const photoParams = diaryEntryParams.extend({ photo: id });

const base64 = z
  .string()
  .max(Math.ceil(PHOTO_MOST_BYTES / 3) * 4, 'too-long')
  .regex(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/, 'not-a-photo');

export const photoBody = z.strictObject({ ...act, contentType: z.enum(PHOTO_TYPES), data: base64 });
export type PhotoBody = z.infer<typeof photoBody>;

export const photo = z.object({ id, contentType: z.enum(PHOTO_TYPES), data: z.string() });
export type Photo = z.infer<typeof photo>;

export const photoVoidBody = z.strictObject({ ...act });
