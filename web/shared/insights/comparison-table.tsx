import type { VNode } from 'preact';
import type { Insights } from '#contracts/insights.ts';
import { insightsWords as words } from '../words/en/insights.ts';
import { rateText, windowText } from './insight-text.ts';
import { ToldTable } from './told-table.tsx';
import './insights.css';

type Rate = Insights['rates'][number];

const rateCell = ({ bleeds, observedDays, perYear }: Rate): string =>
  perYear === undefined
    ? words.compare.noRate(bleeds, observedDays)
    : words.compare.rate(rateText(perYear), bleeds, observedDays);

const recordedCell = ({ recorded }: Insights): string =>
  recorded.percent === undefined ? words.rates.none : words.compare.of(recorded.recorded, recorded.planned);

/** Two periods side by side, each number with its own n. No difference is worked out: two columns claim nothing. */
export function ComparisonTable({
  earlier,
  later,
}: {
  readonly earlier: Insights;
  readonly later: Insights;
}): VNode {
  const both = [earlier, later];
  const { rows } = words.compare;
  return (
    <ToldTable
      caption={words.compare.caption}
      head={[words.compare.what, words.compare.first, words.compare.second]}
      rows={[
        [rows.window, ...both.map(({ window }) => windowText(window))],
        [
          rows.observed,
          ...both.map(({ accounted }) => words.compare.of(accounted.accounted, accounted.days)),
        ],
        [rows.bleeds, ...both.map(({ bleeds }) => String(bleeds.count))],
        ...earlier.rates.map((rate, index) => {
          const other = later.rates[index];
          return [
            rows.perYear(words.rates.kinds[rate.kind]),
            rateCell(rate),
            other === undefined ? words.rates.none : rateCell(other),
          ];
        }),
        [rows.recorded, ...both.map(recordedCell)],
        [
          rows.treatments,
          ...both.map(({ use }) => String(use.reduce((sum, { treatments }) => sum + treatments, 0))),
        ],
      ]}
    />
  );
}
