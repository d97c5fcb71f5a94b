import type { PatientBody } from '#contracts/patient.ts';
import type { Saved } from '#contracts/entries.ts';
import { localDay } from '#domain/local-time.ts';
import { link } from '#table/entities/diary.ts';
import { state } from '#table/entities/state.ts';
import type { Stored } from '#table/entity.ts';
import { created, type Stamp } from '#table/item.ts';
import * as patterns from '#table/patterns.ts';
import { auditAct } from '#usecases/audit/audit-item.ts';
import { stampOf } from '#usecases/diary/entry-item.ts';
import { mayWrite, whyNot } from '#usecases/diary/may-write.ts';
import type { Context, StaffCaller } from '#usecases/ports/context.ts';
import type { Act } from '#usecases/ports/store.ts';
import { copiesOf, onEveryGrant } from '#usecases/sharing/patient-grants.ts';
import { fail, invalid, ok, type Result } from '#usecases/result.ts';
import { planHandover } from './plan-handover.ts';
import { changePatient, diaryOf, savedPatient, type State } from './change-patient.ts';

const detailsOf = (body: PatientBody): State['details'] => {
  const { diagnosis, factorLevel, email, phone, address, centreNumber, registryNumber, healthServiceNumber } =
    body;
  const optional = { factorLevel, email, phone, address, centreNumber, registryNumber, healthServiceNumber };
  const given = Object.entries(optional).filter(([, value]) => value !== undefined);
  return { diagnosis, ...Object.fromEntries(given) };
};

const fieldsOf = (body: PatientBody) => ({
  identity: { givenName: body.givenName, familyName: body.familyName, birthDate: body.birthDate },
  details: detailsOf(body),
  homeZone: body.homeZone,
  homeTherapy: body.homeTherapy,
  channel: body.channel,
});

const checked = (body: PatientBody, today: string): Result<never> | undefined => {
  if (body.birthDate > today) return invalid('/birthDate', 'in-the-future');
  if (body.birthDate < '1900-01-01') return invalid('/birthDate', 'too-long-ago');
  return body.homeDelivery && !body.homeTherapy ? invalid('/homeDelivery', 'needs-home-therapy') : undefined;
};

const newState = (
  context: Context,
  caller: StaffCaller,
  id: string,
  body: PatientBody,
  stamp: Stamp,
): State => {
  const today = localDay(context.now(), body.homeZone);
  return {
    ...diaryOf(caller, id),
    ...fieldsOf(body),
    consent: { state: body.guardianConsentNeeded ? 'needed' : 'not-needed' },
    recording: { stage: 'not-started', since: stamp.at, openDoses: [] },
    delivery: { status: body.homeDelivery ? 'active' : 'none', since: stamp.at },
    pauses: [],
    ...(body.homeTherapy ? { clockFrom: today } : {}),
    plans: [],
    remindedOn: [],
    openBleeds: [],
    ...created(stamp),
  };
};

/** Enrols a patient. An e-mail address and an account are optional: nobody is left out for want of them. */
export const enrolPatient = async (
  context: Context,
  caller: StaffCaller,
  id: string,
  body: PatientBody,
): Promise<Result<Saved>> => {
  const wrong = checked(body, localDay(context.now(), body.homeZone));
  if (wrong !== undefined) return wrong;
  const stamp = stampOf(context, caller, body.mutationId);
  const item = newState(context, caller, id, body, stamp);
  const outcome = await context.store.transact([
    mayWrite(caller, item, 0),
    { act: 'put', label: 'state', entity: state, item, over: 'absent' },
    ...(await planHandover(context, item, stamp)),
    auditAct(
      context,
      caller,
      { of: 'diary', ...diaryOf(caller, id) },
      { action: 'enrol-patient', about: id, mutationId: body.mutationId },
    ),
  ]);
  if (outcome.done) return ok({ id, version: 1 });
  if (outcome.refused === 'conflict') return fail('busy');
  const no = whyNot(outcome.refused, caller, 0);
  if (no !== undefined) return no;
  const found = outcome.refused.find(({ label }) => label === 'state')?.found;
  return found?.['mutationId'] === body.mutationId ? ok({ id, version: 1 }) : fail('taken');
};

/** Sets fields on every link of a diary: the copies a write is checked against, and what the account is shown. */
export const onEveryLink = async (
  context: Context,
  patient: State,
  set: Partial<Pick<Stored<typeof link>, 'firstName' | 'consent' | 'consentRevokedAt'>>,
): Promise<Act[]> => {
  if (Object.keys(set).length === 0) return [];
  const links = await context.store.queryAll(patterns.linksOf(patient.centre, patient.patient));
  return links.map(({ item }): Act => ({
    act: 'update',
    label: 'link',
    key: link.key(item),
    set,
    when: [{ path: 'pk', is: 'present' }],
  }));
};

const consentAfter = (patient: State, needed: boolean): State['consent'] => {
  if (!needed) return { state: 'not-needed' };
  return patient.consent.state === 'not-needed' ? { state: 'needed' } : patient.consent;
};

/** Corrects a patient's details. Consent and delivery have acts of their own. */
export const correctPatient = async (
  context: Context,
  caller: StaffCaller,
  given: { readonly id: string; readonly body: PatientBody; readonly version: number },
): Promise<Result<Saved>> => {
  const { id, body, version } = given;
  const wrong = checked(body, localDay(context.now(), body.homeZone));
  if (wrong !== undefined) return wrong;
  const asked = { patient: id, mutationId: body.mutationId, version };
  const result = await changePatient(context, caller, asked, async ({ stamp, patient }) => {
    const consent = consentAfter(patient, body.guardianConsentNeeded);
    const today = localDay(context.now(), body.homeZone);
    const clockFrom = body.homeTherapy ? (patient.clockFrom ?? today) : undefined;
    const { clockFrom: _, ...rest } = patient;
    const copies = {
      ...(consent.state === patient.consent.state ? {} : { consent: consent.state }),
      ...(body.givenName === patient.identity.givenName ? {} : { firstName: body.givenName }),
    };
    const state = { ...rest, ...fieldsOf(body), consent, ...(clockFrom === undefined ? {} : { clockFrom }) };
    const [links, grants, handover] = await Promise.all([
      onEveryLink(context, patient, copies),
      onEveryGrant(context, patient, stamp, copiesOf(state)),
      planHandover(context, state, stamp),
    ]);
    return ok({
      state,
      event: 'care-changed',
      more: [...links, ...grants, ...handover],
      happening: {
        action: 'correct-patient',
        about: id,
        before: { identity: patient.identity, details: patient.details },
      },
    });
  });
  return savedPatient(result);
};
