import type { Saved } from '#contracts/entries.ts';
import type * as z from 'zod';
import type { voidBody } from '#contracts/entries.ts';
import { addDays } from '#domain/calendar-day.ts';
import * as patterns from '#table/patterns.ts';
import type { Context, Person, StaffCaller } from '#usecases/ports/context.ts';
import { fail, invalid, ok, type Result } from '#usecases/result.ts';
import { changeEntry, type Current } from './change-entry.ts';
import { lastTreatmentOf } from './last-treatment.ts';
import { stampOf } from './entry-item.ts';
import { covers, type DiaryIds } from './may-write.ts';
import { savedOf } from './saved.ts';

/** How far back "repeat the last treatment" looks when the last one is taken out, in days. */
const LOOK_BACK_DAYS = 92;

/** Nobody should be offered to repeat, or be asked about, a treatment that was taken out. */
const lastTreatmentWithout = async (context: Context, { parts: [voided], state }: Current) => {
  if (voided.data.kind !== 'treatment' || state.lastTreatment?.at !== voided.instantAt) return {};
  const { centre, patient, day, entry: id } = voided;
  const before = await context.store.queryAll(
    patterns.entriesBetween(centre, patient, addDays(day, -LOOK_BACK_DAYS), day),
  );
  const others = before
    .map(({ item }) => item)
    .filter((item) => item.entry !== id && item.voided === undefined);
  return {
    lastTreatment: others.map((item) => lastTreatmentOf(item)).findLast((last) => last !== undefined),
  };
};

/** Takes an entry out of the diary with a reason. It stays readable as voided, and its history stays. */
export const voidEntry = async (
  context: Context,
  caller: Person | StaffCaller,
  diary: DiaryIds,
  given: {
    readonly id: string;
    readonly body: z.infer<typeof voidBody>;
    readonly version: number | undefined;
  },
): Promise<Result<Saved>> => {
  if (!covers(caller, diary)) return fail('not-found');
  if (given.version === undefined) return invalid('/if-match', 'empty');
  const { id, body, version } = given;
  const stamp = stampOf(context, caller, body.mutationId);
  const voided = { at: stamp.at, by: caller.account, reason: body.reason };
  const result = await changeEntry(context, caller, diary, { id, version, stamp }, async (current) =>
    ok({
      parts: current.parts.map((part) => ({ ...part, voided })),
      uses: [],
      state: {
        openBleeds: current.state.openBleeds.filter((bleed) => bleed.id !== id),
        ...(await lastTreatmentWithout(context, current)),
      },
      evidence: [{ takeOut: id }],
      event: 'entry-voided',
      action: 'void-entry',
      reason: body.reason,
    }),
  );
  return savedOf(result);
};
