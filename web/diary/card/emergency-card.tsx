import type { VNode } from 'preact';
import { cardInEnglish as english, cardWords as words } from '../../shared/words/en/card.ts';
import { spokenLanguage } from '../../shared/words/spoken-language.ts';
import { PhoneLink } from '../../shared/components/phone-link.tsx';
import { lineInEnglish } from './in-english.ts';
import { type Card, CARD_FIELDS } from './kept-card.ts';

interface Props {
  readonly card: Card;
  readonly size: 'card' | 'page';
}

/** The English below what is said in another language; nothing where both are the same. */
function Both({ own, inEnglish }: { readonly own: string; readonly inEnglish: string }): VNode {
  return (
    <>
      <span>{own}</span>
      {own !== inEnglish && (
        <span lang="en" dir="ltr">
          {inEnglish}
        </span>
      )}
    </>
  );
}

/** The card itself: on the screen as on paper. A line without words is not on it; each line is in English too. */
export function EmergencyCard({ card, size }: Props): VNode {
  const lines = CARD_FIELDS.filter((field) => card.shown.includes(field) && card.texts[field].trim() !== '');
  const both = spokenLanguage() === 'en' ? '' : 'emergency-card-both';
  return (
    <section class={`emergency-card emergency-card-${size} ${both}`}>
      <h2>
        <Both own={words.heading} inEnglish={english.heading} />
      </h2>
      <dl>
        {lines.map((field) => {
          const text = card.texts[field];
          const other = both === '' ? undefined : lineInEnglish(field, text);
          return (
            <div key={field}>
              <dt>
                <Both own={words.fields[field]} inEnglish={english.fields[field]} />
              </dt>
              <dd>
                {field === 'emergencyPhone' ? <PhoneLink phone={text} /> : <bdi>{text}</bdi>}
                {other !== undefined && (
                  <span lang="en" dir="ltr">
                    {other}
                  </span>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      <p>
        <Both own={words.first} inEnglish={english.first} />
      </p>
    </section>
  );
}
