import type { VNode } from 'preact';
import type { ListedProduct } from 'virtual:products';
import type { MonthView } from '#contracts/diary.ts';
import { TextField } from '../../shared/forms/text-field.tsx';
import type { Errors } from '../../shared/forms/use-form.ts';
import { treatmentWords as words } from '../../shared/words/en/treatment.ts';
import { ScanBox } from '../scan/scan-box.tsx';
import { followingContainers } from './amount-of-containers.ts';
import { type ContainerValues, type TreatmentValues, typedBatch } from './treatment-values.ts';

interface Props {
  readonly values: TreatmentValues;
  readonly set: (change: Partial<TreatmentValues>) => void;
  readonly errors: Errors;
  readonly view: MonthView;
  readonly products: readonly ListedProduct[];
  /** A box that the sheet has no fields for: of another product, or one that leaves the amount open. */
  readonly onOther: (values: TreatmentValues) => void;
}

/** A new box for the same treatment, from its code; what the code says can be read over and typed over. */
export function SheetScan({ values, set, errors, view, products, onOther }: Props): VNode {
  const { containers } = values;
  const take = (filled: TreatmentValues): void => {
    const next = followingContainers(filled, products);
    if (next.productId === values.productId && next.amount !== '') set(next);
    else onOther(next);
  };
  const change = (index: number, changed: Partial<ContainerValues>): void => {
    set({ containers: containers.map((one, at) => (at === index ? { ...one, ...changed } : one)) });
  };
  return (
    <>
      <ScanBox values={values} set={take} view={view} products={products} />
      {containers.map((container, index) => {
        const id = `containers-${String(index)}-batch`;
        return container.isOwn === true ? (
          <TextField
            key={id}
            id={id}
            label={words.batch}
            hint={words.batchHint}
            value={container.batch}
            error={errors[id]}
            maxLength={20}
            width={20}
            lower
            onValue={(batch) => {
              change(index, typedBatch(batch, container));
            }}
          />
        ) : null;
      })}
    </>
  );
}
