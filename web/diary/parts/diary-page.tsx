import type { ComponentChildren, VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import type { MonthView } from '#contracts/diary.ts';
import { Failed } from '../../shared/components/failed.tsx';
import { Page } from '../../shared/components/page.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { diaryWords as words } from '../../shared/words/en/diary.ts';
import { type DiaryLink, person } from '../state/me.ts';
import { months } from '../state/months.ts';
import { mayRecordIn } from './may-record.ts';

export interface OpenDiary {
  readonly link: DiaryLink;
  readonly view: MonthView;
}
interface Props {
  readonly title: string;
  /** The month whose entries are needed; without it, any that has been read. */
  readonly month?: string;
  readonly back?: string;
  /** A page to record on: where nobody may, it says so instead. */
  readonly records?: boolean;
  readonly children: (diary: OpenDiary) => ComponentChildren;
}

/** A page that needs the open diary: reads it where it hasn't been, and says so where it can't. */
export function DiaryPage({ title, month, back = '/', records = false, children }: Props): VNode {
  const link = person.link.value;
  const wanted = month ?? months.shown.value;
  const view = month === undefined ? months.any.value : months.of(month);
  const failure = months.failureOf(wanted);
  useEffect(() => {
    if (view === undefined || months.copiedAt(wanted) !== undefined) void months.read(wanted);
  }, [wanted, link]);
  const ready = link !== undefined && view !== undefined;
  return (
    <Page title={title} back={back} narrow>
      {link === undefined && <p>{words.noDiaries}</p>}
      {ready && person.hasSeveral.value && <p class="diary-name">{words.diaryOf(link.firstName)}</p>}
      {ready && records && !mayRecordIn({ link, view }) && (
        <p>{view.recording.stage === 'stopped' ? words.closed : words.readOnly}</p>
      )}
      {ready && (!records || mayRecordIn({ link, view })) && children({ link, view })}
      {!ready && failure !== undefined && (
        <Failed failure={failure} onRetry={() => void months.read(wanted)} />
      )}
      {!ready && failure === undefined && link !== undefined && <Waiting />}
    </Page>
  );
}
