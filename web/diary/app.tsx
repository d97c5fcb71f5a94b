import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { Failed } from '../shared/components/failed.tsx';
import { Page } from '../shared/components/page.tsx';
import { Shell } from '../shared/components/shell.tsx';
import { Waiting } from '../shared/components/waiting.tsx';
import { lazy } from '../shared/router/lazy.tsx';
import { router } from '../shared/router/router.ts';
import { Routes } from '../shared/router/routes.tsx';
import { session } from '../shared/session/session.ts';
import { SessionGate } from '../shared/session/session-gate.tsx';
import { commonWords } from '../shared/words/en/common.ts';
import { diaryWords as words } from '../shared/words/en/diary.ts';
import { footerLinks, statementLink } from './footer-links.tsx';
import { openRoutes } from './open-routes.tsx';
import { person } from './state/me.ts';
import { signOut } from './state/sign-out.ts';

/** Whether the page is one that anybody may see. */
const isOpen = (): boolean => openRoutes.some(({ path }) => path === router.path.value);
/** Who was signed in will want the home page, anybody else the sign-in: its code is fetched beside the session. */
const isBack = session.isReturning('diary');
const signIn = () => import('../shared/session/sign-in-page.tsx').then((module) => module.SignInPage);
const SignInPage = lazy(signIn, { early: !isBack });
/** What the first drawing waits for: the document has asked for the sign-in's code, so it is there with the entry's. */
export const firstPage: Promise<unknown> = isBack || isOpen() ? Promise.resolve() : signIn();
const HomePage = lazy(() => import('./pages/home-page.tsx').then((module) => module.HomePage), {
  early: isBack,
});
const elsewhere = () => import('./elsewhere.tsx');
const Elsewhere = lazy<{ readonly asks: boolean }>(() => elsewhere().then((module) => module.Elsewhere));
const LockedPage = lazy(() => import('./waiting/locked-page.tsx').then((module) => module.LockedPage));

function SignedIn(): VNode {
  const me = person.me.value;
  const failure = person.failure.value;
  const isConnected = session.state.value === 'signed-in';
  // Again when a page that opened on what this device keeps has reached the server.
  useEffect(() => {
    if (isConnected || person.me.peek() === undefined) void person.load();
  }, [isConnected]);
  useEffect(() => {
    // After the first page: the others, and what waits on this device is sent, and shown in the calendar.
    void elsewhere();
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
  const { needed } = me.statement;
  const path = router.path.value;
  const isHome = (path === '/' || path === '/sign-in') && !needed;
  return isHome ? <HomePage /> : <Elsewhere asks={needed} />;
}

const nav = () => [
  { href: '/', label: words.nav.home },
  { href: '/insights', label: words.nav.insights },
  { href: '/stock', label: words.nav.stock },
  { href: '/plan', label: words.nav.plan },
  { href: '/export', label: words.nav.export },
  { href: '/settings', label: words.nav.settings },
];

/** The diary: what anyone may see, then sign-in, then the statement, then the pages. */
export function App(): VNode {
  const state = session.state.value;
  const isSignedIn =
    state === 'signed-in' ||
    (state === 'unreachable' && person.me.value !== undefined) ||
    // Drawn at once for who comes back, so that nothing moves when the session is there.
    (state === 'starting' && isBack);
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
      footer={footerLinks()}
    >
      {isOpen() ? (
        <Routes routes={openRoutes} />
      ) : (
        <SessionGate
          starting={
            <Page title={words.nav.home}>
              <Waiting />
            </Page>
          }
          signedOut={<SignInPage>{statementLink()}</SignInPage>}
          expired={<SignInPage expired />}
          worksOffline
          isOpen={person.me.value !== undefined}
        >
          <SignedIn />
        </SessionGate>
      )}
    </Shell>
  );
}
