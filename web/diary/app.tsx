import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { Failed } from '../shared/components/failed.tsx';
import { Page } from '../shared/components/page.tsx';
import { Shell } from '../shared/components/shell.tsx';
import { Waiting } from '../shared/components/waiting.tsx';
import { lazy } from '../shared/router/lazy.tsx';
import { router } from '../shared/router/router.ts';
import { type PageProps, type PageRoute, Routes } from '../shared/router/routes.tsx';
import { session } from '../shared/session/session.ts';
import { SessionGate } from '../shared/session/session-gate.tsx';
import { commonWords } from '../shared/words/en/common.ts';
import { diaryWords as words } from '../shared/words/en/diary.ts';
import { emergencyWords } from '../shared/words/en/emergency.ts';
import { rightsRoutes } from './rights/rights-routes.ts';
import { person } from './state/me.ts';
import { signOut } from './state/sign-out.ts';

const signIn = () => import('../shared/session/sign-in-page.tsx');
const SignInPage = lazy(() => signIn().then((module) => module.SignInPage));
const home = () => import('./pages/home-page.tsx');
const HomePage = lazy<PageProps>(() => home().then((module) => module.HomePage));
const treatments = () => import('./pages/treatment-page.tsx');
const bleeds = () => import('./pages/bleed-page.tsx');
const lookBack = () => import('./insights/pages.ts');
const statementPage = () => import('./pages/statement-page.tsx');
const AskedStatement = lazy(() => statementPage().then((module) => module.StatementPage));

const LockedPage = lazy(() => import('./waiting/locked-page.tsx').then((module) => module.LockedPage));

/** Pages that anyone may see; the rest needs a session. */
const openRoutes: readonly PageRoute[] = [
  {
    path: '/statement',
    page: lazy(() => statementPage().then(({ StatementPage }) => () => <StatementPage />)),
  },
  {
    path: '/emergency',
    page: lazy(() => import('./pages/emergency-page.tsx').then((module) => module.EmergencyPage)),
  },
  {
    path: '/help',
    page: lazy(() => import('./pages/help-page.tsx').then((module) => module.HelpPage)),
  },
  {
    path: '/display',
    page: lazy(() => import('./pages/display-page.tsx').then((module) => module.DisplayPage)),
  },
  {
    path: '/reset',
    page: lazy(() => import('../shared/session/reset-page.tsx').then((module) => module.ResetPage)),
  },
  {
    path: '/accept',
    page: lazy(() => import('../shared/session/accept-page.tsx').then((module) => module.AcceptPage)),
  },
];

/** What stays possible without agreeing to the statement. */
const alwaysRoutes: readonly PageRoute[] = [
  {
    path: '/export',
    page: lazy(() => import('./pages/export-page.tsx').then((module) => module.ExportPage)),
  },
  ...rightsRoutes.always,
  {
    path: '/refused',
    page: lazy(() => import('./pages/refused-page.tsx').then((module) => module.RefusedPage)),
  },
];

