import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { dayWords } from '../../shared/dates/day-words.ts';
import { deviceZone, localNow } from '../../shared/dates/days.ts';
import { Radios } from '../../shared/forms/radios.tsx';
import { SelectField } from '../../shared/forms/select-field.tsx';
import { ComparisonTable } from '../../shared/insights/comparison-table.tsx';
import { aroundChanges, type Span, twoTimes } from '../../shared/insights/spans.ts';
import { insightsWords as words } from '../../shared/words/en/insights.ts';
import type { DiaryLink } from '../state/me.ts';
import { InsightsFrame, ReadInsights } from './open-insights.tsx';

function spansOf(
  which: string,
  today: string,
  around: readonly [Span, Span] | undefined,
): readonly [Span, Span] {
  if (which === 'change' && around !== undefined) return around;
  return twoTimes(today, which === 'years' ? 12 : 6);
}

function Comparison({ link, today }: { readonly link: DiaryLink; readonly today: string }): VNode {
  const [which, setWhich] = useState('halves');
  const [changedOn, setChangedOn] = useState('');
  const [planChanges, setPlanChanges] = useState<readonly string[]>([]);
  const changes = aroundChanges(planChanges, today);
  const chosen = changes.find(({ change }) => change === changedOn) ?? changes[0];
  const [earlier, later] = spansOf(which, today, chosen?.spans);
  const days = changes.map(({ change }) => ({ value: change, label: dayWords.middle(change) }));
  return (
    <>
      <Radios
        id="periods"
        label={words.compare.which}
        value={which}
        onValue={setWhich}
        choices={[
          { value: 'halves', label: words.compare.halves },
          { value: 'years', label: words.compare.years },
          ...(days.length === 0 ? [] : [{ value: 'change', label: words.compare.change }]),
        ]}
        under={{
          change: (
            <SelectField
              id="changedOn"
              label={words.compare.changedOn}
              value={chosen?.change ?? ''}
              onValue={setChangedOn}
              choices={days}
            />
          ),
        }}
      />
      <ReadInsights
        link={link}
        query={{ from: earlier.from, to: earlier.to, withFrom: later.from, withTo: later.to }}
        onRead={(read) => {
          // The days the plan changed come with the first answer; they are the same in every other.
          setPlanChanges((known) => (known.length === read.planChanges.length ? known : read.planChanges));
        }}
      >
        {({ period, beside }) => beside !== undefined && <ComparisonTable earlier={period} later={beside} />}
      </ReadInsights>
    </>
  );
}

/** Two periods of the open diary side by side, such as before and after a change of plan. */
export function ComparePage(): VNode {
  const { day: today } = localNow(deviceZone());
  return (
    <InsightsFrame title={words.compareTitle} back="/insights">
      {(link) => (
        <>
          <p>{words.compare.intro}</p>
          <Comparison key={`${link.centre}/${link.patient}`} link={link} today={today} />
        </>
      )}
    </InsightsFrame>
  );
}
