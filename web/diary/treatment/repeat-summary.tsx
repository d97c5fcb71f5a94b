import type { VNode } from 'preact';
import type { ListedProduct } from 'virtual:products';
import { formatAmount } from '#domain/format-amount.ts';
import { SummaryList } from '../../shared/components/summary-list.tsx';
import { treatmentWords as words } from '../../shared/words/en/treatment.ts';
import { entryCardWords } from '../../shared/words/en/entry.ts';
import { vocabularyWords } from '../../shared/words/en/vocabulary.ts';
import { containerLine } from './container-line.ts';
import { treatmentBody } from './treatment-body.ts';
import type { TreatmentValues } from './treatment-values.ts';

interface Props {
  readonly values: TreatmentValues;
  readonly products: readonly ListedProduct[];
}

/** What is about to be saved, in a few lines. */
export function RepeatSummary({ values, products }: Props): VNode {
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
        [entryCardWords.reason, vocabularyWords.reason[reason]],
      ]}
    />
  );
}
