import type { Temporal } from 'temporal-polyfill';
import { findProduct } from '#catalogue/catalogue.ts';
import type { TreatmentBody } from '#contracts/entries.ts';
import { defaultPolicy } from '#domain/centre-policy.ts';
import { checkTreatment as findings, type TreatmentQuestion } from '#domain/check-treatment.ts';
import type { Product } from '#domain/product.ts';
import { fail, invalid, ok, type Result } from '#usecases/result.ts';
import { dayIn, instantOf } from './entry-item.ts';
import { bleedStart } from './record-bleed.ts';

/** Asked inside the write, because only the table knows what somebody else has just recorded. */
export const DUPLICATE: TreatmentQuestion = 'possible-duplicate';

/** What is known of a treatment without the table. */
export interface Checked {
  readonly productName: string;
  readonly given: Temporal.Instant;
  readonly bleedStarted: Temporal.Instant | undefined;
}

const productOf = (body: TreatmentBody): Result<{ readonly product?: Product; readonly name: string }> => {
  if (body.product.kind === 'other') return ok({ name: body.product.name });
  const product = findProduct(body.product.id);
  return product === undefined
    ? invalid('/product/id', 'not-in-catalogue')
    : ok({ product, name: product.name });
};

const bleedsProblem = ({ bleeds, newBleed }: TreatmentBody): Result<never> | undefined => {
  if (new Set(bleeds).size !== bleeds.length) return invalid('/bleeds', 'repeated');
  return newBleed !== undefined && !bleeds.includes(newBleed.id)
    ? invalid('/newBleed/id', 'not-among-bleeds')
    : undefined;
};

/** The domain's findings, as an answer: what is impossible is refused, what is unlikely is asked once. */
const refused = (
  body: TreatmentBody,
  product: Product | undefined,
  given: Temporal.Instant,
  now: Temporal.Instant,
) => {
  const draft = {
    ...body,
    product,
    givenAt: given,
    day: dayIn(given, body.when.zone),
    bleedCount: body.bleeds.length,
  };
  const found = findings(draft, { now, policy: defaultPolicy });
  const named = (severity: 'block' | 'ask') =>
    found.filter((one) => one.severity === severity).map(({ pointer, code }) => ({ pointer, reason: code }));
  const blocks = named('block');
  if (blocks.length > 0) return fail('invalid', { fields: blocks });
  const questions = named('ask').filter(({ reason }) => !body.passed.includes(reason));
  return questions.length > 0 ? fail('question', { questions }) : undefined;
};

/** A treatment's fields checked against each other, the catalogue and the clock. */
export const checkTreatment = (body: TreatmentBody, now: Temporal.Instant): Result<Checked> => {
  const product = productOf(body);
  if (!product.ok) return product;
  const given = instantOf(body.when, now, '/when');
  if (!given.ok) return given;
  const no = bleedsProblem(body) ?? refused(body, product.value.product, given.value, now);
  if (no !== undefined) return no;
  const checked = { productName: product.value.name, given: given.value };
  if (body.newBleed === undefined) return ok({ ...checked, bleedStarted: undefined });
  const started = bleedStart(body.newBleed, now, '/newBleed');
  return started.ok ? ok({ ...checked, bleedStarted: started.value }) : started;
};
