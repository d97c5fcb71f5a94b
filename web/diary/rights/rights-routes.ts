import { lazy } from '../../shared/router/lazy.tsx';
import type { PageRoute } from '../../shared/router/routes.tsx';

interface RightsRoutes {
  /** Possible without agreeing to the statement. */
  readonly always: readonly PageRoute[];
  readonly agreed: readonly PageRoute[];
}

/** The pages where somebody sees and asks what happens with what is kept of them. */
export const rightsRoutes: RightsRoutes = {
  always: [
    {
      path: '/requests',
      page: lazy(() => import('./requests-page.tsx').then((module) => module.RequestsPage)),
    },
  ],
  agreed: [
    {
      path: '/access-log',
      page: lazy(() => import('./access-log-page.tsx').then((module) => module.AccessLogPage)),
    },
    {
      path: '/history/:id',
      page: lazy(() => import('./history-page.tsx').then((module) => module.HistoryPage)),
    },
  ],
};
