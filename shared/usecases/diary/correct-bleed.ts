import type { BleedBody, Saved } from '#contracts/entries.ts';
import type { Context, Writer } from '#usecases/ports/context.ts';
import type { Scopes } from '#usecases/ports/scopes.ts';
import { fail, ok, type Result } from '#usecases/result.ts';
import { whenKept } from '#usecases/withheld/own-clock.ts';
import { changeEntry } from './change-entry.ts';
import { dayIn, stampOf } from './entry-item.ts';
import { covers, type DiaryIds } from './may-write.ts';
import { tooManyOpen } from './open-bleeds.ts';
import { bleedFieldsOf, bleedStart, openBleedTrace, type BleedFields } from './record-bleed.ts';
import type { Current } from './read-current.ts';
import { savedOf } from './saved.ts';

/** What the caller doesn't see of a bleed stays as it was: the zone of its times, and the bleed it goes on from. */
const keptFields = ({ sight, clock }: Current, before: BleedFields, sent: BleedFields): BleedFields => {
  const { startedAt, endedAt, sameAs, ...rest } = sent;
  const unseen = sight.sees(before.sameAs ?? '') ? undefined : before.sameAs;
  const from = sameAs === undefined ? unseen : sight.stored(sameAs);
  return {
    ...rest,
    startedAt: whenKept(clock, before.startedAt, startedAt),
    ...(endedAt === undefined
      ? {}
      : { endedAt: whenKept(clock, before.endedAt ?? before.startedAt, endedAt) }),
    ...(from === undefined ? {} : { sameAs: from }),
  };
};

/** Corrects a bleed, or gives an ongoing one its end and response. */
export const correctBleed = async (
  context: Context & Partial<Scopes>,
  caller: Writer,
  diary: DiaryIds,
  given: { readonly id: string; readonly body: BleedBody; readonly version: number },
): Promise<Result<Saved>> => {
  if (!covers(caller, diary)) return fail('not-found');
  const { id, version } = given;
  const bleed = bleedFieldsOf(given.body);
  const started = bleedStart(bleed, context.now(), '');
  if (!started.ok) return started;
  const stamp = stampOf(context, caller, given.body.mutationId);
  const result = await changeEntry(context, caller, diary, { id, version, stamp }, (current) => {
    const [before] = current.parts;
    if (before.data.kind !== 'bleed') return fail('not-found');
    const kept = keptFields(current, before.data, bleed);
    const after = {
      ...before,
      data: { kind: 'bleed' as const, ...kept },
      localAt: kept.startedAt.local,
      instantAt: started.value.toString({ smallestUnit: 'second' }),
      day: dayIn(started.value, current.state.homeZone),
    };
    const others = current.state.openBleeds.filter((one) => one.id !== before.entry);
    const open = openBleedTrace(before.entry, kept);
    const no = tooManyOpen(others, open);
    if (no !== undefined) return no;
    return ok({
      parts: [after],
      uses: [],
      state: { openBleeds: [...others, ...open] },
      evidence: [],
      event: 'entry-corrected',
      action: 'correct-bleed',
    });
  });
  return savedOf(result);
};
