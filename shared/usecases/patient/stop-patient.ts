import type { Saved } from '#contracts/entries.ts';
import type { StopBody } from '#contracts/plan.ts';
import type { Context, StaffCaller } from '#usecases/ports/context.ts';
import { onEveryGrant } from '#usecases/sharing/patient-grants.ts';
import { fail, ok, type Result } from '#usecases/result.ts';
import { changePatient, savedPatient } from './change-patient.ts';

/**
 * Closes the diary of someone who died, left or withdrew. Nothing is ever sent again: every queued mail looks at this
 * in the transaction that would send it. No other centre sees it any longer.
 */
export const stopPatient = async (
  context: Context,
  caller: StaffCaller,
  patientId: string,
  body: StopBody,
): Promise<Result<Saved>> => {
  const asked = { patient: patientId, mutationId: body.mutationId };
  const result = await changePatient(context, caller, asked, async ({ stamp, patient }) =>
    patient.stop !== undefined
      ? fail('not-now')
      : ok({
          state: { ...patient, stop: { at: stamp.at, reason: body.reason } },
          event: 'stopped',
          more: await onEveryGrant(context, patient, stamp, { endedAt: stamp.at }),
          happening: { action: 'stop-patient', reason: body.reason },
        }),
  );
  return savedPatient(result);
};
