import type { VNode } from 'preact';
import type { MonthView } from '#contracts/diary.ts';
import { formatAmount } from '#domain/format-amount.ts';
import { Radios } from '../../shared/forms/radios.tsx';
import { batchWords as words } from '../../shared/words/en/batch.ts';
import { boxHint } from './box-words.ts';
import { batchKey, type RememberedBatch, rememberedBatches } from './remembered-batches.ts';
import { type ContainerValues, ofBox, type TreatmentValues } from './treatment-values.ts';

interface Props {
  readonly values: Pick<TreatmentValues, 'productId' | 'containers' | 'unit'>;
  readonly set: (change: Partial<TreatmentValues>) => void;
  readonly view: MonthView;
}

/** More would hide Save below the fold of a small phone; the whole form takes any other. */
const MOST = 4;
const NOT_KNOWN = 'not-known';

/** The box that a row names, remembered or not. */
function ownBox(container: ContainerValues, known: readonly RememberedBatch[]): RememberedBatch | undefined {
  const { strength, batch, expiresOn, notKnown } = container;
  if (notKnown) return undefined;
  const found = known.find((one) => batchKey(one.strength, one.batch) === batchKey(strength, batch));
  if (found !== undefined || batch === '') return found;
  return {
    strength: Number(strength),
    batch,
    expiresOn: expiresOn === '' ? undefined : expiresOn,
    printed: expiresOn === '' ? undefined : expiresOn,
    recalled: false,
  };
}

/** The remembered batches of one row's strength, the row's own among them. */
function choicesFor(container: ContainerValues, { values, view }: Props) {
  const known = rememberedBatches(view, values.productId).filter(
    ({ strength }) => strength === Number(container.strength),
  );
  const own = ownBox(container, known);
  const shown = [...new Set([...(own === undefined ? [] : [own]), ...known])].slice(0, MOST);
  // In the order they were remembered in, wherever the row's own stands.
  const choices = known
    .filter((one) => shown.includes(one))
    .concat(shown.filter((one) => !known.includes(one)));
  return { choices, isOnlyOwn: own !== undefined && choices.length === 1 };
}

/** Which box it came from, in one press, for each row whose batch may be another than the one shown. */
export function BatchRadios(props: Props): VNode {
  const { values, set, view } = props;
  const { containers, unit } = values;
  return (
    <>
      {containers.map((container, index) => {
        const { choices, isOnlyOwn } = choicesFor(container, props);
        if (choices.length === 0 || isOnlyOwn) return null;
        const choose = (key: string): void => {
          const chosen = choices.find(({ strength, batch }) => batchKey(strength, batch) === key);
          const changed = chosen === undefined ? { batch: '', expiresOn: '', notKnown: true } : ofBox(chosen);
          set({ containers: containers.map((one, at) => (at === index ? { ...one, ...changed } : one)) });
        };
        return (
          <Radios
            key={index}
            id={`remembered-${String(index)}`}
            label={
              containers.length > 1
                ? words.whichOf(formatAmount({ value: Number(container.strength), unit }))
                : words.which
            }
            value={container.notKnown ? NOT_KNOWN : batchKey(container.strength, container.batch)}
            onValue={choose}
            choices={[
              ...choices.map((one) => ({
                value: batchKey(one.strength, one.batch),
                label:
                  one.batch === '' ? formatAmount({ value: one.strength, unit }) : words.batch(one.batch),
                hint: boxHint(one, view.today),
              })),
              ...(container.notKnown ? [{ value: NOT_KNOWN, label: words.notKnown }] : []),
            ]}
          />
        );
      })}
    </>
  );
}
