import type { Saved, TreatmentBody } from '#contracts/entries.ts';
import type { entry } from '#table/entities/diary.ts';
import type { Stored } from '#table/entity.ts';
import type { Context, Writer } from '#usecases/ports/context.ts';
import type { Scopes } from '#usecases/ports/scopes.ts';
import { evidenceOf } from '#usecases/recording/facts.ts';
import { fail, invalid, ok, type Result } from '#usecases/result.ts';
import { whenKept } from '#usecases/withheld/own-clock.ts';
import { changeEntry, type Change } from './change-entry.ts';
import { dayIn, stampOf } from './entry-item.ts';
import { covers, type DiaryIds } from './may-write.ts';
import { recalledQuestion } from '#usecases/stock/recalled-question.ts';
import { checkTreatment, type Checked } from './check-treatment.ts';
import { lastTreatmentOf, lastTreatmentOn, laterOf } from './last-treatment.ts';
import { bleedsAreThere } from './named-bleeds.ts';
import { treatmentData } from './record-treatment.ts';
import { usesOf } from './uses-of.ts';
import type { Current } from './read-current.ts';
import { savedOf } from './saved.ts';

type Entry = Stored<typeof entry>;

/** What may be repeated next follows a correction, in its batch as well as in its time. */
const lastAfter = async (context: Context, { parts: [before], state }: Current, after: Entry) => {
  const now = lastTreatmentOf(after);
  const { lastTreatment: last } = state;
  if (last === undefined || last.entry !== before.entry) return { lastTreatment: laterOf(last, now) };
  if (after.instantAt >= last.at) return { lastTreatment: now };
  const others = await lastTreatmentOn(context, before, last.day, ({ entry }) => entry !== before.entry);
  return { lastTreatment: laterOf(others, now) };
};

const corrected = async (
  context: Context,
  current: Current,
  body: TreatmentBody,
  checked: Checked,
  stamp: Parameters<typeof usesOf>[4],
): Promise<Result<Change>> => {
  const [before] = current.parts;
  // Another kind of entry lives under this id: for this route it isn't there.
  if (before.data.kind !== 'treatment') return fail('not-found');
  // What the caller doesn't see of it stays as it was.
  const { sees, stored } = current.sight;
  const unseen = before.data.bleeds.filter((bleed) => !sees(bleed));
  const seen = before.data.bleeds.filter((bleed) => sees(bleed));
  const when = whenKept(current.clock, before.data.when, body.when);
  const bleeds = body.bleeds.map((bleed) => stored(bleed));
  const data = { ...treatmentData(body, checked.productName), when };
  const { boxFrom: was, ...rest } = before;
  // Neither of the own boxes nor said to be another's: whoever can't see whose they were leaves that as it was.
  const boxFrom = body.boxFrom ?? (body.fromHomeStock ? undefined : was);
  const after = {
    ...rest,
    ...(boxFrom === undefined ? {} : { boxFrom }),
    data: { ...data, bleeds: [...bleeds, ...unseen] },
    localAt: when.local,
    instantAt: checked.given.toString({ smallestUnit: 'second' }),
    day: dayIn(checked.given, current.state.homeZone),
    passed: body.passed,
  };
  const evidence = evidenceOf(after);
  return ok({
    parts: [after],
    uses: usesOf(before, before.entry, body, checked.given, stamp),
    state: await lastAfter(context, current, after),
    evidence: evidence === undefined ? [] : [{ put: evidence }],
    event: 'entry-corrected',
    checks: bleedsAreThere(before, bleeds, seen),
    action: 'correct-treatment',
  });
};

/** Corrects a treatment from the version the person saw. A new bleed is recorded by itself, not with a correction. */
export const correctTreatment = async (
  context: Context & Partial<Scopes>,
  caller: Writer,
  diary: DiaryIds,
  given: { readonly id: string; readonly body: TreatmentBody; readonly version: number },
): Promise<Result<Saved>> => {
  if (!covers(caller, diary)) return fail('not-found');
  const { id, body, version } = given;
  if (body.newBleed !== undefined) return invalid('/newBleed', 'not-with-a-correction');
  if (body.bleeds.includes(id)) return invalid('/bleeds', 'repeated');
  const checked = checkTreatment(body, context.now());
  if (!checked.ok) return checked;
  const recalled = await recalledQuestion(context, diary, body);
  if (recalled !== undefined) return recalled;
  const stamp = stampOf(context, caller, body.mutationId);
  return savedOf(
    await changeEntry(context, caller, diary, { id, version, stamp }, (current) =>
      corrected(context, current, body, checked.value, stamp),
    ),
  );
};
