import type { ComponentChildren, VNode } from 'preact';
import { Failed } from '../components/failed.tsx';
import { Page } from '../components/page.tsx';
import { commonWords } from '../words/en/common.ts';
import { session } from './session.ts';

interface Props {
  /** What belongs to a signed-in person. */
  readonly children: ComponentChildren;
  /** Drawn where nobody is signed in. */
  readonly signedOut: ComponentChildren;
  /** Drawn where a signed-in page lost its session. */
  readonly expired: ComponentChildren;
  readonly starting: ComponentChildren;
  /** The site has something to show of its own while nothing answers. */
  readonly worksOffline?: boolean;
  /** It has something to show before it is known whether an earlier session is still good. */
  readonly isOpen?: boolean;
}

/**
 * Draws the site for a signed-in person. Where a session ends under an open page the page stays, hidden, with
 * everything typed in it, and comes back as it was after the next sign-in.
 */
export function SessionGate(props: Props): VNode {
  const { children, signedOut, expired, starting, worksOffline = false, isOpen = false } = props;
  const state = session.state.value;
  if (state === 'starting' && !isOpen) return <>{starting}</>;
  if (state === 'unreachable' && (!worksOffline || session.account.value === undefined)) {
    return (
      <Page title={commonWords.name}>
        <Failed code="offline" onRetry={() => void session.refresh()} />
      </Page>
    );
  }
  if (state === 'signed-out') return <>{signedOut}</>;
  return (
    <>
      {state === 'expired' && expired}
      <div key="kept" hidden={state === 'expired'}>
        {children}
      </div>
    </>
  );
}
