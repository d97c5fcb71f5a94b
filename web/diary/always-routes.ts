import { lazy } from '../shared/router/lazy.tsx';
import type { PageRoute } from '../shared/router/routes.tsx';
import { rightsRoutes } from './rights/rights-routes.ts';

/** What stays possible without agreeing to the statement. */
export const alwaysRoutes: readonly PageRoute[] = [
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