const diaryRoutes: readonly PageRoute[] = [
  { path: '/', page: HomePage },
  { path: '/sign-in', page: HomePage },
  { path: '/record', page: lazy(() => treatments().then((module) => module.RecordTreatmentPage)) },
  { path: '/repeat', page: lazy(() => treatments().then((module) => module.RepeatTreatmentPage)) },
  {
    path: '/treatments/:month/:id',
    page: lazy(() => treatments().then((module) => module.CorrectTreatmentPage)),
  },
  { path: '/bleed', page: lazy(() => bleeds().then((module) => module.RecordBleedPage)) },
  { path: '/bleeds/:month/:id', page: lazy(() => bleeds().then((module) => module.CorrectBleedPage)) },
  { path: '/insights', page: lazy(() => lookBack().then((module) => module.InsightsPage)) },
  { path: '/insights/year', page: lazy(() => lookBack().then((module) => module.YearPage)) },
  { path: '/insights/compare', page: lazy(() => lookBack().then((module) => module.ComparePage)) },
  {
    path: '/not-taken',
    page: lazy(() => import('./pages/not-taken-page.tsx').then((module) => module.NotTakenPage)),
  },
  {
    path: '/confirm',
    page: lazy(() => import('./pages/confirm-page.tsx').then((module) => module.ConfirmPage)),
  },
  {
    path: '/remove/:month/:id',
    page: lazy(() => import('./pages/remove-page.tsx').then((module) => module.RemovePage)),
  },
  {
    path: '/waiting',
    page: lazy(() => import('./waiting/waiting-page.tsx').then((module) => module.WaitingPage)),
  },
  {
    path: '/devices',
    page: lazy(() =>
      import('../shared/session/devices-page.tsx').then(({ DevicesPage }) => () => (
        <DevicesPage back="/settings" />
      )),
    ),
  },
  {
    path: '/password',
    page: lazy(() => import('../shared/session/password-page.tsx').then((module) => module.PasswordPage)),
  },
  {
    path: '/leave',
    page: lazy(() => import('./waiting/leave-page.tsx').then((module) => module.LeavePage)),
  },
  {
    path: '/move/:month/:id',
    page: lazy(() => import('./pages/move-page.tsx').then((module) => module.MovePage)),
  },
  ...rightsRoutes.agreed,
  { path: '/card', page: lazy(() => import('./card/card-page.tsx').then((module) => module.CardPage)) },
  {
    path: '/stock',
    page: lazy(() => import('./stock/stock-page.tsx').then((module) => module.StockPage)),
  },
  {
    path: '/reminders',
    page: lazy(() => import('./reminders/reminders-page.tsx').then((module) => module.RemindersPage)),
  },
  {
    path: '/plan',
    page: lazy(() => import('./plan/plan-page.tsx').then((module) => module.PlanPage)),
  },
  {
    path: '/settings',
    page: lazy(() => import('./pages/settings-page.tsx').then((module) => module.SettingsPage)),
  },
];

const isAmong = (routes: readonly PageRoute[], path: string): boolean =>
  routes.some((route) => route.path === path);

function SignedIn(): VNode {
  const me = person.me.value;
  const failure = person.failure.value;
  const isConnected = session.state.value === 'signed-in';
  // Again when a page that opened on what this device keeps has reached the server.
  useEffect(() => {
    if (isConnected || person.me.peek() === undefined) void person.load();
  }, [isConnected]);
  useEffect(() => {
    // After the first page: what waits on this device is sent, and shown in the calendar.
    void import('./state/outbox/outbox.ts').then(({ outbox }) => {
      outbox.start();
    });
  }, []);
  if (me === undefined) {
    if (person.isLocked.value) return <LockedPage />;
    return (
      <Page title={words.nav.home}>
        {failure === undefined ? (
          <Waiting />
        ) : (
          <Failed failure={failure} onRetry={() => void person.load()} />
        )}
      </Page>
    );
  }
  if (me.statement.needed && !isAmong(alwaysRoutes, router.path.value)) return <AskedStatement isAsked />;
  return <Routes routes={[...diaryRoutes, ...alwaysRoutes]} />;
}

const nav = () => [
  { href: '/', label: words.nav.home },
  { href: '/insights', label: words.nav.insights },
  { href: '/stock', label: words.nav.stock },
  { href: '/plan', label: words.nav.plan },
  { href: '/export', label: words.nav.export },
  { href: '/settings', label: words.nav.settings },
];

/** Who was signed in will want the home page, anybody else the sign-in: its code is fetched beside the session. */
void (session.isReturning('diary') ? home() : signIn());

/** The diary: what anyone may see, then sign-in, then the statement, then the pages. */
export function App(): VNode {
  const isOpen = isAmong(openRoutes, router.path.value);
  const isSignedIn =
    session.state.value === 'signed-in' ||
    (session.state.value === 'unreachable' && person.me.value !== undefined);
  const statementLink = (
    <li>
      <a href="/statement">{words.statementLink}</a>
    </li>
  );
  return (
    <Shell
      nav={isSignedIn ? nav() : []}
      aside={
        isSignedIn && (
          <button type="button" class="link" onClick={() => void signOut()}>
            {commonWords.signOut}
          </button>
        )
      }
      footer={
        <p>
          <a href="/emergency">{emergencyWords.pageTitle}</a>
          <a href="/statement">{words.statementLink}</a>
          <a href="/display">{words.displayLink}</a>
          <a href="/help">{words.helpLink}</a>
        </p>
      }
    >
      {isOpen ? (
        <Routes routes={openRoutes} />
      ) : (
        <SessionGate
          starting={
            <Page title={words.nav.home}>
              <Waiting />
            </Page>
          }
          signedOut={<SignInPage>{statementLink}</SignInPage>}
          expired={<SignInPage expired />}
          worksOffline
        >
          <SignedIn />
        </SessionGate>
      )}
    </Shell>
  );
}
