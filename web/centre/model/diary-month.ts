import type { MonthView } from '#contracts/diary.ts';

/** What a month shows of any diary: one of this centre, or one that another centre shares with it. */
export type DiaryMonth = Omit<MonthView, 'recording' | 'delivery' | 'channel' | 'sharedWith'>;
