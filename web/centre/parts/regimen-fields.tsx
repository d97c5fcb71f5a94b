import type { ListedProduct } from 'virtual:products';
import type { VNode } from 'preact';
import { REGIMEN_KINDS } from '#domain/plan.ts';
import { Checkbox } from '../../shared/forms/checkbox.tsx';
import { Fieldset } from '../../shared/forms/fieldset.tsx';
import { Radios } from '../../shared/forms/radios.tsx';
import { SelectField } from '../../shared/forms/select-field.tsx';
import { TextField } from '../../shared/forms/text-field.tsx';
import type { Errors, TextBinding } from '../../shared/forms/use-form.ts';
import { optional, required } from '../../shared/staff/asked.tsx';
import { choicesOf } from '../../shared/staff/choices-of.ts';
import { chosen } from '../../shared/staff/chosen.ts';
import { centrePlan as words } from '../../shared/words/en/centre-plan.ts';
import { staffWords } from '../../shared/words/en/staff.ts';
import { dayWords } from '../../shared/dates/day-words.ts';
import { isScheduled, type RegimenDraft, SCHEDULES } from '../model/plan-draft.ts';
import { measureOf, moietyChoices, productChoices } from '../model/product-choices.ts';

interface Props {
  readonly regimen: RegimenDraft;
  readonly index: number;
  readonly errors: Errors;
  readonly products: readonly ListedProduct[];
  readonly onChange: (part: Partial<RegimenDraft>) => void;
  readonly onRemove: () => void;
}

type Bind = (path: string, value: string, part: (value: string) => Partial<RegimenDraft>) => TextBinding;

const effects = ['adds', 'replaces'] as const;
const weekdays = [1, 2, 3, 4, 5, 6, 7];

function Schedule({
  regimen,
  errors,
  onChange,
  index,
  bind,
}: Omit<Props, 'onRemove'> & { readonly bind: Bind }): VNode {
  const { schedule } = regimen;
  const at = `regimens-${String(index)}-schedule`;
  return (
    <>
      <SelectField
        {...bind('schedule', schedule, (value) => ({ schedule: chosen(SCHEDULES, value) ?? 'every-days' }))}
        {...required(words.schedule)}
        choices={choicesOf(SCHEDULES, words.schedule)}
      />
      {schedule === 'every-days' && (
        <TextField
          {...bind('schedule-days', regimen.days, (days) => ({ days }))}
          {...required(words.days)}
          inputMode="numeric"
          width={3}
        />
      )}
      {schedule === 'every-weeks' && (
        <TextField
          {...bind('schedule-weeks', regimen.weeks, (weeks) => ({ weeks }))}
          {...required(words.weeks)}
          inputMode="numeric"
          width={3}
        />
      )}
      {schedule === 'weekdays' && (
        <Fieldset id={`${at}-weekdays`} {...required(words.weekdays)} error={errors[`${at}-weekdays`]}>
          <div class="choices-inline">
            {weekdays.map((day) => (
              <Checkbox
                key={day}
                id={`${at}-weekdays-${String(day)}`}
                label={dayWords.weekday(day)}
                checked={regimen.weekdays.includes(day)}
                onChecked={(checked) => {
                  const others = regimen.weekdays.filter((other) => other !== day);
                  onChange({ weekdays: checked ? [...others, day] : others });
                }}
              />
            ))}
          </div>
        </Fieldset>
      )}
      <TextField
        {...bind('dosesPerDay', regimen.dosesPerDay, (dosesPerDay) => ({ dosesPerDay }))}
        {...required(words.dosesPerDay)}
        inputMode="numeric"
        width={3}
      />
      <TextField
        {...bind('anchor', regimen.anchor, (anchor) => ({ anchor }))}
        {...required(words.anchor)}
        type="date"
        width={10}
      />
    </>
  );
}

/** One regimen of the plan: product, amount and how often. */
export function RegimenFields(props: Props): VNode {
  const { regimen, index, errors, products, onChange, onRemove } = props;
  const bind: Bind = (path, value, part) => {
    const id = `regimens-${String(index)}-${path}`;
    return {
      id,
      value,
      error: errors[id],
      onValue: (typed) => {
        onChange(part(typed));
      },
    };
  };
  const product = products.find(({ id }) => id === regimen.productId);
  const moieties = moietyChoices(product);
  return (
    <fieldset class="panel regimen">
      <legend>{words.regimen(index + 1)}</legend>
      <div class="row">
        <SelectField
          {...bind('kind', regimen.kind, (value) => ({ kind: chosen(REGIMEN_KINDS, value) ?? 'routine' }))}
          {...required(words.kind)}
          choices={choicesOf(REGIMEN_KINDS, words.kind)}
        />
        <SelectField
          {...bind('productId', regimen.productId, (productId) => ({
            productId,
            ...measureOf(products.find(({ id }) => id === productId)),
          }))}
          {...required(words.product)}
          groups={productChoices(products)}
          none={staffWords.choose}
        />
        <TextField
          {...bind('amount-value', regimen.amount, (amount) => ({ amount }))}
          {...required({ label: words.amount.label(product?.unit ?? '') })}
          inputMode="decimal"
          width={10}
        />
        {moieties.length > 1 && (
          <SelectField
            {...bind('amount-moiety', regimen.moiety, (value) => ({
              moiety: product?.moieties.find((moiety) => moiety === value) ?? regimen.moiety,
            }))}
            {...required(words.moiety)}
            choices={moieties}
          />
        )}
      </div>
      {isScheduled(regimen.kind) && (
        <div class="row">
          <Schedule {...props} bind={bind} />
          <TextField
            {...bind('until', regimen.until, (until) => ({ until }))}
            {...(regimen.kind === 'temporary' ? required(words.until) : optional(words.until))}
            type="date"
            width={10}
          />
        </div>
      )}
      {regimen.kind === 'temporary' && (
        <Radios
          {...bind('effect', regimen.effect, (value) => ({ effect: chosen(effects, value) ?? 'adds' }))}
          {...required(words.effect)}
          choices={choicesOf(effects, words.effect)}
          inline
        />
      )}
      <button type="button" class="link" onClick={onRemove}>
        {words.remove(index + 1)}
      </button>
    </fieldset>
  );
}
