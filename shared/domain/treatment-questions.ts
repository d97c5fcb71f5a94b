import type { TreatmentDraft, TreatmentQuestion, TreatmentSurroundings } from './check-treatment.ts';
import { normaliseBatch } from './batch.ts';
import { addDays, daysBetween } from './calendar-day.ts';
import type { Evidence } from './evidence.ts';
import { matchDoses, mayStandFor, toleranceDays, type MatchRules } from './match-doses.ts';
import { planInForce, type PlannedAmount, type Regimen } from './plan.ts';
import { plannedDoses } from './planned-doses.ts';
import { NO_BATCH, type StockRow } from './stock/stock-draws.ts';
import { BLEED_REASONS } from './vocabulary.ts';

interface Question {
  readonly code: TreatmentQuestion;
  readonly pointer: string;
}

/** What is unlikely about a treatment: asked before saving, can be passed, never advice. */
export function treatmentQuestions(draft: TreatmentDraft, surroundings: TreatmentSurroundings): Question[] {
  const { now, policy } = surroundings;
  const questions: Question[] = [];
  if (now.since(draft.givenAt).total('days') > policy.askOlderThanDays) {
    questions.push({ code: 'long-ago', pointer: '/when/local' });
  }
  return [
    ...questions,
    ...planQuestions(draft, surroundings),
    ...containerQuestions(draft, surroundings),
    ...stockQuestions(draft, surroundings),
    ...repeatQuestions(draft, surroundings),
  ];
}

function planQuestions(draft: TreatmentDraft, { plans, policy }: TreatmentSurroundings): Question[] {
  const plan = planInForce(plans ?? [], draft.day);
  if (plan === undefined || plan.regimens.length === 0) return [];
  const ofProduct = plan.regimens.filter((regimen) => regimen.productId === draft.product?.id);
  if (ofProduct.length === 0) return [{ code: 'product-not-in-plan', pointer: '/product' }];
  const planned = comparableAmounts(draft, ofProduct);
  if (planned.length === 0) return [{ code: 'unit-not-in-plan', pointer: '/amount/unit' }];
  const { value } = draft.amount;
  if (value < Math.min(...planned) * policy.askBelowPlanRatio) {
    return [{ code: 'less-than-half-of-plan', pointer: '/amount/value' }];
  }
  return value > Math.max(...planned) * policy.askAbovePlanRatio
    ? [{ code: 'more-than-twice-plan', pointer: '/amount/value' }]
    : [];
}

/** Bleeds are held against the bleed and on-demand regimens, everything else against the others, where there are any. */
function comparableAmounts({ amount, reason }: TreatmentDraft, regimens: readonly Regimen[]): number[] {
  const forBleed = BLEED_REASONS.some((bleedReason) => bleedReason === reason);
  const fitting = regimens.filter(({ kind }) => (kind === 'bleed' || kind === 'on-demand') === forBleed);
  const sameKind = (planned: PlannedAmount): boolean =>
    planned.unit === amount.unit && planned.moiety === amount.moiety;
  return (fitting.length === 0 ? regimens : fitting)
    .flatMap((regimen) => [
      regimen.amount,
      ...(regimen.loading === undefined ? [] : [regimen.loading.amount]),
    ])
    .filter(sameKind)
    .map(({ value }) => value);
}

function containerQuestions(draft: TreatmentDraft, { isRecalled }: TreatmentSurroundings): Question[] {
  return draft.containers.flatMap(({ batch, expiresOn }, index) => {
    const questions: Question[] = [];
    const at = `/containers/${String(index)}`;
    if (expiresOn !== undefined && expiresOn < draft.day) {
      questions.push({ code: 'expired', pointer: `${at}/expiresOn` });
    }
    if (
      batch.kind === 'known' &&
      draft.product !== undefined &&
      isRecalled?.(draft.product.id, normaliseBatch(batch.number)) === true
    ) {
      questions.push({ code: 'recalled', pointer: `${at}/batch` });
    }
    return questions;
  });
}

/** A batch that is used up by the count at home was probably typed for another. */
function stockQuestions(
  { product, containers }: TreatmentDraft,
  { leftAtHome }: TreatmentSurroundings,
): Question[] {
  if (product === undefined || leftAtHome === undefined) return [];
  const rows = containers.map(({ batch, strength }): StockRow | undefined =>
    batch.kind === 'unknown'
      ? undefined
      : {
          productId: product.id,
          strength,
          normalisedBatch: batch.kind === 'known' ? normaliseBatch(batch.number) : NO_BATCH,
        },
  );
  return rows.flatMap((row, index) => {
    const left = row === undefined ? undefined : leftAtHome(row);
    if (row === undefined || left === undefined) return [];
    // The same batch in several rows is asked about where it becomes too many.
    const upToHere = containers.filter(
      ({ strength }, at) =>
        at <= index && strength === row.strength && rows[at]?.normalisedBatch === row.normalisedBatch,
    );
    return upToHere.reduce((sum, { count }) => sum + count, 0) > left
      ? [{ code: 'more-than-at-home', pointer: `/containers/${String(index)}/batch` } as const]
      : [];
  });
}

function repeatQuestions(draft: TreatmentDraft, surroundings: TreatmentSurroundings): Question[] {
  const { product, givenAt } = draft;
  if (product === undefined) return [];
  const isClose = surroundings.treatments?.some(
    (other) =>
      other.productId === product.id &&
      Math.abs(other.givenAt.since(givenAt).total('minutes')) < product.duplicateIntervalMinutes,
  );
  if (isClose === true) return [{ code: 'possible-duplicate', pointer: '/when/local' }];
  return fillsNoDose(draft, surroundings) ? [{ code: 'dose-already-recorded', pointer: '/when/local' }] : [];
}

/** Days around a treatment whose doses could be matched otherwise because of it. */
const AROUND_DAYS = 14;

/** True when there is a planned dose this treatment could be, but every such dose is recorded already. */
function fillsNoDose(draft: TreatmentDraft, surroundings: TreatmentSurroundings): boolean {
  const { plans, products, evidence, policy } = surroundings;
  if (plans === undefined || products === undefined || evidence === undefined) return false;
  if (BLEED_REASONS.some((reason) => reason === draft.reason)) return false;
  const rules: MatchRules = { policy, products };
  const doses = plannedDoses(plans, addDays(draft.day, -AROUND_DAYS), addDays(draft.day, AROUND_DAYS));
  const added: Evidence = {
    id: 'draft',
    kind: 'treatment',
    from: draft.day,
    to: draft.day,
    productId: draft.product?.id,
    reason: draft.reason,
  };
  const couldBe = doses.some(
    (dose) =>
      mayStandFor(added, dose, rules) &&
      Math.abs(daysBetween(dose.day, draft.day)) <= toleranceDays(dose.intervalDays, policy),
  );
  if (!couldBe) return false;
  const matched = (list: readonly Evidence[]): number => matchDoses(doses, list, rules).matched.length;
  return matched([...evidence, added]) === matched(evidence);
}
