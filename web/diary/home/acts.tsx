import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { formatAmount } from '#domain/format-amount.ts';
import { dayWords } from '../../shared/dates/day-words.ts';
import { lazy } from '../../shared/router/lazy.tsx';
import { diaryWords as words } from '../../shared/words/en/diary.ts';
import { isolated } from '../../shared/words/isolated.ts';
import type { OpenDiary } from '../parts/diary-page.tsx';
import { mayRecordIn } from '../parts/may-record.ts';
import { person } from '../state/me.ts';
import { months } from '../state/months.ts';

const RepeatSheet = lazy(() => import('../treatment/repeat-sheet.tsx').then((module) => module.RepeatSheet));

type Last = NonNullable<OpenDiary['view']['lastTreatment']>;

/** The big button, and the sheet it opens; for another day than today where one is chosen in the calendar. */
function Repeat({ link, view, last }: OpenDiary & { readonly last: Last }): VNode {
  const [isOpen, setIsOpen] = useState(false);
  const day = months.day.value;
  const forWhom = person.hasSeveral.value ? ` (${isolated(link.firstName)})` : '';
  return (
    <div class="acts-first">
      <button
        type="button"
        class="button button-big"
        aria-haspopup="dialog"
        onClick={() => {
          setIsOpen(true);
        }}
      >
        {words.repeat(last.productName, formatAmount(last.amount))}
        {forWhom}
        {day < view.today && <span class="button-note">{words.repeatOn(dayWords.short(day))}</span>}
      </button>
      {isOpen && (
        <RepeatSheet
          link={link}
          view={view}
          last={last}
          onClose={() => {
            setIsOpen(false);
          }}
          onSaved={() => {
            setIsOpen(false);
            // To Undo and Edit; only after the keyboard does the focus show and stop their clock.
            requestAnimationFrame(() => document.getElementById('saved')?.focus());
          }}
        />
      )}
    </div>
  );
}

/** What can be recorded: the last treatment again first, because that is what nearly every visit is for. */
export function Acts({ link, view }: OpenDiary): VNode {
  if (!mayRecordIn({ link, view })) {
    return (
      <p class="notice notice-info">{view.recording.stage === 'stopped' ? words.closed : words.readOnly}</p>
    );
  }
  const last = view.lastTreatment;
  const forWhom = person.hasSeveral.value ? ` (${isolated(link.firstName)})` : '';
  return (
    <div class="acts">
      {last === undefined ? (
        <a class="button button-big" href="/record">
          {words.recordFirst}
          {forWhom}
        </a>
      ) : (
        <>
          <Repeat link={link} view={view} last={last} />
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
