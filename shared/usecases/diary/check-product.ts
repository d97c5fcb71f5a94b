import { findProduct } from '#catalogue/catalogue.ts';
import type { FieldProblem } from '#contracts/problem.ts';
import type { TreatmentBody } from '#contracts/entries.ts';
import { isMultipleOfStep, timesAmount, totalByKind, type Amount } from '#domain/amount.ts';
import type { Product } from '#domain/product.ts';
import { fail, ok, type Result } from '#usecases/result.ts';

/** What the containers held in all, in the moiety the amount was given in; more than that can't have gone in. */
const held = (body: TreatmentBody, product: Product | undefined): number => {
  const contents = body.containers.map((container): Amount => {
    const strength = product?.strengths.find(({ value }) => value === container.strength);
    const content = strength?.contents.find(({ moiety }) => moiety === body.amount.moiety);
    return timesAmount(
      { ...body.amount, moiety: 'FVIII', value: content?.value ?? container.strength },
      container.count,
    );
  });
  return totalByKind(contents)[0]?.value ?? 0;
};

const amountProblems = (body: TreatmentBody, product: Product): FieldProblem[] => {
  const { amount } = body;
  const wrong: FieldProblem[] = [];
  if (amount.unit !== product.unit) wrong.push({ pointer: '/amount/unit', reason: 'not-this-products' });
  if (!product.moieties.some((moiety) => moiety === amount.moiety)) {
    wrong.push({ pointer: '/amount/moiety', reason: 'not-this-products' });
  }
  if (!isMultipleOfStep(amount.value, product.step))
    wrong.push({ pointer: '/amount/value', reason: 'not-a-step' });
  if (amount.value > product.hardLimit) wrong.push({ pointer: '/amount/value', reason: 'too-much' });
  return wrong;
};

const containerProblems = (body: TreatmentBody, product: Product): FieldProblem[] =>
  body.containers.flatMap((container, place): FieldProblem[] => {
    const at = `/containers/${String(place)}`;
    const wrong: FieldProblem[] = [];
    const known = product.strengths.some(({ value }) => value === container.strength);
    // A spray or pen has no strength of its own to check.
    if (product.container === 'single-dose' && !known)
      wrong.push({ pointer: `${at}/strength`, reason: 'not-this-products' });
    if (container.batch.kind === 'not-needed' && product.batchRequired)
      wrong.push({ pointer: `${at}/batch`, reason: 'empty' });
    return wrong;
  });

const heldProblems = (body: TreatmentBody, product: Product | undefined): FieldProblem[] =>
  (product === undefined || product.container === 'single-dose') && body.amount.value > held(body, product)
    ? [{ pointer: '/amount/value', reason: 'more-than-containers' }]
    : [];

/**
 * Whether product, containers and amount can belong together.
 *
 * @returns the product's name as it is kept with the entry
 */
export const checkProduct = (body: TreatmentBody): Result<string> => {
  if (body.product.kind === 'other') {
    const wrong = heldProblems(body, undefined);
    return wrong.length === 0 ? ok(body.product.name) : fail('invalid', { fields: wrong });
  }
  const product = findProduct(body.product.id);
  if (product === undefined)
    return fail('invalid', { fields: [{ pointer: '/product/id', reason: 'not-in-catalogue' }] });
  const fields = [
    ...amountProblems(body, product),
    ...containerProblems(body, product),
    ...heldProblems(body, product),
  ];
  return fields.length === 0 ? ok(product.name) : fail('invalid', { fields });
};
