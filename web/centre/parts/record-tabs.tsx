import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { announce } from '../../shared/components/announce.ts';
import { Notice } from '../../shared/components/notice.tsx';
import { centreRecord as words } from '../../shared/words/en/centre-record.ts';

interface Props<K extends string> {
  /** What the choice of kinds is called, and each kind. */
  readonly label: string;
  readonly kinds: readonly K[];
  readonly names: Readonly<Record<K, string>>;
  readonly onSaved: () => void;
  /** The form of the chosen kind, which says in words what it saved. */
  readonly form: (kind: K, onSaved: (text: string) => void) => ComponentChildren;
  /** Stands beside the form, below what was saved. */
  readonly aside?: ComponentChildren;
}

/**
 * Recording one thing after another: kinds to choose from, the form of one, and what was saved. The newest stands above the
 * form as well, where the focus goes after a save: on a phone the list is far below it.
 */
export function RecordTabs<K extends string>({ label, kinds, names, onSaved, form, aside }: Props<K>): VNode {
  const [chosen, setChosen] = useState<K | undefined>(kinds[0]);
  const [saved, setSaved] = useState<readonly string[]>([]);
  const keep = (text: string): void => {
    setSaved((now) => [text, ...now]);
    announce(`${text}. ${words.saved}`);
    onSaved();
  };
  const [newest] = saved;
  return (
    <div class="record-grid">
      <div>
        {newest !== undefined && (
          <Notice kind="success">
            <p>
              {newest}. {words.saved}
            </p>
          </Notice>
        )}
        <div class="tabs" role="group" aria-label={label}>
          {kinds.map((one) => (
            <button
              key={one}
              type="button"
              class="button button-quiet"
              aria-pressed={one === chosen}
              onClick={() => {
                setChosen(() => one);
              }}
            >
              {names[one]}
            </button>
          ))}
        </div>
        {chosen !== undefined && form(chosen, keep)}
      </div>
      <aside aria-labelledby="just-saved" class="panel">
        <h2 id="just-saved">{words.justSaved}</h2>
        {saved.length === 0 ? (
          <p class="quiet">{words.nothingYet}</p>
        ) : (
          <ol reversed>
            {saved.map((text, index) => (
              <li key={saved.length - index}>{text}</li>
            ))}
          </ol>
        )}
        {aside}
      </aside>
    </div>
  );
}
