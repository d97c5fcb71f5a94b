import type { DiaryMonth } from '../model/diary-month.ts';
import type { DiaryPlace } from '../model/diary-place.ts';
import type { EntryAct } from '../model/entry-act.ts';

/** What every form of the transcription knows, and what it does once an entry is kept. */
export interface EntryContext extends DiaryPlace {
  readonly view: DiaryMonth;
  readonly source: EntryAct['source'];
  /** Says what was saved, in words. */
  readonly onSaved: (text: string) => void;
}
