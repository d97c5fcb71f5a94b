import type { VNode } from 'preact';
import type { Insights } from '#contracts/insights.ts';
import { UNITS } from '#domain/product.ts';
import { dayWords } from '../dates/day-words.ts';
import { entryWords } from '../words/en/entry.ts';
import { insightsWords as words } from '../words/en/insights.ts';
import { totalText } from './insight-text.ts';
import { MonthBars } from './month-bars.tsx';
import { ToldTable } from './told-table.tsx';

interface Props {
  readonly told: Insights;
}

/** What was given, by product and month. Amounts of different unit or kind stand apart and are never added. */
export function UseTold({ told }: Props): VNode {
  if (told.use.length === 0) return <p>{words.use.none}</p>;
  return (
    <>
      {told.use.map((use) => {
        const unit = UNITS.find((known) => known === use.unit) ?? 'IU';
        const name = `${use.productName} (${entryWords.unit[unit]} ${use.moiety})`;
        const bars = use.months.flatMap(({ month, total }) =>
          total === undefined ? [] : [{ month, value: total.value }],
        );
        return (
          <div key={`${use.productId ?? use.productName} ${use.unit} ${use.moiety}`} class="told-use">
            {bars.length > 1 && (
              <MonthBars label={words.use.chart(use.productName, entryWords.unit[unit])} months={bars} />
            )}
            <ToldTable
              caption={words.use.caption(name, use.treatments)}
              head={[words.use.month, words.use.treatments, words.use.amount]}
              rows={[
                ...use.months.map(({ month, treatments, total }) => [
                  dayWords.month(month),
                  String(treatments),
                  <bdi key="amount">{totalText(total)}</bdi>,
                ]),
                [words.use.all, String(use.treatments), <bdi key="amount">{totalText(use.total)}</bdi>],
              ]}
            />
          </div>
        );
      })}
    </>
  );
}

/** Planned doses that are recorded. */
export function RecordedTold({ told }: Props): VNode {
  const { planned, recorded, percent, to } = told.recorded;
  if (percent === undefined) return <p>{words.recorded.none}</p>;
  return (
    <>
      <p>{words.recorded.share(recorded, planned, Math.round(percent))}</p>
      {to !== told.window.to && <p class="hint">{words.recorded.to(dayWords.middle(to))}</p>}
    </>
  );
}

export function LagTold({ told }: Props): VNode {
  const { entries, within24Hours, within7Days, laterThan28Days } = told.lag;
  if (entries === 0) return <p>{words.lag.none}</p>;
  return (
    <ToldTable
      caption={words.lag.caption(entries)}
      head={[words.lag.when, words.lag.count]}
      rows={[
        [words.lag.day, String(within24Hours)],
        [words.lag.week, String(within7Days)],
        [words.lag.late, String(laterThan28Days)],
      ]}
    />
  );
}

/** Runs of accounted days, told without praise or blame. */
export function RunsTold({ told }: Props): VNode {
  const { latest, longest, weeks, wholeWeeks } = told.accounted;
  const said = (run: NonNullable<typeof latest>): [number, string, string] => [
    run.days,
    dayWords.middle(run.from),
    dayWords.middle(run.to),
  ];
  return (
    <>
      <ul>
        {latest !== undefined && <li>{words.runs.latest(...said(latest))}</li>}
        {longest !== undefined && longest.from !== latest?.from && (
          <li>{words.runs.longest(...said(longest))}</li>
        )}
        {wholeWeeks > 0 && <li>{words.runs.weeks(weeks, wholeWeeks)}</li>}
      </ul>
      <p class="hint">{words.runs.why}</p>
    </>
  );
}
