import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Failure } from '../../shared/api/failure.ts';
import { newId } from '../../shared/api/new-id.ts';
import { announce } from '../../shared/components/announce.ts';
import { Notice } from '../../shared/components/notice.tsx';
import { diaryWords as words } from '../../shared/words/en/diary.ts';
import { offlineWords } from '../../shared/words/en/offline.ts';
import { failureWords } from '../../shared/words/en/problems.ts';
import { type LastSaved, lastSaved, type SavedEntry } from '../state/last-saved.ts';
import type { DiaryLink } from '../state/me.ts';
import { months } from '../state/months.ts';

const shownMs = 10_000;

/** Under the pointer, or with the keyboard's focus on it or in it. */
function isInUse(box: Element | null): boolean {
  const on = document.activeElement;
  return (
    box?.matches(':hover') === true || (box?.contains(on) === true && on?.matches(':focus-visible') === true)
  );
}

/** Takes out everything one act saved; the first failure, where there is one. */
async function undoAll(link: DiaryLink, entries: readonly SavedEntry[]): Promise<Failure | undefined> {
  const { centre, patient } = link;
  const { outbox, saveAct } = await import('../state/save-entry.ts');
  for (const { id, version } of entries) {
    // One act on this device made them all.
    if (await outbox.drop(id)) return undefined;
    const body = { mutationId: newId(), reason: words.undoReason };
    const on = months.day.peek();
    const outcome = await saveAct({ route: 'void-entry', centre, patient, id, version, body, on });
    if (outcome !== 'kept' && !outcome.ok) return outcome.failure;
  }
  return undefined;
}

/**
 * "Saved", with Undo and Edit for ten seconds, or for as long as the keyboard's focus or the pointer is on it. Both
 * stay possible afterwards: the entry's day has them.
 */
export function SavedNotice({ link }: { readonly link: DiaryLink }): VNode | null {
  const saved = lastSaved.value;
  const box = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (saved === undefined) return;
    setFailed(undefined);
    const timer = window.setInterval(() => {
      if (!isInUse(box.current)) lastSaved.value = undefined;
    }, shownMs);
    return () => {
      window.clearInterval(timer);
    };
  }, [saved]);
  if (saved === undefined) return null;
  const undo = async ({ entries, undo: back }: LastSaved): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const failure = await (back === undefined ? undoAll(link, entries) : back());
    setBusy(false);
    await months.changed();
    if (failure !== undefined) {
      setFailed(failureWords(failure));
      return;
    }
    lastSaved.value = undefined;
    announce(words.undone);
    // The button that was pressed is gone; the next act begins where this one did.
    document.querySelector<HTMLElement>('.acts .button-big')?.focus();
  };
  return (
    <div id="saved" ref={box} tabIndex={-1}>
      <Notice
        kind="success"
        title={saved.isKept === true ? offlineWords.keptTitle(saved.what) : words.savedTitle(saved.what)}
      >
        <p>{saved.isKept === true ? offlineWords.keptText : offlineWords.sent}</p>
        {failed !== undefined && (
          <p role="alert">
            {words.undoFailed} {failed}
          </p>
        )}
        <div class="buttons">
          {(saved.entries.length > 0 || saved.undo !== undefined) && (
            <button type="button" class="button button-second" onClick={() => void undo(saved)}>
              {words.undo}
            </button>
          )}
          {saved.editAt !== undefined && (
            <a class="button button-second" href={saved.editAt}>
              {words.edit}
            </a>
          )}
        </div>
      </Notice>
    </div>
  );
}
