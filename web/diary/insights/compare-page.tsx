import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { dayWords } from '../../shared/dates/day-words.ts';
import { deviceZone, localNow } from '../../shared/dates/days.ts';
import { SelectField } from '../../shared/forms/select-field.tsx';
import { ComparisonTable } from '../../shared/insights/comparison-table.tsx';
import { aroundChanges, type Span, twoTimes } from '../../shared/insights/spans.ts';
import { insightsWords as words } from '../../shared/words/en/insights.ts';
import type { DiaryLink } from '../state/me.ts';
import { InsightsFrame, ReadInsights } from './open-insights.tsx';

interface Pair {
  readonly value: string;
  readonly label: string;
  readonly spans: readonly [Span, Span];
}

const pairsOf = (changes: readonly string[], today: string): Pair[] => [
  ...aroundChanges(changes, today).map(({ change, spans }) => ({
    value: change,
    label: words.compare.change(dayWords.middle(change)),
    spans,
  })),
  { value: 'halves', label: words.compare.halves, spans: twoTimes(today, 6) },
  { value: 'years', label: words.compare.years, spans: twoTimes(today, 12) },
];

function Comparison({ link, today }: { readonly link: DiaryLink; readonly today: string }): VNode {
  const [chosen, setChosen] = useState('halves');
  const [changes, setChanges] = useState<readonly string[]>([]);
  const pairs = pairsOf(changes, today);
  const [earlier, later] = pairs.find(({ value }) => value === chosen)?.spans ?? twoTimes(today, 6);
  return (
    <>
      <SelectField
        id="periods"
        label={words.compare.which}
        value={chosen}
        onValue={setChosen}
        choices={pairs}
      />
      <ReadInsights
        link={link}
        query={{ from: earlier.from, to: earlier.to, withFrom: later.from, withTo: later.to }}
        onRead={({ planChanges }) => {
          // The days the plan changed come with the first answer; they are the same in every other.
          setChanges((known) => (known.length === planChanges.length ? known : planChanges));
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
