import { lazy } from '../shared/router/lazy.tsx';
import type { PageRoute } from '../shared/router/routes.tsx';

/** Pages that anyone may see; the rest needs a session. */
export const openRoutes: readonly PageRoute[] = [
  {
    path: '/statement',
    page: lazy(() =>
      import('./pages/statement-page.tsx').then(({ StatementPage }) => () => <StatementPage />),
    ),
  },
  {
    path: '/statement/versions',
    page: lazy(() =>
      import('./pages/statement-versions-page.tsx').then((module) => module.StatementVersionsPage),
    ),
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
