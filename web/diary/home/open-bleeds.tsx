import type { VNode } from 'preact';
import { dayWords } from '../../shared/dates/day-words.ts';
import { monthOf } from '../../shared/dates/days.ts';
import { diaryWords as words } from '../../shared/words/en/diary.ts';
import { placeOfBleed } from '../../shared/words/en/entry.ts';
import { MarkShape } from '../calendar/mark-shape.tsx';
import type { OpenDiary } from '../parts/diary-page.tsx';
import { mayRecordIn } from '../parts/may-record.ts';

/** Bleeds that nobody has said are over, each with the way to say so. */
export function OpenBleeds({ link, view }: OpenDiary): VNode | null {
  if (view.openBleeds.length === 0) return null;
  return (
    <section aria-label={words.openBleeds}>
      <p>{words.openBleeds}:</p>
      <ul class="entries">
        {view.openBleeds.map((bleed) => {
          const day = bleed.startedAt.local.slice(0, 10);
          const place = placeOfBleed(bleed);
          return (
            <li key={bleed.id} class="open-bleed">
              <span>
                <MarkShape mark="bleed" /> {words.openBleed(place, dayWords.short(day))}
              </span>
              {mayRecordIn({ link, view }) && (
                <a href={`/bleeds/${monthOf(day)}/${bleed.id}`}>
                  {words.openBleedUpdate}
                  <span class="visually-hidden"> {place}</span>
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
