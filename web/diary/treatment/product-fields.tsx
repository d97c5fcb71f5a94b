import type { VNode } from 'preact';
import type { ListedProduct } from 'virtual:products';
import type { MonthView } from '#contracts/diary.ts';
import { UNITS } from '#domain/product.ts';
import { Radios } from '../../shared/forms/radios.tsx';
import { SelectField } from '../../shared/forms/select-field.tsx';
import { TextField } from '../../shared/forms/text-field.tsx';
import type { Errors } from '../../shared/forms/use-form.ts';
import { treatmentWords as words } from '../../shared/words/en/treatment.ts';
import { entryWords } from '../../shared/words/en/entry.ts';
import { type TreatmentValues, withProduct } from './treatment-values.ts';

export interface TreatmentPartProps {
  readonly values: TreatmentValues;
  readonly set: (change: Partial<TreatmentValues>) => void;
  readonly errors: Errors;
  readonly product: ListedProduct | undefined;
}
interface Props extends TreatmentPartProps {
  readonly view: MonthView;
  readonly products: readonly ListedProduct[];
}

const choice = ({ id, name }: ListedProduct) => ({ value: id, label: name });

/** The product: those of the plan first, then the catalogue, then any other by name. */
export function ProductFields({ values, set, errors, product, view, products }: Props): VNode {
  const inPlan = new Set(view.plan?.regimens.map(({ productId }) => productId));
  const groups = [
    { label: words.inPlan, choices: products.filter(({ id }) => inPlan.has(id)).map(choice) },
    {
      label: words.allProducts,
      choices: [
        ...products.filter(({ id }) => !inPlan.has(id)).map(choice),
        { value: 'other', label: words.otherProduct },
      ],
    },
  ].filter(({ choices }) => choices.length > 0);
  const choose = (productId: string): void => {
    set(
      withProduct(
        { ...values, productId },
        view,
        products.find(({ id }) => id === productId),
      ),
    );
  };
  return (
    <>
      <SelectField
        id="productId"
        label={words.product}
        none={words.chooseProduct}
        groups={groups}
        value={values.productId}
        error={errors['productId']}
        onValue={choose}
      />
      {values.productId === 'other' && (
        <div class="row">
          <TextField
            id="otherName"
            label={words.otherName}
            value={values.otherName}
            error={errors['otherName']}
            onValue={(otherName) => {
              set({ otherName });
            }}
          />
          <SelectField
            id="otherUnit"
            label={words.otherUnit}
            value={values.unit}
            choices={UNITS.map((unit) => ({ value: unit, label: entryWords.unit[unit] }))}
            onValue={(text) => {
              set({ unit: UNITS.find((unit) => unit === text) ?? 'IU' });
            }}
          />
        </div>
      )}
      {product !== undefined && product.moieties.length > 1 && (
        <Radios
          id="moiety"
          label={words.moiety}
          hint={words.moietyHint}
          value={values.moiety}
          choices={product.moieties.map((moiety) => ({ value: moiety, label: moiety }))}
          onValue={(text) => {
            const moiety = product.moieties.find((one) => one === text);
            if (moiety !== undefined) set({ moiety });
          }}
          inline
        />
      )}
    </>
  );
}
