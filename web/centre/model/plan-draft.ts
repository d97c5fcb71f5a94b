import type { PlanBody, Regimen } from '#contracts/plan.ts';
import type { FieldProblem } from '#contracts/problem.ts';
import { REGIMEN_KINDS, type RegimenKind } from '#domain/plan.ts';
import type { Moiety, Unit } from '#domain/product.ts';
import { type Drafted, emptyOf } from './drafted.ts';
import { numberReason, readNumber } from './read-number.ts';

export const SCHEDULES = ['every-days', 'every-weeks', 'weekdays'] as const;

/** One regimen as it stands in the form. */
export interface RegimenDraft {
  /** Tells the blocks of the form apart while one between them is removed. */
  readonly key: string;
  readonly kind: RegimenKind;
  readonly productId: string;
  readonly unit: Unit;
  readonly moiety: Moiety;
  readonly amount: string;
  readonly schedule: (typeof SCHEDULES)[number];
  readonly days: string;
  readonly weeks: string;
  readonly weekdays: readonly number[];
  readonly dosesPerDay: string;
  readonly anchor: string;
  readonly until: string;
  readonly effect: 'adds' | 'replaces';
}

export interface PlanDraft {
  readonly effectiveOn: string;
  readonly weightKg: string;
  readonly weighedOn: string;
  readonly regimens: readonly RegimenDraft[];
}

/** Bleeds and on demand: nothing is planned by day, so no schedule is asked. */
export const isScheduled = (kind: RegimenKind): boolean => kind !== 'bleed' && kind !== 'on-demand';

export const emptyRegimen = (key: string, anchor: string): RegimenDraft => ({
  key,
  kind: 'routine',
  productId: '',
  unit: 'IU',
  moiety: 'unmapped',
  amount: '',
  schedule: 'every-days',
  days: '2',
  weeks: '1',
  weekdays: [],
  dosesPerDay: '1',
  anchor,
  until: '',
  effect: 'adds',
});

/** A regimen of the plan in force, to start the next plan from. */
export function regimenDraftOf(regimen: Regimen, key: string, anchor: string): RegimenDraft {
  const { schedule } = regimen;
  const start = emptyRegimen(key, regimen.anchor ?? anchor);
  return {
    ...start,
    kind: REGIMEN_KINDS.find((kind) => kind === regimen.kind) ?? 'routine',
    productId: regimen.productId,
    unit: regimen.amount.unit,
    moiety: regimen.amount.moiety,
    amount: String(regimen.amount.value),
    schedule: schedule?.kind ?? start.schedule,
    days: schedule?.kind === 'every-days' ? String(schedule.days) : start.days,
    weeks: schedule?.kind === 'every-weeks' ? String(schedule.weeks) : start.weeks,
    weekdays: schedule?.kind === 'weekdays' ? schedule.weekdays : [],
    dosesPerDay: String(regimen.dosesPerDay),
    until: regimen.until ?? '',
    effect: regimen.effect ?? 'adds',
  };
}

function scheduleOf(draft: RegimenDraft): NonNullable<Regimen['schedule']> {
  if (draft.schedule === 'weekdays')
    return { kind: 'weekdays', weekdays: draft.weekdays.toSorted((a, b) => a - b) };
  if (draft.schedule === 'every-weeks') return { kind: 'every-weeks', weeks: readNumber(draft.weeks) ?? 0 };
  return { kind: 'every-days', days: readNumber(draft.days) ?? 0 };
}

function regimenProblems(draft: RegimenDraft, index: number): FieldProblem[] {
  const at = `/regimens/${String(index)}`;
  const problems = emptyOf({ [`${at}/productId`]: draft.productId });
  if (readNumber(draft.amount) === undefined)
    problems.push({ pointer: `${at}/amount/value`, reason: numberReason(draft.amount) });
  if (!isScheduled(draft.kind)) return problems;
  problems.push(...emptyOf({ [`${at}/anchor`]: draft.anchor }));
  if (draft.schedule === 'weekdays' && draft.weekdays.length === 0)
    problems.push({ pointer: `${at}/schedule/weekdays`, reason: 'empty' });
  return problems;
}

const regimenOf = (draft: RegimenDraft): Regimen => ({
  kind: draft.kind,
  productId: draft.productId,
  amount: { value: readNumber(draft.amount) ?? 0, unit: draft.unit, moiety: draft.moiety },
  dosesPerDay: isScheduled(draft.kind) ? (readNumber(draft.dosesPerDay) ?? 0) : 1,
  ...(isScheduled(draft.kind) ? { anchor: draft.anchor, schedule: scheduleOf(draft) } : {}),
  ...(draft.until === '' ? {} : { until: draft.until }),
  ...(draft.kind === 'temporary' ? { effect: draft.effect } : {}),
});

/** The request of a new plan without its mutationId, or the fields that stop it. */
export function draftedPlan(draft: PlanDraft, passed: string[]): Drafted<Omit<PlanBody, 'mutationId'>> {
  const weightKg = draft.weightKg.trim() === '' ? undefined : readNumber(draft.weightKg);
  const fields = [
    ...emptyOf({ '/effectiveOn': draft.effectiveOn }),
    // A weight means little without its day.
    ...(weightKg === undefined ? [] : emptyOf({ '/weighedOn': draft.weighedOn })),
    ...draft.regimens.flatMap(regimenProblems),
    ...(draft.weightKg.trim() !== '' && weightKg === undefined
      ? [{ pointer: '/weightKg', reason: numberReason(draft.weightKg) }]
      : []),
  ];
  if (fields.length > 0) return { ok: false, fields };
  return {
    ok: true,
    body: {
      effectiveOn: draft.effectiveOn,
      ...(weightKg === undefined ? {} : { weightKg }),
      ...(draft.weighedOn === '' ? {} : { weighedOn: draft.weighedOn }),
      regimens: draft.regimens.map(regimenOf),
      passed,
    },
  };
}
