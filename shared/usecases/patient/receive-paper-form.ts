import type * as z from 'zod';
import type { paperFormBody, paperStatementBody } from '#contracts/patient.ts';
import type { Saved } from '#contracts/entries.ts';
import { daysBetween } from '#domain/calendar-day.ts';
import { localDay } from '#domain/local-time.ts';
import type { Context, StaffCaller } from '#usecases/ports/context.ts';
import { fail, invalid, ok, type Result } from '#usecases/result.ts';
import { changePatient, savedPatient } from './change-patient.ts';

/** A centre's longest form by its policy, in days. */
const LONGEST_DAYS = 92;

/** Notes that a paper form arrived: it accounts for its days before anybody has typed it in. */
export const receivePaperForm = async (
  context: Context,
  caller: StaffCaller,
  given: { readonly patient: string; readonly id: string; readonly body: z.infer<typeof paperFormBody> },
): Promise<Result<Saved>> => {
  const { body } = given;
  if (body.to < body.from) return invalid('/to', 'before-start');
  if (daysBetween(body.from, body.to) > LONGEST_DAYS) return invalid('/to', 'too-long');
  if (body.receivedOn < body.from) return invalid('/receivedOn', 'before-start');
  const result = await changePatient(
    context,
    caller,
    { patient: given.patient, mutationId: body.mutationId },
    ({ patient }) => {
      if (patient.channel !== 'paper') return fail('not-now');
      const { from, to, receivedOn } = body;
      const today = localDay(context.now(), patient.homeZone);
      if (receivedOn > today) return invalid('/receivedOn', 'in-the-future');
      // What a form says of days to come would stop the clock for as long as somebody mistyped.
      if (to > today) return invalid('/to', 'in-the-future');
      return ok({
        state: { ...patient, paperForm: { from, to, receivedOn } },
        event: 'form-received',
        happening: { action: 'receive-paper-form', about: given.id, after: { from, to, receivedOn } },
      });
    },
  );
  return savedPatient(result);
};

/** Records which privacy statement a person who records on paper agreed to, on paper. */
export const recordPaperStatement = async (
  context: Context,
  caller: StaffCaller,
  patientId: string,
  body: z.infer<typeof paperStatementBody>,
): Promise<Result<Saved>> => {
  if (body.version > (await context.statementInForce())) return invalid('/version', 'not-in-force');
  const result = await changePatient(
    context,
    caller,
    { patient: patientId, mutationId: body.mutationId },
    ({ patient }) => {
      if (body.on > localDay(context.now(), patient.homeZone)) return invalid('/on', 'in-the-future');
      return ok({
        state: { ...patient, paperStatement: { version: body.version, on: body.on } },
        happening: {
          action: 'record-paper-statement',
          about: String(body.version),
          after: body.formReference,
        },
      });
    },
  );
  return savedPatient(result);
};
