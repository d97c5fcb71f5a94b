import { lazy } from '../shared/router/lazy.tsx';
import type { PageRoute } from '../shared/router/routes.tsx';
import { RosterPage } from './pages/roster-page.tsx';
import { WorklistPage } from './pages/worklist-page.tsx';

/** Every page of the site. The two lists are there at once; what is done from them loads when it is opened. */
export const pages: readonly PageRoute[] = [
  { path: '/', page: WorklistPage },
  { path: '/patients', page: RosterPage },
  { path: '/patients/new', page: lazy(() => import('./pages/enrol-page.tsx').then((m) => m.EnrolPage)) },
  { path: '/patients/:p', page: lazy(() => import('./pages/patient-page.tsx').then((m) => m.PatientPage)) },
  {
    path: '/patients/:p/edit',
    page: lazy(() => import('./pages/edit-patient-page.tsx').then((m) => m.EditPatientPage)),
  },
  { path: '/patients/:p/plan', page: lazy(() => import('./pages/plan-page.tsx').then((m) => m.PlanPage)) },
  {
    path: '/patients/:p/stock',
    page: lazy(() => import('./pages/stock-page.tsx').then((m) => m.StockPage)),
  },
  {
    path: '/patients/:p/record',
    page: lazy(() => import('./pages/record-page.tsx').then((m) => m.RecordPage)),
  },
  {
    path: '/patients/:p/entries/:month/:id',
    page: lazy(() => import('./pages/correct-page.tsx').then((m) => m.CorrectPage)),
  },
  {
    path: '/patients/:p/entries/:month/:id/void',
    page: lazy(() => import('./pages/void-page.tsx').then((m) => m.VoidPage)),
  },
  {
    path: '/patients/:p/invite',
    page: lazy(() => import('./pages/invite-page.tsx').then((m) => m.InvitePage)),
  },
  {
    path: '/patients/:p/accounts/:account',
    page: lazy(() => import('./pages/link-page.tsx').then((m) => m.LinkPage)),
  },
  {
    path: '/patients/:p/handover',
    page: lazy(() => import('./pages/acts/handover-page.tsx').then((m) => m.HandoverPage)),
  },
  {
    path: '/patients/:p/consent',
    page: lazy(() => import('./pages/acts/consent-page.tsx').then((m) => m.ConsentPage)),
  },
  {
    path: '/patients/:p/forms',
    page: lazy(() => import('./pages/acts/print-forms-page.tsx').then((m) => m.PrintFormsPage)),
  },
  {
    path: '/patients/:p/delivery',
    page: lazy(() => import('./pages/acts/delivery-page.tsx').then((m) => m.DeliveryPage)),
  },
  {
    path: '/patients/:p/pause',
    page: lazy(() => import('./pages/acts/pause-page.tsx').then((m) => m.PausePage)),
  },
  {
    path: '/patients/:p/stop',
    page: lazy(() => import('./pages/acts/stop-page.tsx').then((m) => m.StopPage)),
  },
  {
    path: '/patients/:p/contact',
    page: lazy(() => import('./pages/acts/contact-page.tsx').then((m) => m.ContactPage)),
  },
  {
    path: '/patients/:p/paper-form',
    page: lazy(() => import('./pages/acts/paper-form-page.tsx').then((m) => m.PaperFormPage)),
  },
  {
    path: '/patients/:p/statement',
    page: lazy(() => import('./pages/acts/statement-page.tsx').then((m) => m.StatementPage)),
  },
  {
    path: '/patients/:p/export',
    page: lazy(() => import('./pages/acts/export-page.tsx').then((m) => m.ExportPage)),
  },
  {
    path: '/patients/:p/entries/:month/:id/withhold',
    page: lazy(() => import('./pages/acts/withhold-page.tsx').then((m) => m.WithholdPage)),
  },
  {
    path: '/patients/:p/zone',
    page: lazy(() => import('./pages/acts/withhold-page.tsx').then((m) => m.WithholdZonePage)),
  },
  {
    path: '/patients/:p/addresses/:of',
    page: lazy(() => import('./pages/acts/withhold-page.tsx').then((m) => m.WithholdAddressPage)),
  },
  { path: '/patients/:p/log', page: lazy(() => import('./pages/log-page.tsx').then((m) => m.LogPage)) },
  {
    path: '/patients/:p/log/:at/:id',
    page: lazy(() => import('./pages/acts/withhold-page.tsx').then((m) => m.WithholdLinePage)),
  },
  {
    path: '/patients/:p/requests/:id',
    page: lazy(() => import('./pages/acts/request-page.tsx').then((m) => m.RequestPage)),
  },
  {
    path: '/patients/:p/share',
    page: lazy(() => import('./pages/acts/share-page.tsx').then((m) => m.SharePage)),
  },
  {
    path: '/patients/:p/grants/:centre',
    page: lazy(() => import('./pages/acts/share-page.tsx').then((m) => m.SharePage)),
  },
  { path: '/shared', page: lazy(() => import('./pages/shared/shared-page.tsx').then((m) => m.SharedPage)) },
  {
    path: '/shared/:c/:p',
    page: lazy(() => import('./pages/shared/shared-diary-page.tsx').then((m) => m.SharedDiaryPage)),
  },
  {
    path: '/shared/:c/:p/record',
    page: lazy(() => import('./pages/shared/record-shared-page.tsx').then((m) => m.RecordSharedPage)),
  },
  {
    path: '/shared/:c/:p/entries/:month/:id',
    page: lazy(() => import('./pages/shared/correct-shared-page.tsx').then((m) => m.CorrectSharedPage)),
  },
  { path: '/recalls', page: lazy(() => import('./pages/recalls-page.tsx').then((m) => m.RecallsPage)) },
  {
    path: '/recalls/:id',
    page: lazy(() => import('./pages/recall-page.tsx').then((m) => m.RecallPage)),
  },
  { path: '/staff', page: lazy(() => import('./pages/staff-page.tsx').then((m) => m.StaffPage)) },
  {
    path: '/staff/invite',
    page: lazy(() => import('./pages/invite-staff-page.tsx').then((m) => m.InviteStaffPage)),
  },
  {
    path: '/staff/:account',
    page: lazy(() => import('./pages/staff-member-page.tsx').then((m) => m.StaffMemberPage)),
  },
  { path: '/exports', page: lazy(() => import('./pages/exports-page.tsx').then((m) => m.ExportsPage)) },
  {
    path: '/workplace',
    page: lazy(() => import('./pages/workplace-page.tsx').then((m) => m.WorkplacePage)),
  },
  {
    path: '/devices',
    page: lazy(() => import('../shared/session/devices-page.tsx').then((m) => m.DevicesPage)),
  },
  {
    path: '/password',
    page: lazy(() => import('../shared/session/password-page.tsx').then((m) => m.PasswordPage)),
  },
  { path: '/settings', page: lazy(() => import('./pages/settings-page.tsx').then((m) => m.SettingsPage)) },
];
