import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { StockRow, StockView } from '#contracts/stock.ts';
import { Empty } from '../components/empty.tsx';
import { dayWords } from '../dates/day-words.ts';
import { stockWords as words } from '../words/en/stock.ts';
import { CountForm } from './count-form.tsx';
import { DeliveryForm } from './delivery-form.tsx';
import { RowForm } from './row-form.tsx';
import { wholeRow } from './row-words.ts';
import { StockHistory } from './stock-history.tsx';
import type { StockPlace } from './stock-place.ts';
import { StockShelf } from './stock-shelf.tsx';

interface Props {
  readonly place: StockPlace;
  readonly view: StockView;
  readonly mayTell: boolean;
  readonly again: () => Promise<void>;
  /** Where the reader is not whoever has the boxes. */
  readonly recalledText?: string;
}

type Form =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'counted' }
  | { readonly kind: 'wasted' | 'warmed'; readonly row: StockRow };

/** The form that was asked for, in sight: it opens above the boxes, and the row it was asked from may be far below. */
function Opened({ children }: { readonly children: ComponentChildren }): VNode {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <div ref={box} tabIndex={-1}>
      {children}
    </div>
  );
}

/** The boxes at home with all that can be told of them: on the person's own page, and on the centre's. */
export function StockPanel({ place, view, mayTell, again, recalledText }: Props): VNode {
  const [form, setForm] = useState<Form>();
  const acts = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    // The form went, and would take the focus with it.
    if (wasOpen.current && form === undefined) acts.current?.querySelector('button')?.focus();
    wasOpen.current = form !== undefined;
  }, [form]);
  const close = (): void => {
    setForm(undefined);
  };
  const done = async (): Promise<void> => {
    close();
    await again();
  };
  const common = { place, today: view.today, onDone: done, onCancel: close };
  const last = view.movements.find(({ kind }) => kind === 'delivered');
  return (
    <>
      {mayTell && form === undefined && (
        <div class="buttons" ref={acts}>
          <button
            type="button"
            class="button"
            onClick={() => {
              setForm({ kind: 'delivered' });
            }}
          >
            {words.deliver}
          </button>
          {view.rows.length > 0 && (
            <button
              type="button"
              class="button button-second"
              onClick={() => {
                setForm({ kind: 'counted' });
              }}
            >
              {words.count}
            </button>
          )}
        </div>
      )}
      {form !== undefined && (
        <Opened key={'row' in form ? form.kind + wholeRow(form.row) : form.kind}>
          {form.kind === 'delivered' && <DeliveryForm {...common} last={last} rows={view.rows} />}
          {form.kind === 'counted' && <CountForm {...common} rows={view.rows} />}
          {'row' in form && <RowForm {...common} kind={form.kind} row={form.row} />}
        </Opened>
      )}
      {view.rows.length === 0 ? (
        <Empty>
          <p>{words.none}</p>
        </Empty>
      ) : (
        <StockShelf
          view={view}
          {...(recalledText === undefined ? {} : { recalledText })}
          {...(mayTell
            ? {
                onRow: (kind, row) => {
                  setForm({ kind, row });
                },
              }
            : {})}
        />
      )}
      {view.lastCountedOn !== undefined && <p>{words.lastCounted(dayWords.middle(view.lastCountedOn))}</p>}
      {view.movements.length > 0 && (
        <StockHistory
          movements={view.movements}
          place={place}
          today={view.today}
          mayTell={mayTell}
          again={again}
        />
      )}
    </>
  );
}
