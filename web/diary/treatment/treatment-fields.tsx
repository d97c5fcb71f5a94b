import type { ComponentProps, VNode } from 'preact';
import type { ListedProduct } from 'virtual:products';
import type { MonthView } from '#contracts/diary.ts';
import { PLACES, REASON_IDS } from '#domain/vocabulary.ts';
import { Checkbox } from '../../shared/forms/checkbox.tsx';
import { Radios } from '../../shared/forms/radios.tsx';
import { SelectField } from '../../shared/forms/select-field.tsx';
import { TextArea } from '../../shared/forms/text-area.tsx';
import { TextField } from '../../shared/forms/text-field.tsx';
import { entryWords } from '../../shared/words/en/entry.ts';
import { treatmentWords as words } from '../../shared/words/en/treatment.ts';
import { vocabularyWords } from '../../shared/words/en/vocabulary.ts';
import { lazy } from '../../shared/router/lazy.tsx';
import { WhenFields } from '../parts/when-fields.tsx';
import { ScanBox } from '../scan/scan-box.tsx';
import { person } from '../state/me.ts';
import { followingContainers } from './amount-of-containers.ts';
import { BleedChoice } from './bleed-choice.tsx';
import { ContainerFields } from './container-fields.tsx';
import { ProductFields, type TreatmentPartProps } from './product-fields.tsx';
import type { BoxOwner as BoxOwnerOf } from './box-owner.tsx';
import { isBleedReason } from './treatment-body.ts';
import type { TreatmentValues } from './treatment-values.ts';

/** Only where somebody keeps more than one diary. */
const BoxOwner = lazy<ComponentProps<typeof BoxOwnerOf>>(() =>
  import('./box-owner.tsx').then((module) => module.BoxOwner),
);

interface Props extends Omit<TreatmentPartProps, 'product'> {
  readonly view: MonthView;
  readonly products: readonly ListedProduct[];
  readonly asksFold: boolean;
}

const reasons = () => REASON_IDS.map((id) => ({ value: id, label: vocabularyWords.reason[id] }));
const places = () => PLACES.map((id) => ({ value: id, label: vocabularyWords.place[id] }));

/** Every field of a treatment. */
export function TreatmentFields({ values, set, errors, view, products, asksFold }: Props): VNode {
  const product = products.find(({ id }) => id === values.productId);
  const change = (changed: Partial<TreatmentValues>): void => {
    set(followingContainers({ ...values, ...changed }, products));
  };
  const part = { values, set: change, errors, product, view };
  return (
    <>
      <WhenFields
        label={words.when}
        {...part}
        today={view.today}
        homeZone={view.homeZone}
        asksFold={asksFold}
      />
      <ScanBox values={values} set={change} view={view} products={products} />
      <ProductFields {...part} products={products} />
      {person.hasSeveral.value && <BoxOwner {...part} products={products} />}
      {values.productId !== '' && <ContainerFields {...part} />}
      <TextField
        id="amount"
        label={words.amount}
        hint={words.amountHint}
        inputMode="decimal"
        width={10}
        suffix={entryWords.unit[values.unit]}
        value={values.amount}
        error={errors['amount']}
        onValue={(amount) => {
          change({ amount, amountTyped: amount !== '' });
        }}
      />
      <SelectField
        id="reason"
        label={words.reason}
        none={words.chooseStrength}
        choices={reasons()}
        value={values.reason}
        error={errors['reason']}
        onValue={(reason) => {
          change({
            reason,
            isNewBleed: isBleedReason(reason) && view.openBleeds.length === 0 && values.bleeds.length === 0,
          });
        }}
      />
      {isBleedReason(values.reason) && <BleedChoice {...part} asksFold={asksFold} />}
      <Radios
        id="place"
        label={words.place}
        choices={places()}
        value={values.place}
        error={errors['place']}
        onValue={(place) => {
          change({ place, fromHomeStock: place !== 'hospital' });
        }}
      />
      {values.boxOf === '' && (
        <Checkbox
          id="fromHomeStock"
          label={words.homeStock}
          checked={values.fromHomeStock}
          onChecked={(fromHomeStock) => {
            change({ fromHomeStock });
          }}
        />
      )}
      <TextArea
        id="note"
        label={words.note}
        hint={words.noteHint}
        optional
        maxLength={500}
        value={values.note}
        error={errors['note']}
        onValue={(note) => {
          change({ note });
        }}
      />
    </>
  );
}
