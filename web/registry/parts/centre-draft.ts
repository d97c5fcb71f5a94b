import type { CentreBody } from '#contracts/centre.ts';
import { policyBodyOf, type PolicyDraft, policyDraftOf } from '../../shared/staff/policy-draft.ts';
import type { ReadCentre } from './read-centre.tsx';

/** A centre as it stands in the form. */
export type CentreDraft = PolicyDraft & {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly emergencyPhone: string;
  readonly address: string;
  readonly zone: string;
  readonly managerName: string;
  readonly managerEmail: string;
};

/** A new centre with the usual policy, or the one that is corrected. */
export const centreDraftOf = (centre: ReadCentre | undefined): CentreDraft => ({
  ...policyDraftOf(centre?.policy),
  id: centre?.id ?? '',
  name: centre?.name ?? '',
  email: centre?.email ?? '',
  phone: centre?.phone ?? '',
  emergencyPhone: centre?.emergencyPhone ?? '',
  address: centre?.address ?? '',
  zone: centre?.zone ?? 'Europe/London',
  managerName: '',
  managerEmail: '',
});

/** The request without its mutationId; a new centre brings its first data manager. */
export const centreBodyOf = (draft: CentreDraft, isNew: boolean): Omit<CentreBody, 'mutationId'> => ({
  name: draft.name,
  email: draft.email.trim(),
  phone: draft.phone.trim(),
  emergencyPhone: draft.emergencyPhone.trim(),
  address: draft.address,
  zone: draft.zone,
  policy: policyBodyOf(draft),
  ...(isNew ? { firstDataManager: { name: draft.managerName, email: draft.managerEmail.trim() } } : {}),
});
