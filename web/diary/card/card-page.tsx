import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Page } from '../../shared/components/page.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { Checkbox } from '../../shared/forms/checkbox.tsx';
import { Form } from '../../shared/forms/form.tsx';
import { liveForm } from '../../shared/forms/live-form.ts';
import { Fieldset } from '../../shared/forms/fieldset.tsx';
import { Radios } from '../../shared/forms/radios.tsx';
import { TextField } from '../../shared/forms/text-field.tsx';
import { cardWords as words } from '../../shared/words/en/card.ts';
import { diaryWords } from '../../shared/words/en/diary.ts';
import { offlinePageWords } from '../../shared/words/en/offline-pages.ts';
import { DiaryChooser } from '../home/diary-chooser.tsx';
import { mayKeep } from '../state/device/may-keep.ts';
import { type DiaryLink, person } from '../state/me.ts';
import { months } from '../state/months.ts';
import { cardOfDiary } from './card-of-diary.ts';
import { EmergencyCard } from './emergency-card.tsx';
import { type Card, CARD_FIELDS, type CardField, keepCard, readCard } from './kept-card.ts';
import '../print.css';

interface EditorProps {
  readonly card: Card;
  readonly onCard: (card: Card) => void;
}

function CardEditor({ card, onCard }: EditorProps): VNode {
  const show = (field: CardField, isShown: boolean): void => {
    const others = card.shown.filter((one) => one !== field);
    onCard({ ...card, shown: isShown ? [...others, field] : others });
  };
  return (
    <Fieldset id="card-fields" label={words.choose} group>
      {CARD_FIELDS.map((field) => (
        <div key={field} class="card-field">
          <Checkbox
            id={`show-${field}`}
            label={words.show(words.fields[field])}
            checked={card.shown.includes(field)}
            onChecked={(isShown) => {
              show(field, isShown);
            }}
          />
          {card.shown.includes(field) && (
            <TextField
              id={field}
              label={words.fields[field]}
              value={card.texts[field]}
              maxLength={120}
              optional
              onValue={(text) => {
                onCard({ ...card, texts: { ...card.texts, [field]: text } });
              }}
            />
          )}
        </div>
      ))}
    </Fieldset>
  );
}

function CardOf({ link }: { readonly link: DiaryLink }): VNode {
  const diary = `${link.centre}/${link.patient}`;
  const view = months.any.value;
  const month = months.shown.value;
  const [own, setOwn] = useState(() => readCard(diary));
  const [size, setSize] = useState<'card' | 'page'>('card');
  useEffect(() => {
    // Nothing is asked for where the card is kept: it has to be there without a connection, and at once.
    if (own === undefined && view === undefined) void months.read(month);
  }, [own, view, month]);
  const card = own ?? cardOfDiary(view, link.firstName);
  // What is changed is kept as it stands then: not while half of it is still on its way.
  const isRead = own !== undefined || view !== undefined || months.failureOf(month) !== undefined;
  return (
    <>
      <EmergencyCard card={card} size={size} />
      <div class="no-print">
        <Radios
          id="size"
          label={words.size}
          inline
          value={size}
          onValue={(value) => {
            setSize(value === 'page' ? 'page' : 'card');
          }}
          choices={[
            { value: 'card', label: words.sizes.card },
            { value: 'page', label: words.sizes.page },
          ]}
        />
        <p>
          <button
            type="button"
            class="button"
            onClick={() => {
              window.print();
            }}
          >
            {words.print}
          </button>
        </p>
        {isRead ? (
          <Form why="card" form={liveForm} onSubmit={() => Promise.resolve()}>
            <CardEditor
              card={card}
              onCard={(changed) => {
                keepCard(diary, changed);
                setOwn(changed);
              }}
            />
          </Form>
        ) : (
          <Waiting />
        )}
        <p class="hint">{mayKeep() ? words.kept : offlinePageWords.kept.off}</p>
      </div>
    </>
  );
}

/** A card for whoever treats the person in an emergency. What is on it is theirs to decide, and stays on the device. */
export function CardPage(): VNode {
  const link = person.link.value;
  return (
    <Page title={words.title} back="/settings" narrow>
      {link === undefined ? (
        <p>{diaryWords.noDiaries}</p>
      ) : (
        <>
          <div class="no-print">
            <DiaryChooser open={link} />
            <p>{words.text}</p>
          </div>
          <CardOf key={`${link.centre}/${link.patient}`} link={link} />
        </>
      )}
    </Page>
  );
}
