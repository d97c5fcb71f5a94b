import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ListedProduct } from 'virtual:products';
import { formatAmount } from '#domain/format-amount.ts';
import { parseAmount } from '../forms/parse-amount.ts';
import { SelectField } from '../forms/select-field.tsx';
import { TextField } from '../forms/text-field.tsx';
import { scanWords as words } from '../words/en/scan.ts';
import { boxName, type KnownBox } from './known-box.ts';

interface Props {
  readonly products: readonly ListedProduct[];
  /** Those it probably is: one press each. */
  readonly likely: readonly KnownBox[];
  readonly onBox: (box: KnownBox) => void;
  readonly onClose: () => void;
}

/** More would be a list again. */
const MOST = 4;

/** A code says a number and no name: which product it is has to be told once. */
export function WhichBox({ products, likely, onBox, onClose }: Props): VNode {
  const title = useRef<HTMLHeadingElement>(null);
  const [productId, setProductId] = useState('');
  const [strength, setStrength] = useState('');
  const product = products.find(({ id }) => id === productId);
  const parsed = parseAmount(strength);
  const value = parsed.kind === 'number' ? parsed.value : 0;
  useEffect(() => {
    title.current?.focus();
  }, []);
  return (
    <section class="card scan" aria-labelledby="which-box-title">
      <h2 id="which-box-title" ref={title} tabIndex={-1}>
        {words.which}
      </h2>
      <p>{words.whichWhy}</p>
      <div class="buttons">
        {likely.slice(0, MOST).map((box) => (
          <button
            key={boxName(box, products)}
            type="button"
            class="button button-second"
            onClick={() => {
              onBox(box);
            }}
          >
            <bdi>{boxName(box, products)}</bdi>
          </button>
        ))}
      </div>
      <SelectField
        id="which-product"
        label={likely.length === 0 ? words.product : words.another}
        none={words.choose}
        choices={products.map(({ id, name }) => ({ value: id, label: name }))}
        value={productId}
        onValue={(chosen) => {
          setProductId(chosen);
          setStrength('');
        }}
      />
      {product !== undefined && product.strengths.length > 0 && (
        <SelectField
          id="which-strength"
          label={words.strength}
          none={words.choose}
          choices={product.strengths.map((one) => ({
            value: String(one.value),
            label: formatAmount({ value: one.value, unit: product.unit }),
          }))}
          value={strength}
          onValue={setStrength}
        />
      )}
      {product !== undefined && product.strengths.length === 0 && (
        <TextField
          id="which-strength"
          label={words.strength}
          inputMode="decimal"
          width={5}
          value={strength}
          onValue={setStrength}
        />
      )}
      <div class="buttons">
        {product !== undefined && value > 0 && (
          <button
            type="button"
            class="button button-second"
            onClick={() => {
              onBox({ productId, strength: value });
            }}
          >
            {words.useThis}
          </button>
        )}
        <button type="button" class="button button-quiet" onClick={onClose}>
          {words.leave}
        </button>
      </div>
    </section>
  );
}
