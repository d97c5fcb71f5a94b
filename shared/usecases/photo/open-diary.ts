import { state } from '#table/entities/state.ts';
import { fromItem } from '#table/item.ts';
import { closed, whileOpen } from '#usecases/diary/closed.ts';
import type { DiaryIds } from '#usecases/diary/may-write.ts';
import type { Act, Refused } from '#usecases/ports/store.ts';
import type { Result } from '#usecases/result.ts';

const LABEL = 'open-diary';

/** Checks in the write of a photo that its diary is open, as every other entry's write does. */
export const openDiary = (diary: DiaryIds): Act => ({
  act: 'check',
  label: LABEL,
  key: state.key(diary),
  when: whileOpen,
});

/** Why it is not, if that is why the write was refused. */
export const whyClosed = (refused: readonly Refused[]): Result<never> | undefined => {
  const found = refused.find(({ label }) => label === LABEL)?.found;
  return found === undefined ? undefined : closed(fromItem(state, found));
};
