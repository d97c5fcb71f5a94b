import type { Temporal } from 'temporal-polyfill';
import type { Patient } from '#contracts/patient.ts';
import { audit } from '#table/entities/system.ts';
import { auditItem } from '#usecases/audit/audit-item.ts';
import { readAbout } from '#usecases/diary/read-about.ts';
import type { Context, StaffCaller } from '#usecases/ports/context.ts';
import { readStatus } from '#usecases/recording/read-status.ts';
import { fail, ok, type Result } from '#usecases/result.ts';
import { patientLinkOf } from './change-link.ts';
import { diaryOf, type State } from './change-patient.ts';

const patientOf = (found: State, now: Temporal.Instant): Omit<Patient, 'plans' | 'links'> => ({
  id: found.patient,
  version: found.version,
  ...found.identity,
  ...found.details,
  homeZone: found.homeZone,
  homeTherapy: found.homeTherapy,
  channel: found.channel,
  guardianConsentNeeded: found.consent.state !== 'not-needed',
  enrolledAt: found.createdAt,
  recording: readStatus(found, now),
  delivery: found.delivery,
  consent: found.consent,
  ...(found.paperStatement === undefined ? {} : { paperStatement: found.paperStatement }),
});

/** A patient on one screen: details, plans, consent and linked accounts. The view is in the audit. */
export const readPatient = async (
  context: Context,
  caller: StaffCaller,
  id: string,
): Promise<Result<Patient>> => {
  const diary = diaryOf(caller, id);
  const { found, plans, links } = await readAbout(context, diary);
  if (found === undefined) return fail('not-found');
  const seen = { action: 'read-patient', mutationId: context.newId() };
  await context.store.put(audit, auditItem(context, caller, { of: 'diary', ...diary }, seen));
  return ok({
    ...patientOf(found, context.now()),
    plans: plans.toReversed(),
    links: links.map((item) => patientLinkOf(item)),
  });
};
