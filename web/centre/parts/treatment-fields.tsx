import type { ListedProduct } from 'virtual:products';
import type { VNode } from 'preact';
import type { DiaryMonth } from '../model/diary-month.ts';
import { UNITS } from '#domain/product.ts';
import { BLEED_REASONS, PLACES, REASON_IDS } from '#domain/vocabulary.ts';
import { Checkbox } from '../../shared/forms/checkbox.tsx';
import { Fieldset } from '../../shared/forms/fieldset.tsx';
import { SelectField } from '../../shared/forms/select-field.tsx';
import { TextField } from '../../shared/forms/text-field.tsx';
import type { FormModel } from '../../shared/forms/use-form.ts';
import { optional, required } from '../../shared/staff/asked.tsx';
import { choicesOf } from '../../shared/staff/choices-of.ts';
import { chosen } from '../../shared/staff/chosen.ts';
import { centreRecord } from '../../shared/words/en/centre-record.ts';
import { centreVocabulary } from '../../shared/words/en/centre-vocabulary.ts';
import { staffWords } from '../../shared/words/en/staff.ts';
import { entryText } from '../model/entry-text.ts';
import { measureOf, moietyChoices, productChoices } from '../model/product-choices.ts';
import { held, type TreatmentDraft } from '../model/treatment-draft.ts';
import { ContainerLines } from './container-lines.tsx';
import { QuickDay } from './quick-day.tsx';

const words = centreRecord.treatment;

interface Props {
  readonly form: FormModel<TreatmentDraft>;
  readonly products: readonly ListedProduct[];
  readonly view: DiaryMonth;
}

function ProductFields({ form, products }: Omit<Props, 'view'>): VNode {
  const { productId, moiety, unit } = form.values;
  const product = products.find(({ id }) => id === productId);
  const moieties = moietyChoices(product);
  return (
    <>
      <SelectField
        {...form.text('productId')}
        {...required({ label: words.product.label })}
        groups={[
          ...productChoices(products),
          { label: words.product.other, choices: [{ value: 'other', label: words.product.other }] },
        ]}
        none={staffWords.choose}
        onValue={(id) => {
          form.set({ productId: id, ...measureOf(products.find((one) => one.id === id)) });
        }}
      />
      {productId === 'other' && (
        <>
          <TextField
            {...form.text('otherName')}
            {...required({ label: words.product.otherName })}
            maxLength={80}
          />
          <SelectField
            {...form.text('unit')}
            {...required(words.unit)}
            value={unit}
            choices={choicesOf(UNITS, centreVocabulary.units)}
            onValue={(value) => {
              form.set({ unit: chosen(UNITS, value) ?? unit });
            }}
          />
        </>
      )}
      {moieties.length > 1 && (
        <SelectField
          {...form.text('moiety')}
          {...required(words.moiety)}
          choices={moieties}
          onValue={(value) => {
            form.set({ moiety: product?.moieties.find((one) => one === value) ?? moiety });
          }}
        />
      )}
    </>
  );
}

/** The bleeds of the month that a treatment may be for; only asked where the reason is a bleed. */
function Bleeds({ form, view }: Omit<Props, 'products'>): VNode | null {
  const { reason, bleeds } = form.values;
  if (!BLEED_REASONS.some((one) => one === reason)) return null;
  const choices = view.entries.filter((entry) => entry.kind === 'bleed' && entry.voided === undefined);
  return (
    <Fieldset id="bleeds" {...required({ label: words.bleeds.label })} error={form.errors['bleeds']}>
      {choices.length === 0 && <p>{words.bleeds.none}</p>}
      {choices.map((entry) => {
        const { what, when } = entryText(entry);
        return (
          <Checkbox
            key={entry.id}
            id={`bleeds-${entry.id}`}
            label={`${what}, ${when}`}
            checked={bleeds.includes(entry.id)}
            onChecked={(checked) => {
              const others = bleeds.filter((id) => id !== entry.id);
              form.set({ bleeds: checked ? [...others, entry.id] : others });
            }}
          />
        );
      })}
    </Fieldset>
  );
}

/** A treatment's fields in the order of the paper form: when, what, how much, why. */
export function TreatmentFields({ form, products, view }: Props): VNode {
  const { lines, unit } = form.values;
  const product = products.find(({ id }) => id === form.values.productId);
  const total = held(lines);
  return (
    <>
      <div class="row">
        <QuickDay {...form.text('day')} {...words.day} />
        <TextField {...form.text('time')} {...required(words.time)} inputMode="numeric" width={5} />
        <ProductFields form={form} products={products} />
      </div>
      <ContainerLines form={form} product={product} />
      <div class="row">
        <TextField
          {...form.text('amount')}
          {...optional({
            label: words.amount.label(centreVocabulary.units[unit]),
            why: words.amount.held(total === undefined ? '' : total.toLocaleString('en-GB')),
          })}
          inputMode="decimal"
          width={10}
        />
        <SelectField
          {...form.text('reason')}
          {...required(words.reason)}
          choices={choicesOf(REASON_IDS, centreVocabulary.reasons)}
          onValue={(value) => {
            form.set({ reason: chosen(REASON_IDS, value) ?? '' });
          }}
        />
        <SelectField
          {...form.text('place')}
          {...required(words.place)}
          choices={choicesOf(PLACES, centreVocabulary.places)}
          onValue={(value) => {
            form.set({ place: chosen(PLACES, value) ?? 'home' });
          }}
        />
      </div>
      <Bleeds form={form} view={view} />
      <div class="row">
        <Checkbox {...form.flag('fromHomeStock')} label={words.fromHomeStock.label} />
        <TextField {...form.text('note')} {...optional(words.note)} maxLength={500} />
      </div>
    </>
  );
}
