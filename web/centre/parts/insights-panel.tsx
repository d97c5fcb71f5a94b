import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useCall } from '../../shared/api/use-call.ts';
import { Failed } from '../../shared/components/failed.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { ComparisonTable } from '../../shared/insights/comparison-table.tsx';
import { InsightsPanel as InsightsTold } from '../../shared/insights/insights-panel.tsx';
import { SpanForm } from '../../shared/insights/span-form.tsx';
import { asLongBefore, lastMonths, type Span } from '../../shared/insights/spans.ts';
import { insightsWords as words } from '../../shared/words/en/insights.ts';
import { today } from './day-text.ts';
import { Panel } from './panel.tsx';

/** What the diary tells of a time, and the time before it: the same numbers that the family sees. */
function Told({ patient, span }: { readonly patient: string; readonly span: Span }): VNode {
  const before = asLongBefore(span);
  const reading = useCall('get-patient-insights', {
    params: { p: patient },
    query: { ...span, withFrom: before.from, withTo: before.to },
  });
  if (reading.value === undefined)
    return reading.failure === undefined ? (
      <Waiting />
    ) : (
      <Failed failure={reading.failure} onRetry={() => void reading.again()} />
    );
  const { period, beside } = reading.value;
  return (
    <>
      <InsightsTold told={period} level={3} />
      {beside !== undefined && <ComparisonTable earlier={beside} later={period} />}
    </>
  );
}

/** Looking back, read only when it is opened: a look at years of a diary is in the audit. */
export function InsightsPanel({ patient }: { readonly patient: string }): VNode {
  const [isOpen, setIsOpen] = useState(false);
  const [span, setSpan] = useState<Span>(() => lastMonths(today(), 12));
  return (
    <Panel id="insights" title={words.title}>
      {isOpen ? (
        <>
          <SpanForm today={today()} preset="year" onSpan={setSpan} />
          <Told patient={patient} span={span} />
        </>
      ) : (
        <button
          type="button"
          class="button button-second"
          onClick={() => {
            setIsOpen(true);
          }}
        >
          {words.show}
        </button>
      )}
    </Panel>
  );
}
