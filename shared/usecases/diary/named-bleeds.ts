import { entry } from '#table/entities/diary.ts';
import type { Act, Refused } from '#usecases/ports/store.ts';
import { fail, type Result } from '#usecases/result.ts';
import type { DiaryIds } from './may-write.ts';

const LABEL = /^bleed-(\d+)$/;

/**
 * Checks for the write of a treatment that each bleed it names is in the same diary: a treatment for a bleed that
 * nobody can find would count for none. One taken out since still counts as there: what it was given for stays true.
 *
 * @param bleeds as they are stored, so that one withheld from the caller is refused like one that isn't there
 * @param known bleeds that need no check: one made by the same write, or named by the version before
 */
export const bleedsAreThere = (
  diary: DiaryIds,
  bleeds: readonly string[],
  known: readonly (string | undefined)[],
): readonly Act[] =>
  bleeds.flatMap((bleed, place): Act[] =>
    known.includes(bleed)
      ? []
      : [
          {
            act: 'check',
            label: `bleed-${String(place)}`,
            key: entry.key({ ...diary, entry: bleed }),
            when: [{ path: 'data.kind', is: '=', to: 'bleed' }],
          },
        ],
  );

/** Which of the named bleeds is not there, if that is why the write was refused. */
export const missingBleeds = (refused: readonly Refused[]): Result<never> | undefined => {
  const places = refused.flatMap(({ label }) => LABEL.exec(label)?.[1] ?? []);
  return places.length === 0
    ? undefined
    : fail('invalid', {
        fields: places.map((place) => ({ pointer: `/bleeds/${place}`, reason: 'not-there' })),
      });
};
