import type { VNode } from 'preact';
import type { MonthView } from '#contracts/diary.ts';
import { dayWords } from '../../shared/dates/day-words.ts';
import { addDays } from '../../shared/dates/days.ts';
import { diaryWords } from '../../shared/words/en/diary.ts';

/** The other centres that can see this diary, or will: nobody looks in unknown to the patient. */
export function SharedWith({ view }: { readonly view: MonthView }): VNode | null {
  const words = diaryWords.sharedWith;
  if (view.sharedWith.length === 0) return null;
  return (
    <section aria-labelledby="shared-with">
      <h2 id="shared-with">{words.title}</h2>
      <p>{words.intro(view.centre.name)}</p>
      <ul>
        {view.sharedWith.map(({ centreName, mayRecord, startsOn, endsOn, reason }) => (
          <li key={centreName}>
            <strong>
              <bdi>{centreName}</bdi>
            </strong>{' '}
            {words.may(mayRecord, dayWords.middle(startsOn), dayWords.middle(addDays(endsOn, -1)))}{' '}
            {words.reason(reason)}
          </li>
        ))}
      </ul>
    </section>
  );
}
