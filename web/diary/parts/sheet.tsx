import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { diaryWords as words } from '../../shared/words/en/diary.ts';

interface Props {
  readonly title: string;
  /** Closed by its button, by Escape, or by what was done in it; the focus goes back to where it came from. */
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A sheet over the page for one short act. The browser's own dialog keeps the focus inside. */
export function Sheet({ title, onClose, children }: Props): VNode {
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    // Leaving the page closes it too, so that the focus is given back.
    return () => dialog?.close();
  }, []);
  return (
    <dialog ref={box} class="sheet" aria-labelledby={titleId} onClose={onClose}>
      <div class="sheet-top">
        <h2 id={titleId}>{title}</h2>
        <button
          type="button"
          class="button button-quiet"
          onClick={() => {
            box.current?.close();
          }}
        >
          {words.closeSheet}
        </button>
      </div>
      {children}
    </dialog>
  );
}
