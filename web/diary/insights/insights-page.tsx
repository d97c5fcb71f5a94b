import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { deviceZone, localNow } from '../../shared/dates/days.ts';
import { InsightsPanel } from '../../shared/insights/insights-panel.tsx';
import { SpanForm } from '../../shared/insights/span-form.tsx';
import { lastMonths } from '../../shared/insights/spans.ts';
import { insightsWords as words } from '../../shared/words/en/insights.ts';
import { InsightsFrame, ReadInsights } from './open-insights.tsx';

/** What the open diary tells of a time. */
export function InsightsPage(): VNode {
  const { day: today } = localNow(deviceZone());
  const [span, setSpan] = useState(() => lastMonths(today, 12));
  return (
    <InsightsFrame title={words.title} back="/">
      {(link) => (
        <>
          <p>{words.intro}</p>
          <ul class="plain-list">
            <li>
              <a href="/insights/year">{words.toYear}</a>
            </li>
            <li>
              <a href="/insights/compare">{words.toCompare}</a>
            </li>
          </ul>
          <SpanForm today={today} preset="year" onSpan={setSpan} />
          <ReadInsights link={link} query={span}>
            {({ period }) => <InsightsPanel told={period} />}
          </ReadInsights>
        </>
      )}
    </InsightsFrame>
  );
}
