import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { Failed } from '../shared/components/failed.tsx';
import { Notice } from '../shared/components/notice.tsx';
import { type NavLink, Shell } from '../shared/components/shell.tsx';
import { Waiting } from '../shared/components/waiting.tsx';
import { type PageRoute, Routes } from '../shared/router/routes.tsx';
import { lazy } from '../shared/router/lazy.tsx';
import { session } from '../shared/session/session.ts';
import { SessionGate } from '../shared/session/session-gate.tsx';
import { SignInPage } from '../shared/session/sign-in-page.tsx';
import { SignedOutRoutes } from '../shared/staff/signed-out-routes.tsx';
import { WhoIsHere } from '../shared/staff/who-is-here.tsx';
import { centre } from '../shared/words/en/centre.ts';
import { centreWorkplace as words } from '../shared/words/en/centre-workplace.ts';
import { pages } from './pages.ts';
import { staff } from './parts/staff.ts';

/** Asked after each sign-in: who works at two centres must not enrol a patient at the wrong one. */
const Asked = lazy(() => import('./pages/workplace-page.tsx').then((m) => m.WorkplacePage));

const links = (): NavLink[] => [
  { href: '/', label: centre.menu.worklist },
  { href: '/patients', label: centre.menu.patients },
  { href: '/shared', label: centre.menu.shared },
  { href: '/staff', label: centre.menu.staff },
  { href: '/recalls', label: centre.menu.recalls },
  ...(staff.may('list-exports') ? [{ href: '/exports', label: centre.menu.exports }] : []),
  { href: '/settings', label: centre.menu.settings },
];

/** What only a signed-in member of staff sees: nothing is drawn before the centre and the job are known. */
function SignedIn({ routes }: { readonly routes: readonly PageRoute[] }): VNode {
  const me = staff.me.value;
  useEffect(() => {
    void staff.load();
  }, []);
  if (me === undefined) {
    return (
      <Shell site={centre.site}>
        <main id="page" class="page">
          {staff.failure.value === undefined ? (
            <Waiting />
          ) : (
            <Failed failure={staff.failure.value} onRetry={() => void staff.load()} />
          )}
        </main>
      </Shell>
    );
  }
  // Nobody works at a centre before they have said at which: until then it is in no heading, and no page is a press away.
  const asked = me.worksElsewhere && session.isFresh.value;
  return (
    <Shell
      site={asked ? centre.site : me.centre.name}
      nav={asked ? [] : links()}
      aside={
        <WhoIsHere name={centre.signedInAs(me.displayName, centre.jobs[me.job])}>
          {me.worksElsewhere && !asked && (
            <span>
              {words.workingAt(me.centre.name)} · <a href="/workplace">{words.change}</a>
            </span>
          )}
        </WhoIsHere>
      }
      wide
    >
      {me.centre.status === 'suspended' && (
        <div class="page-top">
          <Notice kind="warning">
            <p>{centre.suspended}</p>
          </Notice>
        </div>
      )}
      {asked ? <Asked /> : <Routes routes={routes} />}
    </Shell>
  );
}

/** The centre's site: sign-in, then the pages of the staff. */
export function CentreSite(): VNode {
  return (
    <SessionGate
      starting={
        <Shell site={centre.site}>
          <Waiting />
        </Shell>
      }
      signedOut={
        <Shell site={centre.site}>
          <SignedOutRoutes />
        </Shell>
      }
      expired={
        <Shell site={centre.site}>
          <SignInPage expired />
        </Shell>
      }
    >
      <SignedIn routes={pages} />
    </SessionGate>
  );
}
