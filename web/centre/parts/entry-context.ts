import type { MonthView } from '#contracts/diary.ts';
import type { EntryAct } from '../model/entry-act.ts';

/** What every form of the transcription knows, and what it does once an entry is kept. */
export interface EntryContext {
  readonly patient: string;
  readonly view: MonthView;
  readonly source: EntryAct['source'];
  /** Says what was saved, in words. */
  readonly onSaved: (text: string) => void;
}
