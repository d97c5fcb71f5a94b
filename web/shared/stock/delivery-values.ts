import type { ListedProduct } from 'virtual:products';
import { isDay } from '../dates/days.ts';
import type { Errors } from '../forms/use-form.ts';
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
}

const number = (text: string): number => Number(text.replaceAll(/[\s,]/g, ''));

/** What can be told before it is sent, by field. */
export const deliveryErrors = (values: DeliveryValues, product: ListedProduct | undefined): Errors => ({
  ...(product === undefined ? { productId: wrong.productId.empty } : {}),
  ...(number(values.strength) > 0 ? {} : { strength: wrong.strength.empty }),
  ...(values.batch.trim() === '' && product?.batchRequired === true ? { batch: wrong.batch.empty } : {}),
  ...(Number.isInteger(number(values.count)) && number(values.count) > 0
    ? {}
    : { count: wrong.count['not-above-zero'] }),
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
      strength: number(strength),
      count: number(count),
      ...(batch.trim() === '' ? {} : { batch: batch.trim() }),
      ...(expiresOn === '' ? {} : { expiresOn }),
      ...(gtin === '' ? {} : { gtin }),
    },
  ],
});
