import type { VNode } from 'preact';
import { lazy } from '../router/lazy.tsx';
import { router } from '../router/router.ts';
import { SignInPage } from '../session/sign-in-page.tsx';

const AcceptPage = lazy(() => import('../session/accept-page.tsx').then((module) => module.AcceptPage));
const ResetPage = lazy(() => import('../session/reset-page.tsx').then((module) => module.ResetPage));

/**
 * What somebody without a session sees. Every other address shows the sign-in and stays, so that a link from a
 * colleague leads to its page after signing in.
 */
export function SignedOutRoutes(): VNode {
  const path = router.path.value;
  if (path === '/accept') return <AcceptPage />;
  if (path === '/reset') return <ResetPage />;
  return <SignInPage />;
}
