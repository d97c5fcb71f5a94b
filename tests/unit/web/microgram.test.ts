import { expect, it } from 'vitest';
import { amountText } from '../../../web/centre/model/entry-text.ts';
import { rowWords } from '../../../web/shared/stock/row-words.ts';

it('micrograms are spelt out wherever an amount is read: the short form is misread as milligrams', () => {
  const row = { productName: 'A spray', strength: 150, unit: 'ug', batch: 'B1' } as const;
  expect([rowWords(row), amountText(150, 'ug')].join()).not.toMatch(/µg|ug\b/u);
  expect(rowWords(row)).toMatch(/150\smicrograms/u);
  expect(amountText(150, 'ug')).toMatch(/150\smicrograms/u);
});
