import type { VNode } from 'preact';
import type { StockRow } from '#contracts/stock.ts';
import { WASTE_REASONS } from '#domain/stock/stock-words.ts';
import { isDay } from '../dates/days.ts';
import { Form } from '../forms/form.tsx';
import { wholeNumber } from '../forms/parse-amount.ts';
import { SelectField } from '../forms/select-field.tsx';
import { TextField } from '../forms/text-field.tsx';
import { stockFieldWords as wrong, stockWords as words } from '../words/en/stock.ts';
import { StockButtons } from './stock-buttons.tsx';
import { wholeRow } from './row-words.ts';
import type { StockPlace } from './stock-place.ts';
import { useStockForm } from './use-stock-form.ts';

interface Props {
  readonly place: StockPlace;
  readonly kind: 'wasted' | 'warmed';
  readonly row: StockRow;
  readonly today: string;
  readonly onDone: () => Promise<void>;
  readonly onCancel: () => void;
}

const namedBy = ({ productId, strength, batch }: StockRow) => ({
  productId,
  strength,
  ...(batch === undefined ? {} : { batch }),
});

/** About one row: what can't be used, or the day it left the refrigerator. */
export function RowForm({ place, kind, row, today, onDone, onCancel }: Props): VNode {
  const { form, act, cancel } = useStockForm({
    place,
    name: `${kind}/${wholeRow(row)}`,
    start: () => ({ on: today, count: '1', reason: '' }),
    onDone,
    onCancel,
  });
  const { on, count, reason } = form.values;
  const submit = async (): Promise<void> => {
    const why = WASTE_REASONS.find((one) => one === reason);
    const noDay = isDay(on) ? {} : { on: wrong.on['not-a-date'] };
    if (kind === 'warmed') {
      if (!isDay(on)) form.refuse(noDay);
      else await act.send({ kind, body: { ...namedBy(row), on } });
      return;
    }
    const howMany = wholeNumber(count) ?? 0;
    const noCount = howMany > 0 ? {} : { count: wrong.count['not-above-zero'] };
    if (why === undefined || howMany === 0 || !isDay(on))
      form.refuse({ ...noDay, ...noCount, ...(why === undefined ? { reason: wrong.reason.empty } : {}) });
    else await act.send({ kind, body: { ...namedBy(row), on, count: howMany, reason: why } });
  };
  return (
    <Form why="stock" form={form} onSubmit={submit}>
      <h2>{kind === 'wasted' ? words.wasteTitle(wholeRow(row)) : words.warmTitle(wholeRow(row))}</h2>
      {kind === 'warmed' && <p>{words.warmText}</p>}
      {kind === 'wasted' && (
        <>
          <TextField {...form.text('count')} label={words.howMany} inputMode="numeric" width={5} />
          <SelectField
            {...form.text('reason')}
            label={words.wasteWhy}
            none={words.wasteWhy}
            choices={WASTE_REASONS.map((value) => ({ value, label: words.reasons[value] }))}
          />
        </>
      )}
      <TextField
        {...form.text('on')}
        type="date"
        label={kind === 'wasted' ? words.wastedOn : words.warmedOn}
        max={today}
      />
      <StockButtons busy={form.busy} onCancel={cancel} />
    </Form>
  );
}
