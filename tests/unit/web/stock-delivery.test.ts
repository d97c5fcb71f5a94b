import { describe, expect, it } from 'vitest';
import { findProduct } from '#catalogue/catalogue.ts';
import { deliveryBody, deliveryErrors } from '../../../web/shared/stock/delivery-values.ts';

const product = findProduct('elocta');
const values = {
  productId: 'elocta',
  strength: '1000',
  batch: 'AB12',
  expiresOn: '',
  count: '6',
  on: '2026-11-22',
  gtin: '',
  batchless: false,
};
const wrong = (more: Partial<typeof values>) => deliveryErrors({ ...values, ...more }, product);

describe('a delivery as it is typed', () => {
  it('is read in whatever digits', () => {
    const arabic = { ...values, strength: '١٠٠٠', count: '٦' };
    expect(wrong(arabic)).toEqual({});
    expect(deliveryBody(arabic).lines).toMatchObject([{ strength: 1000, count: 6 }]);
  });

  it.each(['1,000', '1.000', '2.000'])('never guesses what a strength of %s is', (strength) => {
    expect(wrong({ strength })['strength']).toMatch(/two numbers/);
  });

  it.each(['0', '1.5', 'six', '1,000'])('takes no number of boxes from %s', (count) => {
    expect(Object.keys(wrong({ count }))).toEqual(['count']);
  });
});
