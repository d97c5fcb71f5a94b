import type { VNode } from 'preact';
import { diaryWords as words } from '../../shared/words/en/diary.ts';
import { type DiaryLink, person } from '../state/me.ts';

/** First names to choose from; the open diary's is pressed. Only there when the account has several diaries. */
export function DiaryChooser({ open }: { readonly open: DiaryLink }): VNode | null {
  const diaries = person.me.value?.diaries ?? [];
  if (diaries.length < 2) return null;
  const twins = (name: string): boolean => diaries.filter(({ firstName }) => firstName === name).length > 1;
  return (
    <div class="chooser" role="group" aria-label={words.whose}>
      {diaries.map((link) => (
        <button
          key={`${link.centre}/${link.patient}`}
          type="button"
          class="button button-quiet"
          aria-pressed={link === open}
          onClick={() => {
            person.choose(link);
          }}
        >
          <bdi>{link.firstName}</bdi>
          {twins(link.firstName) && (
            <>
              {' '}
              (<bdi>{link.centreName}</bdi>)
            </>
          )}
        </button>
      ))}
    </div>
  );
}
