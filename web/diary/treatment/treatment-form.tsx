import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { ListedProduct } from 'virtual:products';
import { formatAmount } from '#domain/format-amount.ts';
import { Notice } from '../../shared/components/notice.tsx';
import { SummaryList } from '../../shared/components/summary-list.tsx';
import { Form } from '../../shared/forms/form.tsx';
import { diaryWords } from '../../shared/words/en/diary.ts';
import { treatmentWords as words } from '../../shared/words/en/treatment.ts';
import { vocabularyWords } from '../../shared/words/en/vocabulary.ts';
import type { OpenDiary } from '../parts/diary-page.tsx';
import { SaveOrAsk } from '../parts/save-or-ask.tsx';
import { WhenFields } from '../parts/when-fields.tsx';
import type { Draft } from '../state/draft.ts';
import { containerLine } from './container-line.ts';
import { treatmentBody } from './treatment-body.ts';
import { TreatmentFields } from './treatment-fields.tsx';
import type { TreatmentValues } from './treatment-values.ts';
import { useTreatmentForm } from './use-treatment-form.ts';

interface Props extends OpenDiary {
  readonly draft: Draft<TreatmentValues>;
  readonly products: readonly ListedProduct[];
  readonly version?: number;
  /** Shows what is repeated in a few lines, with only the time to choose; everything else one press away. */
  readonly isRepeat?: boolean;
  readonly onStartAgain?: () => void;
}

function RepeatSummary({
  values,
  products,
}: {
  readonly values: TreatmentValues;
  readonly products: Props['products'];
}): VNode {
  const { containers, amount, reason } = treatmentBody(values);
  const name = products.find(({ id }) => id === values.productId)?.name ?? values.otherName;
  return (
    <SummaryList
      rows={[
        [words.product, <bdi key="product">{`${name}, ${formatAmount(amount)}`}</bdi>],
        [
          words.containers,
          containers.map((container, index) => (
            <div key={index}>{containerLine(container, amount.unit)}</div>
          )),
        ],
        [diaryWords.entry.reason, vocabularyWords.reason[reason]],
      ]}
    />
  );
}

/** Recording, repeating or correcting a treatment: the form, its questions, and saving. */
export function TreatmentForm(props: Props): VNode {
  const { view, link, draft, products, version, isRepeat = false, onStartAgain } = props;
  const { form, asksFold, save, submit } = useTreatmentForm({
    view,
    link,
    draft,
    products,
    version,
  });
  const [short, setShort] = useState(isRepeat && !draft.wasKept);
  const isShort = short && Object.keys(form.errors).every((id) => id === 'date' || id === 'time');
  return (
    <Form form={form} onSubmit={submit}>
      {draft.wasKept && onStartAgain !== undefined && (
        <Notice title={words.restored}>
          <button type="button" class="link" onClick={onStartAgain}>
            {words.startAgain}
          </button>
        </Notice>
      )}
      {isShort ? (
        <>
          <RepeatSummary values={form.values} products={products} />
          <WhenFields
            label={words.when}
            values={form.values}
            set={form.set}
            errors={form.errors}
            today={view.today}
            homeZone={view.homeZone}
            asksFold={asksFold}
          />
        </>
      ) : (
        <TreatmentFields
          values={form.values}
          set={form.set}
          errors={form.errors}
          view={view}
          products={products}
          asksFold={asksFold}
        />
      )}
      <SaveOrAsk form={form} save={save} link={link}>
        {isShort && (
          <button
            type="button"
            class="button button-second"
            onClick={() => {
              setShort(false);
            }}
          >
            {words.changeSomething}
          </button>
        )}
      </SaveOrAsk>
    </Form>
  );
}
