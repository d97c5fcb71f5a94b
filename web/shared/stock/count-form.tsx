import type { VNode } from 'preact';
import type { StockRow } from '#contracts/stock.ts';
import { isDay } from '../dates/days.ts';
import { Form } from '../forms/form.tsx';
import { TextField } from '../forms/text-field.tsx';
import { useForm } from '../forms/use-form.ts';
import { stockFieldWords as wrong, stockWords as words } from '../words/en/stock.ts';
import { wholeRow } from './row-words.ts';
import { StockButtons } from './stock-buttons.tsx';
import type { StockPlace } from './stock-place.ts';
import { useStockAct } from './use-stock-act.ts';

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
  const form = useForm(() => ({
    on: today,
    counts: rows.map(({ count }) => String(Math.max(0, count))),
  }));
  const act = useStockAct(place, form, onDone);
  const { counts, on } = form.values;
  const submit = async (): Promise<void> => {
    const errors = Object.fromEntries(
      counts.flatMap((text, index) =>
        /^\d{1,3}$/.test(text.trim()) ? [] : [[idOf(index), wrong.count['not-a-number']]],
      ),
    );
    if (Object.keys(errors).length > 0 || !isDay(on)) {
      form.refuse(isDay(on) ? errors : { ...errors, on: wrong.on['not-a-date'] });
      return;
    }
    const lines = rows.map(({ productId, strength, batch }, index) => ({
      productId,
      strength,
      ...(batch === undefined ? {} : { batch }),
      count: Number(counts[index]),
    }));
    await act.send({ kind: 'counted', body: { on, lines } });
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
            form.set({ counts: counts.map((one, at) => (at === index ? text : one)) });
          }}
        />
      ))}
      <StockButtons busy={form.busy} onCancel={onCancel} />
    </Form>
  );
}
