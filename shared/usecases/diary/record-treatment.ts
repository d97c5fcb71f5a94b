import type { Temporal } from 'temporal-polyfill';
import { findProduct } from '#catalogue/catalogue.ts';
import type { Saved, TreatmentBody } from '#contracts/entries.ts';
import { addDays } from '#domain/calendar-day.ts';
import type { Stamp } from '#table/item.ts';
import * as patterns from '#table/patterns.ts';
import type { Context, Writer } from '#usecases/ports/context.ts';
import { sightOfCaller } from '#usecases/withheld/as-seen.ts';
import { recordAsSeen } from '#usecases/withheld/record-as-seen.ts';
import type { Sight } from '#usecases/withheld/sight.ts';
import type { Clause } from '#usecases/ports/store.ts';
import { fail, invalid, ok, type Result } from '#usecases/result.ts';
import { evidenceOf } from '#usecases/recording/facts.ts';
import { recalledQuestion } from '#usecases/stock/recalled-question.ts';
import { checkTreatment, DUPLICATE, type Checked } from './check-treatment.ts';
import { dayIn, entryItem, stampOf } from './entry-item.ts';
import { covers, type DiaryIds } from './may-write.ts';
import { bleedsAreThere } from './named-bleeds.ts';
import { planChanged } from './plan-changed.ts';
import { bleedItem, movedHere, bleedUnder, openBleedTrace } from './record-bleed.ts';
import { lastTreatmentOf } from './last-treatment.ts';
import { savedOf } from './saved.ts';
import { usesOf } from './uses-of.ts';
import { saveEntries, type NewEntries, type StateRefusal } from './save-entries.ts';

/** The stored fields of a treatment, without what only the act needs. */
export const treatmentData = (body: TreatmentBody, productName: string) => {
  const {
    mutationId: _m,
    typedAt: _t,
    clockAheadMinutes: _c,
    passed: _p,
    source: _s,
    newBleed: _n,
    moved: _v,
    knownPlan: _k,
    ...fields
  } = body;
  return { kind: 'treatment' as const, ...fields, productName };
};

const nearBy = (
  body: TreatmentBody,
  given: Temporal.Instant,
): { readonly from: string; readonly to: string } | undefined => {
  const minutes =
    body.product.kind === 'catalogue' ? findProduct(body.product.id)?.duplicateIntervalMinutes : undefined;
  if (minutes === undefined || body.passed.includes(DUPLICATE)) return undefined;
  return {
    from: given.subtract({ minutes }).toString({ smallestUnit: 'second' }),
    to: given.add({ minutes }).toString({ smallestUnit: 'second' }),
  };
};

/** The other parent may just have recorded the same dose: asked inside the write, so that two at once are caught too. */
const noTwin = (body: TreatmentBody, near: ReturnType<typeof nearBy>): readonly Clause[] =>
  near === undefined || body.product.kind !== 'catalogue'
    ? []
    : [
        {
          any: [
            { path: 'lastTreatment', is: 'absent' },
            { path: 'lastTreatment.at', is: '<=', to: near.from },
            { path: 'lastTreatment.at', is: '>=', to: near.to },
            { path: 'lastTreatment.product.kind', is: '=', to: 'other' },
            { path: 'lastTreatment.product.id', is: '<>', to: body.product.id },
          ],
        },
      ];

const twinQuestion =
  (context: Context, caller: Writer, body: TreatmentBody, near: ReturnType<typeof nearBy>) =>
  async ({ centre, patient }: StateRefusal['state']): Promise<Result<never> | undefined> => {
    if (near === undefined || body.product.kind !== 'catalogue') return undefined;
    const day = body.when.local.slice(0, 10);
    const { id } = body.product;
    const [sight, around] = await Promise.all([
      sightOfCaller(context, caller, { centre, patient }),
      // By the clock where each was given, which may show the day before or after.
      context.store.queryAll(patterns.entriesBetween(centre, patient, addDays(day, -1), addDays(day, 1))),
    ]);
    const same = around.some(
      ({ item: { entry, data, instantAt, voided } }) =>
        // The question itself would tell of a treatment that is withheld from them.
        sight.sees(entry) &&
        voided === undefined &&
        data.kind === 'treatment' &&
        data.product.kind === 'catalogue' &&
        data.product.id === id &&
        instantAt > near.from &&
        instantAt < near.to,
    );
    return same
      ? fail('question', { questions: [{ pointer: '/when/local', reason: DUPLICATE }] })
      : undefined;
  };

