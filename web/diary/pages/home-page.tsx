import type { VNode } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { Failed } from '../../shared/components/failed.tsx';
import { Notice } from '../../shared/components/notice.tsx';
import { Page } from '../../shared/components/page.tsx';
import { dayWords } from '../../shared/dates/day-words.ts';
import { deviceDay } from '../../shared/dates/days.ts';
import { lazy } from '../../shared/router/lazy.tsx';
import { router } from '../../shared/router/router.ts';
import { diaryWords as words } from '../../shared/words/en/diary.ts';
import { MonthSection } from '../home/month-section.tsx';
import type { OpenDiary } from '../parts/diary-page.tsx';
import { clock } from '../state/clock.ts';
import { lastSaved } from '../state/last-saved.ts';
import { person } from '../state/me.ts';
import { months } from '../state/months.ts';
import { pending } from '../state/pending.ts';

const parts = () => import('../home/parts.ts');
/** Fetched beside what they show, so that nothing moves when they come. */
const HomeActs = lazy<OpenDiary>(() => parts().then((module) => module.HomeActs), { early: true });
const DiaryChooser = lazy<{ readonly open: OpenDiary['link'] }>(
  () => parts().then((module) => module.DiaryChooser),
  { early: true },
);
const SavedNotice = lazy<Pick<OpenDiary, 'link'>>(() => parts().then((module) => module.SavedNotice), {
  early: true,
});
const PendingStrip = lazy(() => parts().then((module) => module.PendingStrip), { early: true });
const ClockNotice = lazy(() => import('../waiting/clock-notice.tsx').then((module) => module.ClockNotice));

// Loaded early for who comes back: what this device keeps is there before the session is.
if (['/', '/sign-in'].includes(router.path.peek())) void months.open();

/** Today, the one big button, and this month. */
export function HomePage(): VNode {
  const link = person.link.value;
  const month = months.shown.value;
  const view = months.view.value;
  const any = months.any.value;
  const failure = months.failureOf(month);
  useEffect(() => {
    if (months.isWanted(month)) void months.read(month);
  }, [month, link]);
  // Not drawn again where only the month in sight is another.
  const acts = useMemo(
    () =>
      link === undefined || any === undefined ? (
        <div class="acts-space" />
      ) : (
        <HomeActs link={link} view={any} />
      ),
    [link, any],
  );
  if (link === undefined) {
    return (
      <Page title={words.nav.home}>
        <p>{words.noDiaries}</p>
      </Page>
    );
  }
  const today = any?.today ?? deviceDay();
  return (
    <Page title={link.relation === 'self' ? words.yourDiary : words.diaryOf(link.firstName)}>
      {person.hasSeveral.value && <DiaryChooser open={link} />}
      <p class="today">{words.todayIs(dayWords.long(today))}</p>
      {lastSaved.value !== undefined && <SavedNotice link={link} />}
      {pending.value.length > 0 && <PendingStrip />}
      {clock.ahead.value !== undefined && <ClockNotice />}
      {!link.confirmed && <Notice>{words.unconfirmed}</Notice>}
      <div class="home">
        <div class="home-acts">{acts}</div>
        <div class="home-month">
          {view === undefined && failure !== undefined && (
            <Failed failure={failure} onRetry={() => void months.read(month)} />
          )}
          <MonthSection link={link} view={view} today={today} />
        </div>
      </div>
      <p>
        <a class="link" href="/access-log">
          {words.whoLooked}
        </a>
      </p>
    </Page>
  );
}
