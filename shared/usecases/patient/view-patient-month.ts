import { viewMonth } from '#usecases/diary/view-month.ts';
import type { Context, StaffCaller } from '#usecases/ports/context.ts';
import { ok } from '#usecases/result.ts';
import { diaryOf } from './change-patient.ts';

/** One month of a patient's diary as staff see it, with the name they know the patient by. */
export const viewPatientMonth = async (
  context: Context,
  caller: StaffCaller,
  patient: string,
  month: string,
) => {
  const view = await viewMonth(context, caller, diaryOf(caller, patient), month);
  if (!view.ok) return view;
  const { familyName, ...rest } = view.value;
  return ok({ ...rest, patient, name: `${familyName}, ${rest.firstName}` });
};
