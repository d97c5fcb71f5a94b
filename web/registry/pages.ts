import { lazy } from '../shared/router/lazy.tsx';
import type { PageRoute } from '../shared/router/routes.tsx';
import { CentresPage } from './pages/centres-page.tsx';

/** Every page of the site. */
export const pages: readonly PageRoute[] = [
  { path: '/', page: CentresPage },
  { path: '/centres/new', page: lazy(() => import('./pages/onboard-page.tsx').then((m) => m.OnboardPage)) },
  { path: '/centres/:c', page: lazy(() => import('./pages/centre-page.tsx').then((m) => m.CentrePage)) },
  {
    path: '/centres/:c/edit',
    page: lazy(() => import('./pages/edit-centre-page.tsx').then((m) => m.EditCentrePage)),
  },
  {
    path: '/centres/:c/status',
    page: lazy(() => import('./pages/status-page.tsx').then((m) => m.StatusPage)),
  },
  {
    path: '/centres/:c/recovery',
    page: lazy(() => import('./pages/recover-centre-page.tsx').then((m) => m.RecoverCentrePage)),
  },
  {
    path: '/devices',
    page: lazy(() => import('../shared/session/devices-page.tsx').then((m) => m.DevicesPage)),
  },
  {
    path: '/password',
    page: lazy(() => import('../shared/session/password-page.tsx').then((m) => m.PasswordPage)),
  },
  { path: '/team', page: lazy(() => import('./pages/team-page.tsx').then((m) => m.TeamPage)) },
  {
    path: '/team/:account',
    page: lazy(() => import('./pages/recover-colleague-page.tsx').then((m) => m.RecoverColleaguePage)),
  },
  { path: '/statement', page: lazy(() => import('./pages/statement-page.tsx').then((m) => m.StatementPage)) },
  {
    path: '/statement/next',
    page: lazy(() => import('./pages/publish-page.tsx').then((m) => m.PublishPage)),
  },
];
