import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { announce } from '../../shared/components/announce.ts';
import { deviceZone, localNow } from '../../shared/dates/days.ts';
import { YearOverview } from '../../shared/insights/year-overview.tsx';
import { windowText } from '../../shared/insights/insight-text.ts';
import { insightsWords as words } from '../../shared/words/en/insights.ts';
import { months } from '../state/months.ts';
import { InsightsFrame, ReadInsights } from './open-insights.tsx';

const arrow = (path: string): VNode => (
  <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false" class="arrow">
    <path d={path} />
  </svg>
);

/** As the months of the calendar are stepped through: three years beside each other are too wide for large text. */
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
        {arrow('M12.500 4 6.500 10l6 6')}
      </button>
      <h2 id="year-title">{year}</h2>
      <button
        type="button"
        class="button button-quiet"
        aria-label={`${words.year.next}: ${String(year + 1)}`}
        disabled={year >= last}
        onClick={step(1)}
      >
        {arrow('M7.500 4l6 6-6 6')}
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
