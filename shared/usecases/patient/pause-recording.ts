import type { Saved } from '#contracts/entries.ts';
import type { PauseBody } from '#contracts/plan.ts';
import { addDays, daysBetween } from '#domain/calendar-day.ts';
import { localDay } from '#domain/local-time.ts';
import type { Context, StaffCaller } from '#usecases/ports/context.ts';
import { fail, invalid, ok, type Result } from '#usecases/result.ts';
import { changePatient, savedPatient, type State } from './change-patient.ts';

/** A pause always has an end; a longer absence is paused again. */
const LONGEST_DAYS = 366;

const ended = (pauses: State['pauses'], today: string): State['pauses'] =>
  pauses.flatMap((pause) => {
    if (pause.to < today) return [pause];
    return pause.from >= today ? [] : [{ ...pause, to: addDays(today, -1) }];
  });

/** Stops the recording clock for a hospital stay, holiday or trial, or ends that from today. */
export const pauseRecording = async (
  context: Context,
  caller: StaffCaller,
  patientId: string,
  body: PauseBody,
): Promise<Result<Saved>> => {
  if (daysBetween(body.from, body.to) > LONGEST_DAYS) return invalid('/to', 'too-long');
  const asked = { patient: patientId, mutationId: body.mutationId };
  const result = await changePatient(context, caller, asked, ({ patient }) => {
    if (patient.stop !== undefined) return fail('not-now');
    const today = localDay(context.now(), patient.homeZone);
    const starts = body.change === 'starts';
    if (starts && body.to < today) return invalid('/to', 'in-the-past');
    const { from, to, reason } = body;
    return ok({
      state: {
        ...patient,
        pauses: starts ? [...patient.pauses, { from, to, reason }] : ended(patient.pauses, today),
      },
      event: starts ? 'paused' : 'resumed',
      happening: { action: starts ? 'pause-recording' : 'resume-recording', after: { from, to, reason } },
    });
  });
  return savedPatient(result);
};
