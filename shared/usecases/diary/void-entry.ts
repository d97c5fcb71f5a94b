import type { Saved } from '#contracts/entries.ts';
import type * as z from 'zod';
import type { voidBody } from '#contracts/entries.ts';
import type { Context, Person, StaffCaller } from '#usecases/ports/context.ts';
import type { Scopes } from '#usecases/ports/scopes.ts';
import { fail, invalid, ok, type Result } from '#usecases/result.ts';
import { changeEntry } from './change-entry.ts';
import { lastTreatmentOn } from './last-treatment.ts';
import { stampOf } from './entry-item.ts';
import { covers, type DiaryIds } from './may-write.ts';
import type { Current } from './read-current.ts';
import { savedOf } from './saved.ts';

/** Nobody should be offered to repeat, or be asked about, a treatment that was taken out. */
const lastTreatmentWithout = async (context: Context, { parts: [voided], state }: Current) => {
  if (voided.data.kind !== 'treatment' || state.lastTreatment?.at !== voided.instantAt) return {};
  const { day, entry: id } = voided;
  return { lastTreatment: await lastTreatmentOn(context, voided, day, (item) => item.entry !== id) };
};

/** Takes an entry out of the diary with a reason. It stays readable as voided, and its history stays. */
export const voidEntry = async (
  context: Context & Partial<Scopes>,
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
        openBleeds: current.state.openBleeds.filter((bleed) => bleed.id !== current.parts[0].entry),
        ...(await lastTreatmentWithout(context, current)),
      },
      evidence: [{ takeOut: current.parts[0].entry }],
      event: 'entry-voided',
      action: 'void-entry',
      reason: body.reason,
    }),
  );
  return savedOf(result);
};
