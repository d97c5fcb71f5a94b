import type { Temporal } from 'temporal-polyfill';
import { localDay } from '#domain/local-time.ts';
import type { Patient } from '#contracts/patient.ts';
import { readNoted } from '#usecases/audit/view.ts';
import { readAbout } from '#usecases/diary/read-about.ts';
import type { Context, StaffCaller } from '#usecases/ports/context.ts';
import { grantOf } from '#usecases/sharing/give-grant.ts';
import { withheldItemOf } from '#usecases/withheld/withhold.ts';
import { readStatus } from '#usecases/recording/read-status.ts';
import { requestViewOf } from '#usecases/rights/requests.ts';
import { fail, ok, type Result } from '#usecases/result.ts';
import { patientLinkOf } from './change-link.ts';
import { diaryOf, type State } from './change-patient.ts';

const patientOf = (
  found: State,
  now: Temporal.Instant,
): Omit<Patient, 'plans' | 'links' | 'grants' | 'withheld' | 'requests'> => ({
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
  return readNoted(context, caller, { of: 'diary', ...diary }, { action: 'read-patient' }, async () => {
    const { found, plans, links, grants, marks, requests, handedOver } = await readAbout(context, diary);
    if (found === undefined) return fail('not-found');
    return ok({
      ...patientOf(found, context.now()),
      ...(handedOver === undefined ? {} : { handover: handedOver }),
      plans: plans.toReversed(),
      links: links.map((item) => patientLinkOf(item)),
      grants: grants.map((item) => grantOf(item, localDay(context.now(), found.homeZone))),
      requests: requests.map((item) => ({
        ...requestViewOf(item),
        account: item.account,
        name: links.find(({ account }) => account === item.account)?.name ?? item.account,
      })),
      withheld: marks.filter(({ lifted }) => lifted !== true).map((item) => withheldItemOf(item)),
    });
  });
};
