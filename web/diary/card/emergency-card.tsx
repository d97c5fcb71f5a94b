import type { VNode } from 'preact';
import { cardWords as words } from '../../shared/words/en/card.ts';
import { PhoneLink } from '../../shared/components/phone-link.tsx';
import { type Card, CARD_FIELDS } from './kept-card.ts';

interface Props {
  readonly card: Card;
  readonly size: 'card' | 'page';
}

/** The card itself: on the screen as on paper. A line without words is not on it. */
export function EmergencyCard({ card, size }: Props): VNode {
  const lines = CARD_FIELDS.filter((field) => card.shown.includes(field) && card.texts[field].trim() !== '');
  return (
    <section class={`emergency-card emergency-card-${size}`}>
      <h2>{words.heading}</h2>
      <dl>
        {lines.map((field) => (
          <div key={field}>
            <dt>{words.fields[field]}</dt>
            <dd>
              {field === 'emergencyPhone' ? (
                <PhoneLink phone={card.texts[field]} />
              ) : (
                <bdi>{card.texts[field]}</bdi>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p>{words.first}</p>
    </section>
  );
}
