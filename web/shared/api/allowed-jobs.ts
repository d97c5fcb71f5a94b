// Made from shared/contracts/routes.ts by web/generate-allowed-jobs.ts; don't edit.
import type { RouteName } from '#contracts/routes.ts';
import type { RegistryJob, StaffJob } from '#domain/vocabulary.ts';

/** The jobs that may call a route; a route that isn't here is for everyone whom its pool signed in. */
export const allowedJobs: Partial<Record<RouteName, readonly (StaffJob | RegistryJob)[]>> = {
  'put-policy': ['data-manager'],
  'put-staff': ['data-manager'],
  'invite-staff': ['data-manager'],
  'start-export': ['data-manager'],
  'list-exports': ['data-manager'],
  'get-export': ['data-manager'],
  'put-patient': ['data-manager'],
  'put-patient-treatment': ['data-manager', 'nurse'],
  'put-patient-bleed': ['data-manager', 'nurse'],
  'put-patient-not-taken': ['data-manager', 'nurse'],
  'put-patient-confirmation': ['data-manager', 'nurse'],
  'void-patient-entry': ['data-manager', 'nurse'],
  'put-plan': ['data-manager', 'consultant', 'nurse'],
  'put-consent': ['data-manager', 'nurse'],
  'put-paper-statement': ['data-manager', 'nurse'],
  'invite-person': ['data-manager', 'nurse'],
  'put-link': ['data-manager', 'nurse'],
  'recover-account': ['data-manager', 'nurse'],
  'put-delivery': ['data-manager', 'consultant'],
  'put-pause': ['data-manager', 'consultant', 'nurse'],
  'stop-patient': ['data-manager'],
  'put-paper-form': ['data-manager', 'nurse'],
  'note-contact': ['data-manager', 'consultant', 'nurse'],
  'export-patient': ['data-manager', 'consultant', 'nurse'],
  'put-centre': ['manager'],
  'put-centre-status': ['manager'],
  'put-statement': ['manager'],
};
