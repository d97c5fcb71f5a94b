import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import type { ListedProduct } from 'virtual:products';
import type { MonthView } from '#contracts/diary.ts';
import type { Treatment } from '#contracts/entries.ts';
import { formatAmount } from '#domain/format-amount.ts';
import { Failed } from '../../shared/components/failed.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { Form } from '../../shared/forms/form.tsx';
import { TextField } from '../../shared/forms/text-field.tsx';
import { batchWords } from '../../shared/words/en/batch.ts';
import { treatmentWords as words } from '../../shared/words/en/treatment.ts';
import type { OpenDiary } from '../parts/diary-page.tsx';
import { SaveOrAsk } from '../parts/save-or-ask.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { useDraft } from '../state/draft.ts';
import { months } from '../state/months.ts';
import { useProducts } from '../state/use-products.ts';
import { BatchRadios } from './batch-radios.tsx';
import { RepeatSummary } from './repeat-summary.tsx';
import { treatmentValues } from './treatment-values.ts';
import { useTreatmentForm } from './use-treatment-form.ts';

interface Props extends OpenDiary {
  readonly of: NonNullable<MonthView['batchesMissing']>[number];
  readonly onClose: () => void;
}

/** Which box it was: one of those remembered, or typed. Saving corrects the entry; what stood there stays in its history. */
function BatchForm({
  link,
  view,
  entry,
  products,
  onClose,
}: OpenDiary & {
  readonly entry: Treatment;
  readonly products: readonly ListedProduct[];
  readonly onClose: () => void;
}): VNode {
  const name = `treatment/${entry.id}/${String(entry.version)}`;
  const draft = useDraft(name, () => treatmentValues(view, entry));
  const { version } = entry;
  const { form, save, submit } = useTreatmentForm({ view, link, draft, products, version, onSaved: onClose });
  const { values, set, errors } = form;
  const change = (index: number, batch: string): void => {
    const changed = {
      batch,
      notKnown: batch === '',
      unknownReason: values.containers[index]?.unknownReason ?? '',
    };
    set({ containers: values.containers.map((one, at) => (at === index ? { ...one, ...changed } : one)) });
  };
  return (
    <Form why="record" form={form} onSubmit={submit}>
      <RepeatSummary values={values} products={products} />
      <BatchRadios values={values} set={set} view={view} />
      {values.containers.map((container, index) =>
        entry.containers[index]?.batch.kind === 'known' ? null : (
          <TextField
            key={index}
            id={`containers-${String(index)}-batch`}
            label={
              values.containers.length > 1
                ? batchWords.typedOf(formatAmount({ value: Number(container.strength), unit: values.unit }))
                : batchWords.typed
            }
            hint={words.batchHint}
            value={container.batch}
            error={errors[`containers-${String(index)}-batch`]}
            maxLength={20}
            width={20}
            lower
            onValue={(batch) => {
              change(index, batch);
            }}
          />
        ),
      )}
      <SaveOrAsk form={form} save={save} link={link} />
    </Form>
  );
}

/** "Batch not known", completed: the entry opened from Home, its box chosen, Save. */
export function BatchSheet({ link, view, of, onClose }: Props): VNode {
  const read = months.of(of.month);
  const failure = months.failureOf(of.month);
  const products = useProducts();
  const entry = read?.entries.find((one): one is Treatment => one.kind === 'treatment' && one.id === of.id);
  useEffect(() => {
    if (read === undefined) void months.read(of.month);
  }, [of.month]);
  const isReady = entry !== undefined && Array.isArray(products);
  const hasFailed = failure !== undefined || products === 'failed';
  return (
    <Sheet title={batchWords.completeTitle} onClose={onClose}>
      {isReady && <BatchForm link={link} view={view} entry={entry} products={products} onClose={onClose} />}
      {!isReady && hasFailed && <Failed code="offline" onRetry={() => void months.read(of.month)} />}
      {!isReady && !hasFailed && <Waiting />}
    </Sheet>
  );
}
