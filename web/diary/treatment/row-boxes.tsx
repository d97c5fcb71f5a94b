import type { VNode } from 'preact';
import type { MonthView } from '#contracts/diary.ts';
import { Radios } from '../../shared/forms/radios.tsx';
import { rowWords } from '../../shared/stock/row-words.ts';
import { batchWords as words } from '../../shared/words/en/batch.ts';
import { boxHint } from './box-words.ts';
import { batchKey, rememberedBatches } from './remembered-batches.ts';
import { type ContainerValues, ofBox, type TreatmentValues } from './treatment-values.ts';

interface Props {
  readonly values: Pick<TreatmentValues, 'productId' | 'unit'>;
  readonly container: ContainerValues;
  readonly index: number;
  readonly change: (change: Partial<ContainerValues>) => void;
  readonly view: MonthView;
}

const MOST = 4;

/**
 * The boxes that one row of the whole form may be from, what is open first: choosing one fills strength, batch and last
 * day. Any other is typed below.
 */
export function RowBoxes({ values, container, index, change, view }: Props): VNode | null {
  const { strength, batch, notKnown } = container;
  const chosen = notKnown ? '' : batchKey(strength, batch);
  const known = rememberedBatches(view, values.productId).filter(
    (one) => strength === '' || one.strength === Number(strength),
  );
  const own = known.filter((one) => batchKey(one.strength, one.batch) === chosen);
  const shown = new Set([...own, ...known].slice(0, MOST));
  const boxes = known.filter((one) => shown.has(one));
  if (boxes.length === 0) return null;
  return (
    <Radios
      id={`remembered-${String(index)}`}
      label={words.which}
      hint={words.whichHint}
      optional
      value={chosen}
      onValue={(key) => {
        const box = boxes.find((one) => batchKey(one.strength, one.batch) === key);
        if (box !== undefined) change({ ...ofBox(box), strength: String(box.strength), isOwn: true });
      }}
      choices={boxes.map((one) => ({
        value: batchKey(one.strength, one.batch),
        label: rowWords({ ...one, unit: values.unit, batch: one.batch === '' ? undefined : one.batch }),
        hint: boxHint(one, view.today),
      }))}
    />
  );
}
