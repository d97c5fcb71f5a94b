import type { ConsentBody } from '#contracts/patient.ts';
import type { Saved } from '#contracts/entries.ts';
import { localDay } from '#domain/local-time.ts';
import { consent } from '#table/entities/diary.ts';
import { created } from '#table/item.ts';
import type { Context, StaffCaller } from '#usecases/ports/context.ts';
import { fail, invalid, ok, type Result } from '#usecases/result.ts';
import { changePatient, diaryOf, savedPatient } from './change-patient.ts';
import { onEveryLink } from './enrol-patient.ts';

/** Notes a written consent, or its revocation: entry stops, or may start, in the same write for every linked account. */
export const recordConsent = async (
  context: Context,
  caller: StaffCaller,
  given: { readonly patient: string; readonly id: string; readonly body: ConsentBody },
): Promise<Result<Saved>> => {
  const { id, body } = given;
  const asked = { patient: given.patient, mutationId: body.mutationId };
  const result = await changePatient(context, caller, asked, async ({ stamp, patient }) => {
    if (patient.consent.state === 'not-needed') return fail('not-now');
    if (body.on > localDay(context.now(), patient.homeZone)) return invalid('/on', 'in-the-future');
    const { mutationId: _, ...fields } = body;
    const revoked = body.change === 'revoked' ? { consentRevokedAt: stamp.at } : {};
    const item = { ...diaryOf(caller, given.patient), consent: id, ...fields, ...created(stamp) };
    return ok({
      state: { ...patient, consent: { state: body.change, on: body.on } },
      more: [
        { act: 'put', label: 'consent', entity: consent, item, over: 'absent' },
        ...(await onEveryLink(context, patient, { consent: body.change, ...revoked })),
      ],
      happening: { action: 'record-consent', about: id, after: body.change },
    });
  });
  return savedPatient(result);
};
