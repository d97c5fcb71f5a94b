import type { VNode } from 'preact';
import type { ListedProduct } from 'virtual:products';
import type { MonthView } from '#contracts/diary.ts';
import type { StockRow } from '#contracts/stock.ts';
import { Failed } from '../../shared/components/failed.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { useCall } from '../../shared/api/use-call.ts';
import { Radios } from '../../shared/forms/radios.tsx';
import { wholeRow } from '../../shared/stock/row-words.ts';
import { boxWords as words } from '../../shared/words/en/box.ts';
import { type DiaryLink, person } from '../state/me.ts';
import { boxHint } from './box-words.ts';
import { batchKey, rememberedBox } from './remembered-batches.ts';
import { boxKey, emptyContainer, type TreatmentValues, withProduct } from './treatment-values.ts';

interface Props {
  readonly values: TreatmentValues;
  readonly set: (change: Partial<TreatmentValues>) => void;
  readonly view: MonthView;
  readonly products: readonly ListedProduct[];
}

const rowKey = ({ productId, strength, batch = '' }: StockRow): string =>
  `${productId}/${batchKey(strength, batch)}`;

/** As the boxes at home are told of, where somebody chooses among their own. */
const hintOf = ({ recalled, batch = '', ...row }: StockRow, today: string): string =>
  boxHint(rememberedBox({ ...row, batch, recalled: recalled !== undefined }), today);

/** The boxes of the other diary: choosing one fills product, strength, batch and expiry. */
function TheirBoxes({ of, values, set, view, products }: Props & { readonly of: DiaryLink }): VNode {
  const reading = useCall('get-stock', { params: { c: of.centre, p: of.patient } });
  if (reading.value === undefined)
    return reading.failure === undefined ? (
      <Waiting />
    ) : (
      <Failed failure={reading.failure} onRetry={() => void reading.again()} />
    );
  const boxes = reading.value.rows.filter(({ count }) => count > 0);
  if (boxes.length === 0) return <p class="hint">{words.noBoxes(of.firstName)}</p>;
  const [container] = values.containers;
  const chosen = `${values.productId}/${batchKey(container?.strength ?? '', container?.batch ?? '')}`;
  const choose = (key: string): void => {
    const row = boxes.find((one) => rowKey(one) === key);
    if (row === undefined) return;
    const product = products.find(({ id }) => id === row.productId);
    const of = row.productId === values.productId ? values : withProduct(values, view, product);
    const first = of.containers[0] ?? emptyContainer;
    set({
      ...of,
      containers: [
        {
          ...first,
          strength: String(row.strength),
          batch: row.batch ?? '',
          expiresOn: row.expiresOn ?? '',
          notKnown: false,
          unknownReason: '',
          gtin: undefined,
          serial: undefined,
          isOwn: true,
        },
        ...of.containers.slice(1),
      ],
    });
  };
  return (
    <Radios
      id="theirBox"
      label={words.which(of.firstName)}
      value={chosen}
      choices={boxes.map((row) => ({
        value: rowKey(row),
        label: wholeRow(row),
        hint: hintOf(row, view.today),
      }))}
      onValue={choose}
    />
  );
}

/** Whose box it was, for whoever looks after more than one diary: brothers share a fridge. */
export function BoxOwner(props: Props): VNode | null {
  const { values, set } = props;
  const link = person.link.value;
  const others = (person.me.value?.diaries ?? []).filter(
    (one) => one.mayRecord && link !== undefined && boxKey(one) !== boxKey(link),
  );
  if (link === undefined || others.length === 0) return null;
  const of = others.find((one) => boxKey(one) === values.boxOf);
  return (
    <>
      <Radios
        id="boxOf"
        label={words.whose}
        hint={words.whoseHint}
        value={values.boxOf}
        choices={[
          { value: '', label: words.own(link.firstName) },
          ...others.map((one) => ({ value: boxKey(one), label: words.theirs(one.firstName) })),
        ]}
        onValue={(boxOf) => {
          set({ boxOf, fromHomeStock: true });
        }}
      />
      {of !== undefined && <TheirBoxes key={values.boxOf} {...props} of={of} />}
    </>
  );
}
