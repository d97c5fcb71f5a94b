import { announce } from '../../shared/components/announce.ts';
import { monthOf } from '../../shared/dates/days.ts';
import { diaryWords } from '../../shared/words/en/diary.ts';
import { offlineWords } from '../../shared/words/en/offline.ts';
import { lastSaved } from './last-saved.ts';
import { months } from './months.ts';

interface Given {
  readonly what: string;
  readonly id: string;
  readonly version: number;
  readonly day: string;
  /** A bleed that was recorded in the same act. */
  readonly newBleedId?: string | undefined;
  readonly folder?: 'treatments' | 'bleeds';
  /** `kept`: on this device until it can be sent. */
  readonly how: 'sent' | 'kept';
}

/** After a save: the day is shown, the month read again, and Undo and Edit are offered for ten seconds. */
export function finishSave({ what, id, version, newBleedId, day, folder, how }: Given): void {
  lastSaved.value = {
    what,
    isKept: how === 'kept',
    // Taking out a corrected entry would not bring back what stood there before, so there is nothing to undo.
    entries:
      version > 1
        ? []
        : [{ id, version }, ...(newBleedId === undefined ? [] : [{ id: newBleedId, version: 1 }])],
    ...(folder === undefined ? {} : { editAt: `/${folder}/${monthOf(day)}/${id}` }),
  };
  announce(how === 'kept' ? offlineWords.keptTitle(what) : diaryWords.savedTitle(what));
  months.chooseDay(day);
  if (how === 'sent') void months.changed();
}
