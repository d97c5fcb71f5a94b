import type { VNode } from 'preact';
import { Tag } from '../../shared/components/tag.tsx';
import { dayWords } from '../../shared/dates/day-words.ts';
import { deviceZone, localNow, monthOf } from '../../shared/dates/days.ts';
import { router } from '../../shared/router/router.ts';
import { offlineWords } from '../../shared/words/en/offline.ts';
import { offlinePageWords as words } from '../../shared/words/en/offline-pages.ts';
import { person } from '../state/me.ts';
import { months } from '../state/months.ts';
import { dayOf } from '../state/outbox/entry-of-item.ts';
import type { Item } from '../state/outbox/item.ts';
import { outbox } from '../state/outbox/outbox.ts';
import { Discard } from './discard.tsx';
import { NeedsYou } from './needs-you.tsx';
import { titleOfItem } from './title-of-item.ts';
import { whyWaiting } from './why-waiting.ts';

const kinds = {
  waiting: 'attention',
  sending: 'attention',
  sent: 'good',
  received: 'good',
  'needs-you': 'urgent',
} as const;

const atWords = (iso: string): string => {
  const { day, time } = localNow(deviceZone(), Date.parse(iso));
  return dayWords.at(day, time);
};

/** Opens the form on what was typed; what is saved there takes the place of what waits. */
function openForm(item: Item): void {
  const folder = item.route === 'put-bleed' ? 'bleeds' : 'treatments';
  const day = dayOf(item);
  const link = person.me
    .peek()
    ?.diaries.find((one) => one.centre === item.centre && one.patient === item.patient);
  if (link !== undefined) person.choose(link);
  months.chooseDay(day);
  router.go(`/${folder}/${monthOf(day)}/${item.id}`);
}

/** One act: what it is, for whom, where it is, and what a person can do about it. */
export function WaitingItem({ item }: { readonly item: Item }): VNode {
  const links = person.me.value?.diaries ?? [];
  const link = links.find((one) => one.centre === item.centre && one.patient === item.patient);
  const why = whyWaiting(item);
  const hasForm = item.route === 'put-treatment' || item.route === 'put-bleed';
  return (
    <article class="entry">
      <p class="entry-title">
        <bdi>{titleOfItem(item, outbox.productName)}</bdi>{' '}
        <Tag kind={kinds[item.state]}>{offlineWords.state[item.state]}</Tag>
      </p>
      <p class="quiet">
        {dayWords.middle(dayOf(item))}
        {links.length > 1 && link !== undefined && (
          <>
            {' '}
            · <bdi>{link.firstName}</bdi>
          </>
        )}{' '}
        · {words.typed(atWords(item.addedAt))}
      </p>
      {why !== undefined && <p>{why}</p>}
      {item.state === 'needs-you' && <NeedsYou item={item} />}
      {(item.state === 'needs-you' || item.state === 'waiting') && (
        <div class="entry-acts">
          {hasForm && link !== undefined && (
            <button
              type="button"
              class="link"
              onClick={() => {
                openForm(item);
              }}
            >
              {words.change}
              <span class="visually-hidden"> {titleOfItem(item, outbox.productName)}</span>
            </button>
          )}
          <Discard item={item} />
        </div>
      )}
    </article>
  );
}
