import type { ComponentChildren, VNode } from 'preact';
import type { Insights } from '#contracts/insights.ts';
import { insightsWords as words } from '../words/en/insights.ts';
import { windowText } from './insight-text.ts';

interface Props {
  readonly id: string;
  readonly title: string;
  readonly told: Insights;
  /** A page has its title above; a panel of a page has one more. */
  readonly level: 2 | 3;
  readonly children: ComponentChildren;
}

/** One thing a diary tells: never without its window and the days it was observed on. */
export function ToldSection({ id, title, told, level, children }: Props): VNode {
  const Title = level === 2 ? 'h2' : 'h3';
  const { accounted, days } = told.accounted;
  return (
    <section class="told" aria-labelledby={`told-${id}`}>
      <Title id={`told-${id}`}>{title}</Title>
      <p class="quiet told-window">
        {windowText(told.window)}. {words.observed(accounted, days)}
      </p>
      {children}
    </section>
  );
}
