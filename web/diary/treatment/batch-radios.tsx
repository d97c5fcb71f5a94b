import type { VNode } from 'preact';
import type { MonthView } from '#contracts/diary.ts';
import { formatAmount } from '#domain/format-amount.ts';
import { dayWords } from '../../shared/dates/day-words.ts';
import { Radios } from '../../shared/forms/radios.tsx';
import { batchWords as words } from '../../shared/words/en/batch.ts';
import { boxWords } from '../../shared/words/en/box.ts';
import { listed } from '../../shared/words/listed.ts';
import { batchKey, type RememberedBatch, rememberedBatches } from './remembered-batches.ts';
import type { ContainerValues, TreatmentValues } from './treatment-values.ts';

interface Props {
  readonly values: Pick<TreatmentValues, 'productId' | 'containers'>;
  readonly set: (change: Partial<TreatmentValues>) => void;
  readonly view: MonthView;
}

/** More would hide Save below the fold of a small phone; the whole form takes any other. */
const MOST = 4;
const NOT_KNOWN = 'not-known';

/** What is left in the open one, in sprays where it is given so, and since when it is open. */
function openedWords({ opened }: RememberedBatch): string[] {
  if (opened === undefined) return [];
  const { left, unit, actuations, openedOn } = opened;
  return [
    actuations === undefined
      ? boxWords.inOpen(formatAmount({ value: left, unit }))
      : boxWords.spraysInOpen(actuations),
    ...(openedOn === undefined ? [] : [boxWords.openSince(dayWords.middle(openedOn))]),
  ];
}

function hintOf(one: RememberedBatch, today: string): string {
  const { expiresOn, count, recalled } = one;
  if (recalled) return words.recalled;
  const day = expiresOn === undefined ? '' : dayWords.middle(expiresOn);
  return listed(
    [
      ...openedWords(one),
      expiresOn !== undefined && expiresOn < today ? words.expired(day) : day && words.expires(day),
      count === undefined ? '' : words.left(count),
    ].filter(Boolean),
  );
}

/** The remembered batches of one row's strength, the row's own among them. */
function choicesFor(container: ContainerValues, { values, view }: Props) {
  const known = rememberedBatches(view, values.productId).filter(
    ({ strength }) => strength === Number(container.strength),
  );
  const own = batchKey(container.strength, container.batch);
  const rest = known.filter(({ strength, batch }) => batchKey(strength, batch) !== own);
  const self = known.find(({ strength, batch }) => batchKey(strength, batch) === own) ?? {
    strength: Number(container.strength),
    batch: container.batch,
    expiresOn: container.expiresOn === '' ? undefined : container.expiresOn,
    recalled: false,
  };
  const shown = container.batch === '' ? rest.slice(0, MOST) : [self, ...rest].slice(0, MOST);
  // In the order they were remembered in, wherever the row's own stands.
  return known.filter((one) => shown.includes(one)).concat(shown.filter((one) => !known.includes(one)));
}

/** Which box it came from, in one press, for each row whose batch may be another than the one shown. */
export function BatchRadios(props: Props): VNode {
  const { values, set, view } = props;
  const { containers } = values;
  return (
    <>
      {containers.map((container, index) => {
        const choices = choicesFor(container, props);
        if (choices.length === 0 || (choices.length === 1 && container.batch !== '')) return null;
        const choose = (key: string): void => {
          const chosen = choices.find(({ strength, batch }) => batchKey(strength, batch) === key);
          const changed =
            chosen === undefined
              ? { batch: '', expiresOn: '', notKnown: true }
              : {
                  batch: chosen.batch,
                  expiresOn: chosen.expiresOn ?? '',
                  notKnown: false,
                  unknownReason: '',
                };
          set({ containers: containers.map((one, at) => (at === index ? { ...one, ...changed } : one)) });
        };
        return (
          <Radios
            key={index}
            id={`remembered-${String(index)}`}
            label={containers.length > 1 ? words.whichOf(container.strength) : words.which}
            value={container.batch === '' ? NOT_KNOWN : batchKey(container.strength, container.batch)}
            onValue={choose}
            choices={[
              ...choices.map((one) => ({
                value: batchKey(one.strength, one.batch),
                label: words.batch(one.batch),
                hint: hintOf(one, view.today),
              })),
              ...(container.notKnown ? [{ value: NOT_KNOWN, label: words.notKnown }] : []),
            ]}
          />
        );
      })}
    </>
  );
}
