import { photo, picture } from '#table/entities/photo.ts';
import type { Stored } from '#table/entity.ts';
import { created, type Stamp } from '#table/item.ts';
import type { DiaryIds } from '#usecases/diary/may-write.ts';
import type { Context } from '#usecases/ports/context.ts';
import type { Act } from '#usecases/ports/store.ts';

/**
 * The photos of a bleed that changes diaries go with it, in the same act: a picture of one body is not kept in the diary
 * of another. They get ids of their own there, because theirs stay with what was removed.
 *
 * @param photos those of the diary that the bleed leaves
 */
export const movedPhotos = async (
  { store, newId }: Pick<Context, 'store' | 'newId'>,
  photos: readonly Stored<typeof photo>[],
  bleed: { readonly here: string; readonly there: string },
  to: DiaryIds,
  stamp: Stamp,
): Promise<Act[]> => {
  const shown = photos.filter((one) => one.bleed === bleed.here && one.removedAt === undefined);
  const acts = await Promise.all(
    shown.map(async (before): Promise<Act[]> => {
      const held = await store.get(picture, picture.key(before));
      if (held === undefined) return [];
      const { contentType, bytes } = before;
      const ids = { centre: to.centre, patient: to.patient, photo: newId() };
      const put = { act: 'put', label: 'photo', over: 'absent' } as const;
      return [
        {
          act: 'update',
          label: 'photo',
          key: photo.key(before),
          set: {
            removedAt: stamp.at,
            updatedAt: stamp.at,
            updatedBy: stamp.by,
            mutationId: stamp.mutationId,
          },
          when: [{ path: 'removedAt', is: 'absent' }],
        },
        { act: 'remove', label: 'photo', key: picture.key(before) },
        {
          ...put,
          entity: photo,
          item: { ...ids, bleed: bleed.there, contentType, bytes, ...created(stamp) },
        },
        { ...put, entity: picture, item: { ...ids, data: held.data, ...created(stamp) } },
      ];
    }),
  );
  return acts.flat();
};
