import type { Saved } from '#contracts/entries.ts';
import type { DeliveryBody } from '#contracts/plan.ts';
import { outbox } from '#table/entities/system.ts';
import * as patterns from '#table/patterns.ts';
import { mailItem } from '#usecases/outbox/mail-item.ts';
import type { Context, StaffCaller } from '#usecases/ports/context.ts';
import type { Act } from '#usecases/ports/store.ts';
import { fail, ok, type Result } from '#usecases/result.ts';
import { changePatient, savedPatient, type State } from './change-patient.ts';

const messageFor = (
  before: State['delivery']['status'],
  after: DeliveryBody['status'],
): string | undefined => {
  if (after === 'suspended' && before !== 'suspended') return 'delivery-suspended';
  return before === 'suspended' && after === 'active' ? 'delivery-restored' : undefined;
};

const letters = async (
  context: Context,
  caller: StaffCaller,
  patient: State,
  message: string | undefined,
): Promise<Act[]> => {
  if (message === undefined || patient.stop !== undefined) return [];
  const links = await context.store.queryAll(patterns.linksOf(patient.centre, patient.patient));
  return links.flatMap(({ item }): Act[] => {
    if (item.endedAt !== undefined || !item.confirmed || item.email === undefined) return [];
    const mail = mailItem(context, {
      owner: { of: 'diary', centre: patient.centre, patient: patient.patient },
      message,
      to: item.email,
      zone: patient.homeZone,
      locale: item.language,
      values: {},
      by: caller.account,
    });
    return [{ act: 'put', label: 'mail', entity: outbox, item: mail, over: 'absent' }];
  });
};

/** A person's decision on home delivery, with its reason. Nothing but a person suspends or restores it. */
export const decideDelivery = async (
  context: Context,
  caller: StaffCaller,
  patientId: string,
  body: DeliveryBody,
): Promise<Result<Saved>> => {
  const asked = { patient: patientId, mutationId: body.mutationId };
  const result = await changePatient(context, caller, asked, async ({ stamp, patient }) => {
    if (!patient.homeTherapy && body.status !== 'none') return fail('not-now');
    return ok({
      state: { ...patient, delivery: { status: body.status, since: stamp.at, reason: body.reason } },
      event: 'care-changed',
      more: await letters(context, caller, patient, messageFor(patient.delivery.status, body.status)),
      happening: {
        action: 'decide-delivery',
        before: patient.delivery.status,
        after: body.status,
        reason: body.reason,
      },
    });
  });
  return savedPatient(result);
};
