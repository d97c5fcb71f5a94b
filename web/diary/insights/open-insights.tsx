import type { ComponentChildren, VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import type { InsightsQuery, InsightsView } from '#contracts/insights.ts';
import { useCall } from '../../shared/api/use-call.ts';
import { Failed } from '../../shared/components/failed.tsx';
import { Page } from '../../shared/components/page.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { diaryWords } from '../../shared/words/en/diary.ts';
import { DiaryChooser } from '../home/diary-chooser.tsx';
import { type DiaryLink, person } from '../state/me.ts';

/** Reads what the open diary tells of a window, and shows it once it is there. */
export function ReadInsights({
  link,
  query,
  children,
  onRead,
}: {
  readonly link: DiaryLink;
  readonly query: InsightsQuery;
  readonly children: (view: InsightsView) => ComponentChildren;
  readonly onRead?: (view: InsightsView) => void;
}): VNode {
  const params = { c: link.centre, p: link.patient };
  const reading = useCall('get-insights', { params, query });
  const { value } = reading;
  useEffect(() => {
    if (value !== undefined) onRead?.(value);
  }, [value]);
  if (reading.value !== undefined) return <>{children(reading.value)}</>;
  return reading.failure === undefined ? (
    <Waiting />
  ) : (
    <Failed failure={reading.failure} onRetry={() => void reading.again()} />
  );
}

/** A page of looking back at the open diary. */
export function InsightsFrame({
  title,
  back,
  children,
}: {
  readonly title: string;
  readonly back: string;
  readonly children: (link: DiaryLink) => ComponentChildren;
}): VNode {
  const link = person.link.value;
  return (
    <Page title={title} back={back}>
      {link === undefined ? (
        <p>{diaryWords.noDiaries}</p>
      ) : (
        <>
          <DiaryChooser open={link} />
          {children(link)}
        </>
      )}
    </Page>
  );
}
