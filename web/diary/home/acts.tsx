import type { VNode } from 'preact';
import { formatAmount } from '#domain/format-amount.ts';
import { diaryWords as words } from '../../shared/words/en/diary.ts';
import type { OpenDiary } from '../parts/diary-page.tsx';
import { mayRecordIn } from '../parts/may-record.ts';
import { person } from '../state/me.ts';

/** What can be recorded: the last treatment again first, because that is what nearly every visit is for. */
export function Acts({ link, view }: OpenDiary): VNode {
  if (!mayRecordIn({ link, view })) {
    return (
      <p class="notice notice-info">{view.recording.stage === 'stopped' ? words.closed : words.readOnly}</p>
    );
  }
  const last = view.lastTreatment;
  const forWhom = person.hasSeveral.value ? ` (${link.firstName})` : '';
  return (
    <div class="acts">
      {last === undefined ? (
        <a class="button button-big" href="/record">
          {words.recordFirst}
          {forWhom}
        </a>
      ) : (
        <>
          <a class="button button-big" href="/repeat">
            {words.repeat(last.productName, formatAmount(last.amount))}
            {forWhom}
          </a>
          <a class="button button-second" href="/record">
            {words.record}
          </a>
        </>
      )}
      <a class="button button-second" href="/bleed">
        {words.recordBleed}
      </a>
      <a class="button button-second" href="/not-taken">
        {words.notTaken}
      </a>
      <a class="button button-second" href="/confirm">
        {words.confirm}
      </a>
    </div>
  );
}
