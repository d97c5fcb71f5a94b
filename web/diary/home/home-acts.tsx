import type { VNode } from 'preact';
import { lazy } from '../../shared/router/lazy.tsx';
import type { OpenDiary } from '../parts/diary-page.tsx';
import { Acts } from './acts.tsx';
import { OpenBleeds } from './open-bleeds.tsx';
import { RecordingStatus } from './recording-status.tsx';
import { SharedWith } from './shared-with.tsx';

type Notices = NonNullable<OpenDiary['view']['stockNotices']>;

/** Loaded only where there is something to say of the boxes. */
const StockNotices = lazy<{ readonly notices: Notices; readonly today: string }>(() =>
  import('./stock-notices.tsx').then((module) => module.StockNotices),
);
const NeedsALook = lazy<OpenDiary>(() => import('./needs-a-look.tsx').then((module) => module.NeedsALook));

/** Beside the calendar: what can be recorded, what is asked, and where recording stands. */
export function HomeActs({ link, view }: OpenDiary): VNode {
  const { batchesMissing = [], twins = [], stockNotices = [] } = view;
  return (
    <>
      <Acts link={link} view={view} />
      {batchesMissing.length + twins.length > 0 && <NeedsALook link={link} view={view} />}
      <OpenBleeds link={link} view={view} />
      {stockNotices.length > 0 && <StockNotices notices={stockNotices} today={view.today} />}
      <RecordingStatus view={view} />
      <SharedWith view={view} />
    </>
  );
}
