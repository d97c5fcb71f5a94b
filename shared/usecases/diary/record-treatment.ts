import type { Saved, TreatmentBody } from '#contracts/entries.ts';
import type { Stamp } from '#table/item.ts';
import type { Context, Writer } from '#usecases/ports/context.ts';
import { recordAsSeen } from '#usecases/withheld/record-as-seen.ts';
import type { Sight } from '#usecases/withheld/sight.ts';
import type { Scopes } from '#usecases/ports/scopes.ts';
import { fail, invalid, ok, type Result } from '#usecases/result.ts';
import { evidenceOf } from '#usecases/recording/facts.ts';
import { lendActs, lenderFor, type Lender } from '#usecases/stock/lend-box.ts';
import { recalledQuestion } from '#usecases/stock/recalled-question.ts';
import { checkTreatment, type Checked } from './check-treatment.ts';
import { dayIn, entryItem, stampOf } from './entry-item.ts';
import { covers, type DiaryIds } from './may-write.ts';
import { bleedsAreThere } from './named-bleeds.ts';
import { planChanged } from './plan-changed.ts';
import { bleedItem, bleedUnder, openBleedTrace } from './record-bleed.ts';
import { lastTreatmentOf } from './last-treatment.ts';
import { nearBy, noTwin, twinQuestion } from './possible-twin.ts';
import { savedOf } from './saved.ts';
import { usesOf } from './uses-of.ts';
import { saveEntries, type NewEntries } from './save-entries.ts';

/** The stored fields of a treatment, without what only the act needs. */
export const treatmentData = (body: TreatmentBody, productName: string) => {
  const {
    mutationId: _m,
    typedAt: _t,
    clockAheadMinutes: _c,
    passed: _p,
    source: _s,
    newBleed: _n,
    knownPlan: _k,
    boxFrom,
    ...fields
  } = body;
  // Another diary's boxes leave that one's stock (stock/lend-box), never this one's.
  const fromHomeStock = fields.fromHomeStock && boxFrom === undefined;
  return { kind: 'treatment' as const, ...fields, fromHomeStock, productName };
};

const newEntries = (
  caller: Writer,
  diary: DiaryIds,
  id: string,
  body: TreatmentBody,
  checked: Checked,
  stamp: Stamp,
  homeZone: string,
  lent: { readonly lender: Lender; readonly context: Context } | undefined,
): NewEntries => {
  const lender = lent?.lender;
  const day = dayIn(checked.given, homeZone);
  const treated = {
    ...entryItem(caller, diary, stamp, body, {
      entry: id,
      data: treatmentData(body, checked.productName),
      localAt: body.when.local,
      instant: checked.given,
      day,
    }),
    ...(lender === undefined ? {} : { boxFrom: lender.diary }),
  };
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
    ...(lent === undefined
      ? {}
      : {
          lent: {
            acts: lendActs(lent.context, caller, lent.lender, { after: treated, stamp }),
            store: lent.lender.store,
          },
        }),
    happening: { action: 'record-treatment', about: id },
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

/**
 * Records a treatment, and the new bleed it was for where there is one, as one act. Boxes of another diary leave that
 * one's stock in the same act.
 */
export const recordTreatment = async (
  context: Context & Partial<Scopes>,
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
  const lender =
    body.boxFrom === undefined ? undefined : await lenderFor(context, caller, diary, body.boxFrom);
  if (body.boxFrom !== undefined && lender === undefined) return invalid('/boxFrom', 'not-there');
  const lent = lender === undefined ? undefined : { lender, context };
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
          ...newEntries(caller, diary, own, named, checked.value, stamp, homeZone, lent),
          unless: noTwin(body, near),
        }),
      twinQuestion(context, caller, body, near),
    );
    return savedOf(result);
  });
};
