import type { OpenDiary } from './diary-page.tsx';

/** Whether the person may record in this diary now; the API decides, this only hides what would be refused. */
export const mayRecordIn = ({ link, view }: OpenDiary): boolean =>
  link.mayRecord && view.recording.stage !== 'stopped';
