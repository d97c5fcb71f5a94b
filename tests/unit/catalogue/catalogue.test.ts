import { expect, test } from 'vitest';
import { catalogueEffectiveFrom, findProduct, products } from '#catalogue/catalogue.ts';
import { isMultipleOfStep } from '#domain/amount.ts';
import { ADJUNCT_MOIETIES } from '#domain/beside-the-plan.ts';

test('every product has its own id and a day from which the list counts', () => {
  expect(new Set(products.map((product) => product.id)).size).toBe(products.length);
  expect(catalogueEffectiveFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});

test('limits and duplicate intervals are marked unconfirmed until a clinician sets them', () => {
  for (const product of products) {
    expect(product.limitsSource, product.id).toBe('unconfirmed');
    expect(product.hardLimit, product.id).toBeGreaterThan(0);
    expect(product.duplicateIntervalMinutes, product.id).toBeGreaterThan(0);
  }
});

test('no single container is over its product’s hard limit, and every strength fits the step', () => {
  for (const product of products) {
    if (product.container === 'multi-dose pen') continue;
    for (const strength of product.strengths) {
      expect(strength.value, product.id).toBeLessThanOrEqual(product.hardLimit);
      expect(isMultipleOfStep(strength.value, product.step), product.id).toBe(true);
    }
  }
});

test('combined products hold both contents of each container', () => {
  expect(findProduct('voncento')?.moieties).toEqual(['VWF', 'FVIII']);
  expect(findProduct('voncento')?.strengths[1]).toEqual({
    value: 1200,
    source: 'label',
    contents: [
      { moiety: 'VWF', value: 1200 },
      { moiety: 'FVIII', value: 500 },
    ],
  });
});

test('strengths read nowhere stay marked', () => {
  const adynovi = findProduct('adynovi');
  expect(adynovi?.strengths.map((strength) => [strength.value, strength.source])).toContainEqual([
    1500,
    'unconfirmed',
  ]);
});

test('factors are told from non-factor products and adjuncts', () => {
  expect(findProduct('advate')?.factor).toBe(true);
  expect(findProduct('novoseven')?.factor).toBe(true);
  expect(findProduct('hemlibra')?.factor).toBe(false);
  expect(findProduct('tranexamic-acid')?.factor).toBe(false);
});

test('units that are not interchangeable are different moieties', () => {
  expect(findProduct('novothirteen')?.moieties).not.toEqual(findProduct('fibrogammin')?.moieties);
  expect(findProduct('hemlibra')?.moieties).toEqual(['emicizumab']);
});

test('an id the catalogue does not hold finds nothing', () => {
  expect(findProduct('no-such-product')).toBeUndefined();
});

test('what counts as an adjunct by what it measures is what the catalogue calls one', () => {
  const measured = products.filter(({ moieties }) => moieties.some((one) => ADJUNCT_MOIETIES.includes(one)));
  expect(measured).toEqual(products.filter((product) => product.class === 'Adjunct'));
});
