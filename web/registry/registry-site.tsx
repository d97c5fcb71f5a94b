import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { Failed } from '../shared/components/failed.tsx';
import { Shell } from '../shared/components/shell.tsx';
import { Waiting } from '../shared/components/waiting.tsx';
import { Routes } from '../shared/router/routes.tsx';
import { SessionGate } from '../shared/session/session-gate.tsx';
import { SignInPage } from '../shared/session/sign-in-page.tsx';
import { SignedOutRoutes } from '../shared/staff/signed-out-routes.tsx';
import { WhoIsHere } from '../shared/staff/who-is-here.tsx';
import { registry } from '../shared/words/en/registry.ts';
import { pages } from './pages.ts';
import { registryMe } from './parts/registry-me.ts';

const links = () => [
  { href: '/', label: registry.menu.centres },
  { href: '/statement', label: registry.menu.statement },
  ...(registryMe.may('list-registry-staff') ? [{ href: '/team', label: registry.menu.team }] : []),
];

/** What only a signed-in person of the registry sees. */
function SignedIn(): VNode {
  const me = registryMe.me.value;
  useEffect(() => {
    void registryMe.load();
  }, []);
  if (me === undefined) {
    return (
      <Shell site={registry.site}>
        <main id="page" class="page">
          {registryMe.failure.value === undefined ? (
            <Waiting />
          ) : (
            <Failed failure={registryMe.failure.value} onRetry={() => void registryMe.load()} />
          )}
        </main>
      </Shell>
    );
  }
  return (
    <Shell
      site={registry.site}
      nav={links()}
      aside={<WhoIsHere name={registry.signedInAs(me.displayName, registry.jobs[me.job])} />}
      wide
    >
      <Routes routes={pages} />
    </Shell>
  );
}

/** The registry's site: sign-in, then centres and the privacy statement. */
export function RegistrySite(): VNode {
  return (
    <SessionGate
      starting={
        <Shell site={registry.site}>
          <Waiting />
        </Shell>
      }
      signedOut={
        <Shell site={registry.site}>
          <SignedOutRoutes />
        </Shell>
      }
      expired={
        <Shell site={registry.site}>
          <SignInPage expired />
        </Shell>
      }
    >
      <SignedIn />
    </SessionGate>
  );
}
