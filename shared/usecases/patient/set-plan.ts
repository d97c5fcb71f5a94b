import { findProduct } from '#catalogue/catalogue.ts';
import type { Saved } from '#contracts/entries.ts';
import type { PlanBody } from '#contracts/plan.ts';
import type { FieldProblem } from '#contracts/problem.ts';
import { isMultipleOfStep } from '#domain/amount.ts';
import { addDays, daysBetween } from '#domain/calendar-day.ts';
import { defaultPolicy } from '#domain/centre-policy.ts';
import { localDay } from '#domain/local-time.ts';
import type { Product } from '#domain/product.ts';
import { plan } from '#table/entities/diary.ts';
import { created } from '#table/item.ts';
import type { Context, StaffCaller } from '#usecases/ports/context.ts';
import { fail, invalid, ok, type Result } from '#usecases/result.ts';
import { changePatient, savedPatient, type State } from './change-patient.ts';

type Amount = PlanBody['regimens'][number]['amount'];

const SCHEDULED = ['routine', 'temporary', 'immune-tolerance'];
const FAR_PLAN = 'far-effective-day';

/** Why an amount can't be one of the product. */
const amountProblems = (amount: Amount, product: Product, at: string): FieldProblem[] => {
  const wrong: FieldProblem[] = [];
  if (amount.unit !== product.unit) wrong.push({ pointer: `${at}/unit`, reason: 'not-this-products' });
  if (!product.moieties.includes(amount.moiety))
    wrong.push({ pointer: `${at}/moiety`, reason: 'not-this-products' });
  if (!isMultipleOfStep(amount.value, product.step))
    wrong.push({ pointer: `${at}/value`, reason: 'not-a-step' });
  if (amount.value > product.hardLimit) wrong.push({ pointer: `${at}/value`, reason: 'too-much' });
  return wrong;
};

const regimenProblems = (regimen: PlanBody['regimens'][number], at: string): FieldProblem[] => {
  const wrong: FieldProblem[] = [];
  const product = findProduct(regimen.productId);
  if (product === undefined) return [{ pointer: `${at}/productId`, reason: 'not-in-catalogue' }];
  wrong.push(...amountProblems(regimen.amount, product, `${at}/amount`));
  if (regimen.loading !== undefined)
    wrong.push(...amountProblems(regimen.loading.amount, product, `${at}/loading/amount`));
  if (regimen.anchor !== undefined && regimen.until !== undefined && regimen.until < regimen.anchor)
    wrong.push({ pointer: `${at}/until`, reason: 'before-start' });
  if (SCHEDULED.includes(regimen.kind)) {
    if (regimen.anchor === undefined) wrong.push({ pointer: `${at}/anchor`, reason: 'empty' });
    if (regimen.schedule === undefined) wrong.push({ pointer: `${at}/schedule`, reason: 'empty' });
  }
  return wrong;
};

const problems = (body: PlanBody): FieldProblem[] => [
  ...body.regimens.flatMap((regimen, place) => regimenProblems(regimen, `/regimens/${String(place)}`)),
  ...(body.weightKg !== undefined && body.weighedOn === undefined
    ? [{ pointer: '/weighedOn', reason: 'empty' }]
    : []),
];

/** The plans a check may still need: those in force within the longest look-back, and those to come. */
const needed = (plans: State['plans'], today: string): State['plans'] => {
  const edge = addDays(today, -200);
  const sorted = [...plans].sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1));
  const last = sorted.findLastIndex(({ effectiveOn }) => effectiveOn <= edge);
  return last <= 0 ? sorted : sorted.slice(last);
};

/** Sets a new plan. Earlier plans stay as they were: what was planned then stays what was planned then. */
export const setPlan = async (
  context: Context,
  caller: StaffCaller,
  given: { readonly patient: string; readonly id: string; readonly body: PlanBody },
): Promise<Result<Saved>> => {
  const { patient: id, body } = given;
  const fields = problems(body);
  if (fields.length > 0) return fail('invalid', { fields });
  const result = await changePatient(
    context,
    caller,
    { patient: id, mutationId: body.mutationId },
    ({ stamp, patient }) => {
      if (patient.stop !== undefined) return fail('not-now');
      const today = localDay(context.now(), patient.homeZone);
      if (body.weighedOn !== undefined && body.weighedOn > today)
        return invalid('/weighedOn', 'in-the-future');
      const far = Math.abs(daysBetween(today, body.effectiveOn)) > defaultPolicy.askPlanDateBeyondDays;
      if (far && !body.passed.includes(FAR_PLAN))
        return fail('question', { questions: [{ pointer: '/effectiveOn', reason: FAR_PLAN }] });
      const { mutationId: _m, passed: _p, ...fieldsOf } = body;
      const ids = { centre: patient.centre, patient: patient.patient };
      const item = {
        ...ids,
        plan: given.id,
        ...fieldsOf,
        setAt: stamp.at,
        setBy: caller.account,
        ...created(stamp),
      };
      const copy = { id: given.id, effectiveOn: body.effectiveOn, setAt: stamp.at, regimens: body.regimens };
      return ok({
        state: {
          ...patient,
          plans: needed([...patient.plans.filter((one) => one.id !== given.id), copy], today),
        },
        event: 'plan-changed',
        more: [{ act: 'put', label: 'plan', entity: plan, item, over: 'absent' }],
        happening: { action: 'set-plan', about: given.id, after: fieldsOf },
      });
    },
  );
  return savedPatient(result);
};
