import type { ListedProduct } from 'virtual:products';
import type { VNode } from 'preact';
import { BATCH_UNKNOWN_REASONS } from '#domain/vocabulary.ts';
import { SelectField } from '../../shared/forms/select-field.tsx';
import { TextField } from '../../shared/forms/text-field.tsx';
import type { FormModel } from '../../shared/forms/use-form.ts';
import { optional, required } from '../../shared/staff/asked.tsx';
import { choicesOf } from '../../shared/staff/choices-of.ts';
import { centreRecord } from '../../shared/words/en/centre-record.ts';
import { centreVocabulary } from '../../shared/words/en/centre-vocabulary.ts';
import { strengthsOf } from '../model/product-choices.ts';
import { type ContainerLine, emptyLine, type TreatmentDraft } from '../model/treatment-draft.ts';

const words = centreRecord.treatment;

interface Props {
  readonly form: FormModel<TreatmentDraft>;
  readonly product: ListedProduct | undefined;
}

interface LineProps extends Props {
  readonly line: ContainerLine;
  readonly index: number;
}

function Line({ form, product, line, index }: LineProps): VNode {
  const { lines, unit, moiety } = form.values;
  const at = `containers-${String(index)}`;
  const set = (part: Partial<ContainerLine>): void => {
    form.set({ lines: lines.map((one, place) => (place === index ? { ...one, ...part } : one)) });
  };
  const bind = (path: string, key: 'strength' | 'count' | 'batch' | 'expiresOn') => ({
    id: `${at}-${path}`,
    value: line[key],
    error: form.errors[`${at}-${path}`] ?? (path === 'batch-number' ? form.errors[`${at}-batch`] : undefined),
    onValue: (value: string) => {
      set({ [key]: value });
    },
  });
  const strengths = strengthsOf(product, moiety);
  const strength = required({ label: words.strength.label(centreVocabulary.units[unit]) });
  // Needed until it is said why there is none.
  const batch =
    line.batchUnknown === '' ? required({ label: words.batch.label }) : { label: words.batch.label };
  const unknown = [
    { value: '', label: words.batch.known },
    ...choicesOf(BATCH_UNKNOWN_REASONS, words.batchUnknown),
    ...(product?.batchRequired === false ? [{ value: 'not-needed', label: words.batch.notNeeded }] : []),
  ];
  return (
    <div class="row container-line" role="group" aria-label={words.line(index + 1)}>
      {strengths.length > 0 ? (
        <SelectField
          {...bind('strength', 'strength')}
          {...strength}
          none="–"
          choices={strengths.map((value) => ({ value: String(value), label: value.toLocaleString('en-GB') }))}
        />
      ) : (
        <TextField {...bind('strength', 'strength')} {...strength} inputMode="decimal" width={5} />
      )}
      <TextField {...bind('count', 'count')} {...required(words.count)} inputMode="numeric" width={3} />
      <TextField {...bind('batch-number', 'batch')} {...batch} width={10} maxLength={20} />
      <SelectField
        id={`${at}-batch-unknown`}
        label={words.batchUnknown.label}
        value={line.batchUnknown}
        choices={unknown}
        onValue={(value) => {
          const known = [...BATCH_UNKNOWN_REASONS, 'not-needed' as const].find((one) => one === value);
          set({ batchUnknown: known ?? '', ...(known === undefined ? {} : { batch: '' }) });
        }}
      />
      <TextField {...bind('expiresOn', 'expiresOn')} {...optional(words.expiresOn)} type="date" width={10} />
      {index > 0 && (
        <button
          type="button"
          class="link"
          onClick={() => {
            form.set({ lines: lines.filter((_line, place) => place !== index) });
          }}
        >
          {words.removeContainer(index + 1)}
        </button>
      )}
    </div>
  );
}

/** The containers of a treatment: a line for each strength and batch. */
export function ContainerLines({ form, product }: Props): VNode {
  const { lines } = form.values;
  return (
    <fieldset class="bare">
      <legend class="visually-hidden">{words.containers}</legend>
      {lines.map((line, index) => (
        <Line key={index} form={form} product={product} line={line} index={index} />
      ))}
      <button
        type="button"
        class="link"
        onClick={() => {
          const last = lines.at(-1) ?? emptyLine;
          form.set({ lines: [...lines, { ...emptyLine, strength: last.strength }] });
        }}
      >
        {words.addContainer}
      </button>
    </fieldset>
  );
}
