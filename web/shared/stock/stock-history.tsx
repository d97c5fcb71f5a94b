import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Movement } from '#contracts/stock.ts';
import { More } from '../components/more.tsx';
import { dayWords } from '../dates/day-words.ts';
import { Form } from '../forms/form.tsx';
import { Submit } from '../forms/submit.tsx';
import { useForm } from '../forms/use-form.ts';
import { recorder } from '../words/en/entry.ts';
import { stockWords as words } from '../words/en/stock.ts';
import { listed } from '../words/listed.ts';
import { wholeRow } from './row-words.ts';
import type { StockPlace } from './stock-place.ts';
import { useStockAct } from './use-stock-act.ts';

interface Props {
  readonly movements: readonly Movement[];
  readonly place: StockPlace;
  readonly today: string;
  readonly mayTell: boolean;
  readonly again: () => Promise<void>;
}

const linesOf = ({ kind, lines }: Movement): string =>
  lines
    .map((line) => {
      const said = words.movement[kind](line.count, wholeRow(line));
      return line.expected === undefined || line.expected === line.count
        ? said
        : `${said} (${words.differs(line.expected)})`;
    })
    .join('; ');

interface AskProps extends Pick<Props, 'place' | 'today'> {
  readonly movement: Movement;
  readonly onDone: () => Promise<void>;
  readonly onCancel: () => void;
}

/** Asks once more: what the delivery added goes out again. */
function TakeBack({ movement, place, today, onDone, onCancel }: AskProps): VNode {
  const form = useForm({});
  const act = useStockAct(place, form, onDone);
  return (
    <Form
      form={form}
      onSubmit={() => act.send({ kind: 'taken-back', body: { on: today, delivery: movement.id } })}
    >
      <p>{words.takeBackText}</p>
      <div class="buttons">
        <Submit form={form}>{words.takeBackYes}</Submit>
        <button type="button" class="button button-quiet" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </Form>
  );
}

/** What came and went, newest first; a delivery that was told wrongly can be taken back. */
export function StockHistory({ movements, place, today, mayTell, again }: Props): VNode {
  const [asked, setAsked] = useState<string>();
  const list = useRef<HTMLUListElement>(null);
  const close = (): void => {
    setAsked(undefined);
    // To the heading of what stays: the question took its buttons with it.
    list.current?.closest('details')?.querySelector('summary')?.focus();
  };
  return (
    <More summary={words.history}>
      <ul ref={list}>
        {movements.map((movement) => (
          <li key={movement.id}>
            {dayWords.middle(movement.on)}: {linesOf(movement)}
            {movement.reason !== undefined && ` (${words.reasons[movement.reason].toLowerCase()})`},{' '}
            {listed([
              ...(movement.how === 'scanned' ? [words.scanned] : []),
              words.by(recorder(movement.recordedBy)),
            ])}
            {movement.takenBack === true && ` (${words.wasTakenBack})`}
            {mayTell &&
              movement.kind === 'delivered' &&
              movement.takenBack !== true &&
              asked !== movement.id && (
                <>
                  {' '}
                  <button
                    type="button"
                    class="link"
                    onClick={() => {
                      setAsked(movement.id);
                    }}
                  >
                    {words.takeBack}
                    <span class="visually-hidden"> {linesOf(movement)}</span>
                  </button>
                </>
              )}
            {asked === movement.id && (
              <TakeBack
                movement={movement}
                place={place}
                today={today}
                onDone={async () => {
                  close();
                  await again();
                }}
                onCancel={close}
              />
            )}
          </li>
        ))}
      </ul>
    </More>
  );
}
