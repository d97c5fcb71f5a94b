/** What Home shows of a diary that has been read, one chunk: it is fetched beside the diary. */
export { CalendarKey } from '../calendar/calendar-key.tsx';
export { DayDetails } from '../calendar/day-details.tsx';
export { CopyNotice } from '../waiting/copy-notice.tsx';
export { PendingStrip } from '../waiting/pending-strip.tsx';
export { DiaryChooser } from './diary-chooser.tsx';
export { HomeActs } from './home-acts.tsx';
export { SavedNotice } from './saved-notice.tsx';
