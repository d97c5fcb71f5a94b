import type { VNode } from 'preact';
import type { StockRow, StockView } from '#contracts/stock.ts';
import { Tag } from '../components/tag.tsx';
import { dayWords } from '../dates/day-words.ts';
import { nearDay } from '../dates/near-day.ts';
import { stockWords as words } from '../words/en/stock.ts';
import { listed } from '../words/listed.ts';
import { amountOf, rowWords, wholeRow } from './row-words.ts';

interface Props {
  readonly view: StockView;
  /** Missing where the reader may only look. */
  readonly onRow?: (kind: 'wasted' | 'warmed', row: StockRow) => void;
  /** What to do with boxes that are called back: other words for the centre than for those who have them. */
  readonly recalledText?: string;
}

const countWords = ({ count }: StockRow): string => (count < 0 ? words.short(-count) : words.left(count));

/** A spray is counted in sprays; what is in a pen is measured. */
const openedWords = ({ opened, unit }: StockRow, today: string): string | undefined => {
  if (opened === undefined) return undefined;
  const { actuations, openedOn } = opened;
  const left = actuations === undefined ? amountOf(opened.left, unit) : words.sprays(actuations);
  return openedOn === undefined ? words.opened(left) : words.openedOn(left, nearDay(openedOn, today));
};

const factsOf = (row: StockRow, today: string): string[] =>
  [
    row.usableUntil === undefined ? undefined : words.useBy(dayWords.middle(row.usableUntil)),
    row.expiresOn === undefined || row.expiresOn === row.usableUntil
      ? undefined
      : words.packSays(dayWords.middle(row.expiresOn)),
    row.roomTemperatureSince === undefined
      ? undefined
      : words.warmSince(nearDay(row.roomTemperatureSince, today)),
    openedWords(row, today),
  ].filter((fact) => fact !== undefined);

interface RowProps extends Omit<Props, 'view'> {
  readonly row: StockRow;
  readonly today: string;
}

function Row({ row, today, onRow, recalledText = words.recalledText }: RowProps): VNode {
  const { recalled, freshness } = row;
  const facts = factsOf(row, today);
  return (
    <li class="card">
      <p>
        <strong>{rowWords(row)}</strong>: {countWords(row)}
      </p>
      {recalled !== undefined && (
        <p>
          <Tag kind="urgent">{words.recalled(nearDay(recalled.since, today))}</Tag> {recalledText}
        </p>
      )}
      {freshness !== 'fine' && (
        <p>
          <Tag kind={freshness === 'over' ? 'urgent' : 'attention'}>{words[freshness]}</Tag>
        </p>
      )}
      {facts.length > 0 && <p>{listed(facts)}</p>}
      {onRow !== undefined && row.count > 0 && (
        <div class="buttons">
          {(['wasted', 'warmed'] as const)
            .filter((kind) => kind === 'wasted' || (row.mayBeWarm && row.roomTemperatureSince === undefined))
            .map((kind) => (
              <button
                key={kind}
                type="button"
                class="link"
                onClick={() => {
                  onRow(kind, row);
                }}
              >
                {words[kind]}
                <span class="visually-hidden"> {wholeRow(row)}</span>
              </button>
            ))}
        </div>
      )}
    </li>
  );
}

/** What is at home: by product, nearest last day first, with how long it lasts. */
export function StockShelf({ view, ...row }: Props): VNode {
  const products = [...new Map(view.rows.map((row) => [row.productId, row.productName]))];
  return (
    <>
      {products.map(([id, name]) => {
        const supply = view.supplies.find(({ productId }) => productId === id);
        return (
          <section key={id} aria-label={name}>
            <h2>
              <bdi>{name}</bdi>
            </h2>
            {supply !== undefined && (
              <p>
                {supply.low && <Tag kind="attention">{words.low}</Tag>}{' '}
                {supply.runsOutOn === undefined
                  ? words.lastsLong(supply.doses)
                  : words.lasts(supply.doses, nearDay(supply.runsOutOn, view.today))}
              </p>
            )}
            <ul class="entries">
              {view.rows
                .filter(({ productId }) => productId === id)
                .map((one) => (
                  <Row key={wholeRow(one)} row={one} today={view.today} {...row} />
                ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
