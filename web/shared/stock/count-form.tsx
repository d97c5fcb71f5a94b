import type { VNode } from 'preact';
import type { StockRow } from '#contracts/stock.ts';
import { Form } from '../forms/form.tsx';
import { wholeNumber } from '../forms/parse-amount.ts';
import { TextField } from '../forms/text-field.tsx';
import { stockFieldWords as wrong, stockWords as words } from '../words/en/stock.ts';
import { wholeRow } from './row-words.ts';
import { StockButtons } from './stock-buttons.tsx';
import type { StockPlace } from './stock-place.ts';
import { useStockForm } from './use-stock-form.ts';

interface Props {
  readonly place: StockPlace;
  readonly today: string;
  readonly rows: readonly StockRow[];
  readonly onDone: () => Promise<void>;
  readonly onCancel: () => void;
}

const idOf = (index: number): string => `lines-${String(index)}-count`;

/** Every row with what should be there: only what differs is changed. */
export function CountForm({ place, today, rows, onDone, onCancel }: Props): VNode {
  // By row and not by its place: a box may have come or gone since it was typed.
  const start = (): { readonly typed: Readonly<Record<string, string>> } => ({ typed: {} });
  const { form, act, cancel } = useStockForm({ place, name: 'counted', start, onDone, onCancel });
  const { typed } = form.values;
  const counts = rows.map((row) => typed[wholeRow(row)] ?? String(Math.max(0, row.count)));
  const submit = async (): Promise<void> => {
    const errors = Object.fromEntries(
      counts.flatMap((text, index) =>
        wholeNumber(text) !== undefined ? [] : [[idOf(index), wrong.count['not-a-number']]],
      ),
    );
    if (Object.keys(errors).length > 0) {
      form.refuse(errors);
      return;
    }
    const lines = rows.map(({ productId, strength, batch }, index) => ({
      productId,
      strength,
      ...(batch === undefined ? {} : { batch }),
      count: wholeNumber(counts[index] ?? '') ?? 0,
    }));
    await act.send({ kind: 'counted', body: { on: today, lines } });
  };
  return (
    <Form why="stock" form={form} onSubmit={submit}>
      <p>{words.countText}</p>
      {rows.map((row, index) => (
        <TextField
          key={wholeRow(row)}
          id={idOf(index)}
          label={words.countOf(wholeRow(row))}
          inputMode="numeric"
          width={5}
          value={counts[index] ?? ''}
          error={form.errors[idOf(index)]}
          onValue={(text) => {
            form.set({ typed: { ...typed, [wholeRow(row)]: text } });
          }}
        />
      ))}
      <StockButtons busy={form.busy} onCancel={cancel} />
    </Form>
  );
}