const newEntries = (
  caller: Writer,
  diary: DiaryIds,
  id: string,
  body: TreatmentBody,
  checked: Checked,
  stamp: Stamp,
  homeZone: string,
): NewEntries => {
  const day = dayIn(checked.given, homeZone);
  const treated = entryItem(caller, diary, stamp, body, {
    entry: id,
    data: treatmentData(body, checked.productName),
    localAt: body.when.local,
    instant: checked.given,
    day,
  });
  const { newBleed } = body;
  const bled =
    newBleed === undefined || checked.bleedStarted === undefined
      ? []
      : [
          bleedItem(caller, diary, stamp, body, {
            id: newBleed.id,
            bleed: withoutId(newBleed),
            started: checked.bleedStarted,
            homeZone,
          }),
        ];
  const evidence = evidenceOf(treated);
  return {
    stamp,
    diary,
    entries: [treated, ...bled],
    uses: usesOf(diary, id, body, checked.given, stamp),
    evidence: evidence === undefined ? [] : [{ put: evidence }],
    traces: {
      lastTreatment: lastTreatmentOf(treated),
      ...(newBleed === undefined ? {} : { openBleeds: openBleedTrace(newBleed.id, newBleed) }),
    },
    homeZone,
    checks: bleedsAreThere(diary, body.bleeds, [newBleed?.id]),
    happening: { action: 'record-treatment', about: id, ...movedHere(body) },
  };
};

const withoutId = <T extends { readonly id: string }>(value: T): Omit<T, 'id'> => {
  const { id: _, ...rest } = value;
  return rest;
};

/** The bleeds it names, where they stand in the table. */
const treatmentUnder = (body: TreatmentBody, stored: Sight['stored']): TreatmentBody => {
  const { newBleed, bleeds, ...rest } = body;
  return {
    ...rest,
    bleeds: bleeds.map((bleed) => stored(bleed)),
    ...(newBleed === undefined
      ? {}
      : { newBleed: bleedUnder({ ...newBleed, id: stored(newBleed.id) }, stored) }),
  };
};

/** Records a treatment, and the new bleed it was for where there is one, as one act. */
export const recordTreatment = async (
  context: Context,
  caller: Writer,
  diary: DiaryIds,
  id: string,
  body: TreatmentBody,
): Promise<Result<Saved>> => {
  if (!covers(caller, diary)) return fail('not-found');
  if (body.bleeds.includes(id)) return invalid('/bleeds', 'repeated');
  const checked = checkTreatment(body, context.now());
  if (!checked.ok) return checked;
  const recalled = await recalledQuestion(context, diary, body);
  if (recalled !== undefined) return recalled;
  const other = await planChanged(context, caller, diary, { id, on: body.when.local.slice(0, 10), body });
  if (other !== undefined) return other;
  const stamp = stampOf(context, caller, body.mutationId);
  const near = nearBy(body, checked.value.given);
  return recordAsSeen(context, caller, diary, id, body.bleeds.length > 0, async (stored) => {
    const [own, named] = [stored(id), treatmentUnder(body, stored)];
    const result = await saveEntries(
      context,
      caller,
      body.when.zone,
      (homeZone) =>
        ok({
          ...newEntries(caller, diary, own, named, checked.value, stamp, homeZone),
          unless: noTwin(body, near),
        }),
      twinQuestion(context, caller, body, near),
    );
    return savedOf(result);
  });
};
