import type { VNode } from 'preact';
import type { Insights } from '#contracts/insights.ts';
import { insightsWords as words } from '../words/en/insights.ts';
import { CausesTold, JointsTold, PlacesTold, RatesTold } from './bleeds-told.tsx';
import { ToldSection } from './told-section.tsx';
import { LagTold, RecordedTold, RunsTold, UseTold } from './treatments-told.tsx';
import './insights.css';

/** Everything a diary tells of one window: the same for the family and for their centre. */
export function InsightsPanel({
  told,
  level = 2,
}: {
  readonly told: Insights;
  readonly level?: 2 | 3;
}): VNode {
  const common = { told, level };
  return (
    <div class="insights">
      <ToldSection {...common} id="rates" title={words.rates.title}>
        <RatesTold told={told} />
      </ToldSection>
      <ToldSection {...common} id="places" title={words.places.title}>
        <PlacesTold told={told} />
      </ToldSection>
      {told.bleeds.count > 0 && (
        <ToldSection {...common} id="causes" title={words.causes.title}>
          <CausesTold told={told} />
        </ToldSection>
      )}
      <ToldSection {...common} id="joints" title={words.joints.title}>
        <JointsTold told={told} />
      </ToldSection>
      <ToldSection {...common} id="use" title={words.use.title}>
        <UseTold told={told} />
      </ToldSection>
      <ToldSection {...common} id="recorded" title={words.recorded.title}>
        <RecordedTold told={told} />
      </ToldSection>
      <ToldSection {...common} id="lag" title={words.lag.title}>
        <LagTold told={told} />
      </ToldSection>
      <ToldSection {...common} id="runs" title={words.runs.title}>
        <RunsTold told={told} />
      </ToldSection>
    </div>
  );
}
