import type { VNode } from 'preact';
import type { Bleed } from '#contracts/entries.ts';
import { BleedForm } from '../bleed/bleed-form.tsx';
import { bleedValues, emptyBleed } from '../bleed/bleed-values.ts';
import { Waiting } from '../../shared/components/waiting.tsx';
import { localNow } from '../../shared/dates/days.ts';
import { bleedWords as words } from '../../shared/words/en/bleed.ts';
import { diaryWords } from '../../shared/words/en/diary.ts';
import { treatmentWords } from '../../shared/words/en/treatment.ts';
import { DiaryPage } from '../parts/diary-page.tsx';
import { useProducts } from '../state/use-products.ts';
import { months } from '../state/months.ts';

type Given = Omit<Parameters<typeof BleedForm>[0], 'products'>;

/** The form, once the catalogue is there: its treatment is checked against it. */
function Filled(props: Given): VNode {
  const products = useProducts();
  if (products === undefined) return <Waiting />;
  // A bleed is never held up by a catalogue that can't be read: the API checks the treatment again.
  return <BleedForm {...props} products={products === 'failed' ? [] : products} />;
}

/** A bleed on its own, treated or not, on the day chosen in the calendar. */
export function RecordBleedPage(): VNode {
  const day = months.day.value;
  return (
    <DiaryPage records title={words.title}>
      {({ link, view }) => (
        <Filled
          link={link}
          view={view}
          name={`bleed/new/${day}`}
          start={() => emptyBleed(day > view.today ? view.today : day, localNow(view.homeZone).time)}
        />
      )}
    </DiaryPage>
  );
}

/** Correcting a bleed, or saying that it is over and how well treatment worked. */
export function CorrectBleedPage({ params }: { readonly params: Readonly<Record<string, string>> }): VNode {
  const { month = '', id = '' } = params;
  return (
    <DiaryPage records title={words.correctTitle} month={month}>
      {({ link, view }) => {
        const entry = view.entries.find((one): one is Bleed => one.id === id && one.kind === 'bleed');
        if (entry === undefined || entry.voided !== undefined) return <p>{diaryWords.notInDiary}</p>;
        return (
          <>
            <p class="hint">{treatmentWords.correctNote}</p>
            <Filled
              link={link}
              view={view}
              name={`bleed/${id}/${String(entry.version)}`}
              start={() => bleedValues(entry)}
              recorded={entry}
            />
          </>
        );
      }}
    </DiaryPage>
  );
}
