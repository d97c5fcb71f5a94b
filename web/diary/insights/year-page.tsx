import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { announce } from '../../shared/components/announce.ts';
import { deviceZone, localNow } from '../../shared/dates/days.ts';
import { YearOverview } from '../../shared/insights/year-overview.tsx';
import { windowText } from '../../shared/insights/insight-text.ts';
import { insightsWords as words } from '../../shared/words/en/insights.ts';
import { months } from '../state/months.ts';
import { InsightsFrame, ReadInsights } from './open-insights.tsx';

function YearSteps({
  year,
  last,
  show,
}: {
  readonly year: number;
  readonly last: number;
  readonly show: (year: number) => void;
}): VNode {
  const step = (by: number) => (): void => {
    show(year + by);
    announce(String(year + by));
  };
  return (
    <div class="month-steps">
      <button
        type="button"
        class="button button-quiet"
        aria-label={`${words.year.previous}: ${String(year - 1)}`}
        disabled={year <= 1900}
        onClick={step(-1)}
      >
        {year - 1}
      </button>
      <h2 id="year-title">{year}</h2>
      <button
        type="button"
        class="button button-quiet"
        aria-label={`${words.year.next}: ${String(year + 1)}`}
        disabled={year >= last}
        onClick={step(1)}
      >
        {year + 1}
      </button>
    </div>
  );
}

/** A calendar year of the open diary, one sign a day. */
export function YearPage(): VNode {
  const last = Number(localNow(deviceZone()).day.slice(0, 4));
  const [year, setYear] = useState(last);
  const query = { from: `${String(year)}-01-01`, to: `${String(year)}-12-31` };
  return (
    <InsightsFrame title={words.yearTitle} back="/insights">
      {(link) => (
        <section aria-labelledby="year-title">
          <YearSteps year={year} last={last} show={setYear} />
          <ReadInsights link={link} query={query}>
            {({ period }) => (
              <>
                <p class="quiet">
                  {windowText(period.window)}.{' '}
                  {words.observed(period.accounted.accounted, period.accounted.days)}
                </p>
                <YearOverview year={String(year)} marks={period.marks} onMonth={months.show} />
              </>
            )}
          </ReadInsights>
        </section>
      )}
    </InsightsFrame>
  );
}
