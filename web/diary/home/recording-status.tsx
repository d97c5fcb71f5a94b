import type { VNode } from 'preact';
import type { MonthView } from '#contracts/diary.ts';
import { More } from '../../shared/components/more.tsx';
import { Tag } from '../../shared/components/tag.tsx';
import { dayWords } from '../../shared/dates/day-words.ts';
import { recordingReasons, recordingWords as words } from '../../shared/words/en/recording.ts';
import { entryWords } from '../../shared/words/en/entry.ts';
import { months } from '../state/months.ts';

const kinds = {
  'not-started': 'plain',
  'up-to-date': 'good',
  due: 'attention',
  reminded: 'attention',
  lapsed: 'urgent',
  'at-risk': 'urgent',
  paused: 'paused',
  stopped: 'plain',
} as const;

/** Where recording stands and, one press away, why: which planned doses are open and what comes next. */
export function RecordingStatus({ view }: { readonly view: MonthView }): VNode {
  const { recording, delivery } = view;
  const reasons = recordingReasons(recording, view.today);
  const needsMore = delivery === 'at-risk' || recording.stage === 'at-risk';
  return (
    <section class="recording" aria-label={words.label}>
      <p class="recording-line">
        <span>{words.label}:</span>{' '}
        <Tag kind={kinds[recording.stage]}>{entryWords.stage[recording.stage]}</Tag>
      </p>
      {delivery === 'at-risk' && <p>{words.deliveryAtRisk}</p>}
      {delivery === 'suspended' && <p>{words.deliverySuspended}</p>}
      {reasons.length > 0 && (
        <More summary={words.why}>
          {reasons.map((reason) => (
            <p key={reason}>{reason}</p>
          ))}
          {needsMore && <p>{words.atRisk}</p>}
          {recording.stage !== 'stopped' && recording.openDoses.length > 0 && (
            <>
              <p>{words.openDoses}:</p>
              <ul class="open-doses">
                {recording.openDoses.map(({ day, ordinal, productName }) => (
                  <li key={`${day}-${String(ordinal)}-${productName}`}>
                    <button
                      type="button"
                      class="link"
                      onClick={() => {
                        months.chooseDay(day);
                      }}
                    >
                      {dayWords.short(day)}: <bdi>{productName}</bdi>
                    </button>
                  </li>
                ))}
              </ul>
            </>
          )}
        </More>
      )}
    </section>
  );
}
