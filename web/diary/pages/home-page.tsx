import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { Failed } from '../../shared/components/failed.tsx';
import { Notice } from '../../shared/components/notice.tsx';
import { Page } from '../../shared/components/page.tsx';
import { dayWords } from '../../shared/dates/day-words.ts';
import { deviceZone, localNow } from '../../shared/dates/days.ts';
import { lazy } from '../../shared/router/lazy.tsx';
import { diaryWords as words } from '../../shared/words/en/diary.ts';
import { Acts } from '../home/acts.tsx';
import { DiaryChooser } from '../home/diary-chooser.tsx';
import { MonthSection } from '../home/month-section.tsx';
import { OpenBleeds } from '../home/open-bleeds.tsx';
import { RecordingStatus } from '../home/recording-status.tsx';
import { SharedWith } from '../home/shared-with.tsx';
import { SavedNotice } from '../home/saved-notice.tsx';
import { clock } from '../state/clock.ts';
import { PendingStrip } from '../waiting/pending-strip.tsx';
import { person } from '../state/me.ts';
import { months } from '../state/months.ts';
import type { MonthView } from '#contracts/diary.ts';

/** Loaded only where there is something to say of the boxes. */
const StockNotices = lazy<{ readonly notices: NonNullable<MonthView['stockNotices']> }>(() =>
  import('../home/stock-notices.tsx').then((module) => module.StockNotices),
);

const ClockNotice = lazy(() => import('../waiting/clock-notice.tsx').then((module) => module.ClockNotice));
const NeedsALook = lazy(() => import('../home/needs-a-look.tsx').then((module) => module.NeedsALook));

/** Today, the one big button, and this month. */
export function HomePage(): VNode {
  const link = person.link.value;
  const month = months.shown.value;
  const view = months.view.value;
  const any = months.any.value;
  const failure = months.failureOf(month);
  useEffect(() => {
    if (view === undefined) void months.read(month);
  }, [month, link]);
  if (link === undefined) {
    return (
      <Page title={words.nav.home}>
        <p>{words.noDiaries}</p>
      </Page>
    );
  }
  const needsALook = any !== undefined && (any.batchesMissing?.length ?? 0) + (any.twins?.length ?? 0) > 0;
  const today = any?.today ?? localNow(deviceZone()).day;
  return (
    <Page title={link.relation === 'self' ? words.yourDiary : words.diaryOf(link.firstName)}>
      <DiaryChooser open={link} />
      <p class="today">{words.todayIs(dayWords.long(today))}</p>
      <SavedNotice link={link} />
      <PendingStrip />
      {clock.ahead.value !== undefined && <ClockNotice />}
      {!link.confirmed && <Notice>{words.unconfirmed}</Notice>}
      <div class="home">
        <div class="home-acts">
          {any === undefined ? <div class="acts-space" /> : <Acts link={link} view={any} />}
          {needsALook && <NeedsALook link={link} view={any} />}
          {any !== undefined && <OpenBleeds link={link} view={any} />}
          {any?.stockNotices !== undefined && any.stockNotices.length > 0 && (
            <StockNotices notices={any.stockNotices} />
          )}
          {any !== undefined && <RecordingStatus view={any} />}
          {any !== undefined && <SharedWith view={any} />}
        </div>
        <div class="home-month">
          {view === undefined && failure !== undefined && (
            <Failed failure={failure} onRetry={() => void months.read(month)} />
          )}
          <MonthSection link={link} view={view} today={today} />
        </div>
      </div>
      <p>
        <a href="/access-log">{words.whoLooked}</a>
      </p>
    </Page>
  );
}
