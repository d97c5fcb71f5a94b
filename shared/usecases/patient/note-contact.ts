import type * as z from 'zod';
import type { contactBody } from '#contracts/patient.ts';
import type { Saved } from '#contracts/entries.ts';
import { localDay } from '#domain/local-time.ts';
import type { Context, StaffCaller } from '#usecases/ports/context.ts';
import { ok, type Result } from '#usecases/result.ts';
import { changePatient, savedPatient } from './change-patient.ts';

/** Notes that somebody reached the patient about a lapse. It counts as a reminder, and the call is done. */
export const noteContact = async (
  context: Context,
  caller: StaffCaller,
  given: { readonly patient: string; readonly id: string; readonly body: z.infer<typeof contactBody> },
): Promise<Result<Saved>> => {
  const { body } = given;
  const asked = { patient: given.patient, mutationId: body.mutationId };
  const result = await changePatient(context, caller, asked, ({ stamp, patient }) => {
    const { task: _, ...rest } = patient;
    const today = localDay(context.now(), patient.homeZone);
    return ok({
      state: { ...rest, contactedAt: stamp.at, remindedOn: [...patient.remindedOn, today] },
      event: 'reminder-delivered',
      happening: { action: 'note-contact', about: given.id, after: { how: body.how, note: body.note } },
    });
  });
  return savedPatient(result);
};
