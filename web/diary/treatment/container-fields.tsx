import type { VNode } from 'preact';
import type { MonthView } from '#contracts/diary.ts';
import { BATCH_UNKNOWN_REASONS } from '#domain/vocabulary.ts';
import { formatAmount } from '#domain/format-amount.ts';
import { Checkbox } from '../../shared/forms/checkbox.tsx';
import { SelectField } from '../../shared/forms/select-field.tsx';
import { TextField } from '../../shared/forms/text-field.tsx';
import { entryWords } from '../../shared/words/en/entry.ts';
import { treatmentWords as words } from '../../shared/words/en/treatment.ts';
import { vocabularyWords } from '../../shared/words/en/vocabulary.ts';
import type { TreatmentPartProps } from './product-fields.tsx';
import { RowBoxes } from './row-boxes.tsx';
import { type ContainerValues, emptyContainer, typedBatch } from './treatment-values.ts';

const unknownReasons = () =>
  BATCH_UNKNOWN_REASONS.map((id) => ({
    value: id,
    label: vocabularyWords.batchUnknown[id],
  }));

interface Props extends TreatmentPartProps {
  readonly view: MonthView;
}
interface RowProps extends Props {
  readonly container: ContainerValues;
  readonly index: number;
  readonly change: (change: Partial<ContainerValues>) => void;
}

function StrengthAndCount({ container, index, change, values, errors, product }: RowProps): VNode {
  const id = (name: string): string => `containers-${String(index)}-${name}`;
  const listed = product?.strengths ?? [];
  const strength = {
    id: id('strength'),
    label: words.strength,
    value: container.strength,
    error: errors[id('strength')],
    onValue: (text: string) => {
      change({ strength: text });
    },
  };
  return (
    <div class="row">
      {listed.length > 0 ? (
        <SelectField
          {...strength}
          none={words.chooseStrength}
          choices={listed.map(({ value }) => ({
            value: String(value),
            label: formatAmount({ value, unit: values.unit }),
          }))}
        />
      ) : (
        <TextField {...strength} inputMode="decimal" suffix={entryWords.unit[values.unit]} width={5} />
      )}
      <TextField
        id={id('count')}
        label={words.count}
        inputMode="numeric"
        width={3}
        value={container.count}
        error={errors[id('count')]}
        onValue={(count) => {
          change({ count });
        }}
      />
    </div>
  );
}

function ContainerRow(props: RowProps): VNode {
  const { container, index, change, errors, product } = props;
  const id = (name: string): string => `containers-${String(index)}-${name}`;
  return (
    <>
      {/* Those of somebody else's diary are offered where it is said whose box it was. */}
      {props.values.boxOf === '' && <RowBoxes {...props} />}
      <StrengthAndCount {...props} />
      {!container.notKnown && (
        <TextField
          id={id('batch')}
          label={words.batch}
          optional={product?.batchRequired === false}
          hint={words.batchHint}
          value={container.batch}
          error={errors[id('batch')]}
          maxLength={20}
          width={20}
          lower
          onValue={(batch) => {
            change(typedBatch(batch, container));
          }}
        />
      )}
      <Checkbox
        id={id('notKnown')}
        label={words.batchNotKnown}
        checked={container.notKnown}
        onChecked={(notKnown) => {
          change({ notKnown });
        }}
      />
      {container.notKnown && (
        <SelectField
          id={id('unknownReason')}
          label={words.batchWhy}
          none={words.chooseStrength}
          choices={unknownReasons()}
          value={container.unknownReason}
          error={errors[id('unknownReason')]}
          onValue={(unknownReason) => {
            change({ unknownReason });
          }}
        />
      )}
      <TextField
        id={id('expiresOn')}
        label={words.expires}
        type="date"
        optional
        width={10}
        value={container.expiresOn}
        error={errors[id('expiresOn')]}
        onValue={(expiresOn) => {
          change({ expiresOn });
        }}
      />
    </>
  );
}

/** What was used: one or more rows of equal containers, each with its batch. */
export function ContainerFields(props: Props): VNode {
  const { values, set, product } = props;
  const { containers } = values;
  const change = (index: number) => (changed: Partial<ContainerValues>) => {
    set({ containers: containers.map((one, at) => (at === index ? { ...one, ...changed } : one)) });
  };
  return (
    <section class="part" aria-labelledby="containers-title">
      <h2 id="containers-title">{words.containers}</h2>
      <p class="hint">{words.containersHint}</p>
      {product !== undefined && product.container !== 'single-dose' && <p class="hint">{words.restStays}</p>}
      {containers.map((container, index) => (
        <fieldset key={index} class="card">
          <legend class={containers.length > 1 ? 'card-legend' : 'visually-hidden'}>
            {words.container(index + 1)}
          </legend>
          <ContainerRow {...props} container={container} index={index} change={change(index)} />
          {containers.length > 1 && (
            <button
              type="button"
              class="link"
              onClick={() => {
                set({ containers: containers.filter((_one, at) => at !== index) });
              }}
            >
              {words.remove(index + 1)}
            </button>
          )}
        </fieldset>
      ))}
      {containers.length < 20 && (
        <button
          type="button"
          class="button button-quiet"
          onClick={() => {
            set({ containers: [...containers, emptyContainer] });
          }}
        >
          {words.add}
        </button>
      )}
    </section>
  );
}
