import { lazy } from '../shared/router/lazy.tsx';
import type { PageRoute } from '../shared/router/routes.tsx';
import { rightsRoutes } from './rights/rights-routes.ts';

const treatments = () => import('./pages/treatment-page.tsx');
const bleeds = () => import('./pages/bleed-page.tsx');
const onPaper = () => import('./paper/pages.ts');
const lookBack = () => import('./insights/pages.ts');

/** Pages besides Home of whoever is signed in and has agreed to the statement. */
export const diaryRoutes: readonly PageRoute[] = [
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
      Promise.all([import('../shared/session/devices-page.tsx'), import('./state/leave.ts')]).then(
        ([{ DevicesPage }, { signOutNow }]) =>
          () => <DevicesPage back="/settings" leave={() => signOutNow('keep')} />,
      ),
    ),
  },
  {
    path: '/password',
    page: lazy(() => import('../shared/session/password-page.tsx').then((module) => module.PasswordPage)),
  },
  {
    path: '/address',
    page: lazy(() => import('./account/address-page.tsx').then((module) => module.AddressPage)),
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
  { path: '/paper', page: lazy(() => onPaper().then((module) => module.PaperPage)) },
  { path: '/card', page: lazy(() => onPaper().then((module) => module.CardPage)) },
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
