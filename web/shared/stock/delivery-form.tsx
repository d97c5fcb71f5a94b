import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ListedProduct } from 'virtual:products';
import type { Movement, StockRow } from '#contracts/stock.ts';
import { Questions } from '../components/questions.tsx';
import { Waiting } from '../components/waiting.tsx';
import { Form } from '../forms/form.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { TextField } from '../forms/text-field.tsx';
import { entryWords } from '../words/en/entry.ts';
import { stockWords as words } from '../words/en/stock.ts';
import { deliveryBody, deliveryErrors, type DeliveryValues } from './delivery-values.ts';
import { amountOf } from './row-words.ts';
import { ScanDelivery } from './scan-delivery.tsx';
import { StockButtons } from './stock-buttons.tsx';
import type { StockPlace } from './stock-place.ts';
import { useStockForm } from './use-stock-form.ts';

interface Props {
  readonly place: StockPlace;
  readonly today: string;
  /** The last delivery: its product, strength and number are offered again. */
  readonly last: Movement | undefined;
  /** What is there: boxes that were scanned before are known by their codes. */
  readonly rows: readonly StockRow[];
  readonly onDone: () => Promise<void>;
  readonly onCancel: () => void;
}

const ids = Object.fromEntries(
  ['productId', 'strength', 'batch', 'count', 'expiresOn'].map((name) => [`/lines/0/${name}`, name]),
);

/** The catalogue, loaded with the form. */
const useCatalogue = (): readonly ListedProduct[] | undefined => {
  const [products, setProducts] = useState<readonly ListedProduct[]>();
  useEffect(() => {
    void import('virtual:products').then((module) => {
      setProducts(module.products);
    });
  }, []);
  return products;
};

/** Boxes that arrived. What was said last time is filled in, so that mostly only batch and date are typed. */
export function DeliveryForm({ place, today, last, rows, onDone, onCancel }: Props): VNode {
  const products = useCatalogue();
  const before = last?.lines[0];
  const start = (): DeliveryValues => ({
    productId: before?.productId ?? '',
    strength: before === undefined ? '' : String(before.strength),
    batch: '',
    expiresOn: '',
    count: before === undefined ? '' : String(before.count),
    on: today,
    gtin: '',
    batchless: false,
  });
  const { form, act, cancel } = useStockForm({ place, name: 'delivered', start, onDone, onCancel, ids });
  const { values } = form;
  const product = products?.find(({ id }) => id === values.productId);
  const submit = async (): Promise<void> => {
    const errors = deliveryErrors(values, product);
    if (Object.keys(errors).length > 0) {
      form.refuse(errors);
      return;
    }
    await act.send({ kind: 'delivered', body: deliveryBody(values) });
  };
  if (products === undefined) return <Waiting />;
  const strengths =
    product?.strengths.map(({ value }) => ({
      value: String(value),
      label: amountOf(value, product.unit),
    })) ?? [];
  return (
    <Form why="stock" form={form} onSubmit={submit}>
      <ScanDelivery products={products} rows={rows} last={last} set={form.set} />
      <SelectField
        {...form.text('productId')}
        label={words.product}
        none={words.chooseProduct}
        choices={products.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {strengths.length > 0 ? (
        <SelectField
          {...form.text('strength')}
          label={words.strength}
          none={words.strength}
          choices={strengths}
        />
      ) : (
        <TextField
          {...form.text('strength')}
          label={words.strength}
          inputMode="decimal"
          width={10}
          {...(product === undefined ? {} : { suffix: entryWords.unit[product.unit] })}
        />
      )}
      <TextField
        {...form.text('batch')}
        label={words.batch}
        hint={words.batchHint}
        width={20}
        onValue={(batch) => {
          // What is typed over a scanned batch was not scanned.
          form.set(values.batchless ? { batch } : { batch, gtin: '' });
        }}
        optional={product?.batchRequired !== true}
      />
      <div class="row">
        <TextField {...form.text('count')} label={words.howMany} inputMode="numeric" width={5} />
        <TextField {...form.text('expiresOn')} type="date" label={words.expiresOn} optional />
        <TextField {...form.text('on')} type="date" label={words.arrivedOn} max={today} />
      </div>
      {act.questions.length > 0 && (
        <Questions
          questions={act.questions}
          busy={form.busy}
          onPass={() => void act.pass()}
          onBack={act.back}
        />
      )}
      <StockButtons busy={form.busy} onCancel={cancel} />
    </Form>
  );
}
