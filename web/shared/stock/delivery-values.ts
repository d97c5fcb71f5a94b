import type { ListedProduct } from 'virtual:products';
import { isDay } from '../dates/days.ts';
import { parseAmount, wholeNumber } from '../forms/parse-amount.ts';
import type { Errors } from '../forms/use-form.ts';
import { reasonWords } from '../words/en/problems.ts';
import { stockFieldWords as wrong } from '../words/en/stock.ts';

/** A delivery as it stands in the form: texts as typed. */
export interface DeliveryValues {
  readonly productId: string;
  readonly strength: string;
  readonly batch: string;
  readonly expiresOn: string;
  readonly count: string;
  readonly on: string;
  /** Of the code that was scanned; empty where the batch was typed. */
  readonly gtin: string;
  /** The code didn't say the batch: one that is typed belongs to it. */
  readonly batchless: boolean;
}

const strengthOf = (text: string): number => {
  const parsed = parseAmount(text);
  return parsed.kind === 'number' ? parsed.value : 0;
};

/** As strict as a dose: boxes of a strength that was guessed would never be found again. */
function strengthErrors(text: string): Errors {
  const parsed = parseAmount(text);
  if (text.trim() === '') return { strength: wrong.strength.empty };
  if (parsed.kind === 'unclear') return { strength: reasonWords('ambiguous') };
  return strengthOf(text) > 0 ? {} : { strength: wrong.strength['not-a-number'] };
}

/** What can be told before it is sent, by field. */
export const deliveryErrors = (values: DeliveryValues, product: ListedProduct | undefined): Errors => ({
  ...(product === undefined ? { productId: wrong.productId.empty } : {}),
  ...strengthErrors(values.strength),
  ...(values.batch.trim() === '' && product?.batchRequired === true ? { batch: wrong.batch.empty } : {}),
  ...((wholeNumber(values.count) ?? 0) > 0 ? {} : { count: wrong.count['not-above-zero'] }),
  ...(values.expiresOn === '' || isDay(values.expiresOn) ? {} : { expiresOn: wrong.expiresOn['not-a-date'] }),
  ...(isDay(values.on) ? {} : { on: wrong.on['not-a-date'] }),
});

/** As the API takes it, from values in which nothing is wrong. */
export const deliveryBody = ({ productId, strength, batch, expiresOn, count, on, gtin }: DeliveryValues) => ({
  on,
  how: gtin === '' ? ('typed' as const) : ('scanned' as const),
  lines: [
    {
      productId,
      strength: strengthOf(strength),
      count: wholeNumber(count) ?? 0,
      ...(batch.trim() === '' ? {} : { batch: batch.trim() }),
      ...(expiresOn === '' ? {} : { expiresOn }),
      ...(gtin === '' ? {} : { gtin }),
    },
  ],
});
