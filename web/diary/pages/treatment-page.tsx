import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Treatment } from '#contracts/entries.ts';
import { Failed } from '../../shared/components/failed.tsx';
import { Waiting } from '../../shared/components/waiting.tsx';
import { diaryWords } from '../../shared/words/en/diary.ts';
import { treatmentWords as words } from '../../shared/words/en/treatment.ts';
import { DiaryPage, type OpenDiary } from '../parts/diary-page.tsx';
import { useDraft } from '../state/draft.ts';
import { months } from '../state/months.ts';
import { useProducts } from '../state/use-products.ts';
import { repeatDraft } from '../treatment/repeat-draft.ts';
import { TreatmentForm } from '../treatment/treatment-form.tsx';
import {
  newTreatment,
  repeatedTreatment,
  treatmentValues,
  type TreatmentValues,
} from '../treatment/treatment-values.ts';

interface Props {
  readonly params: Readonly<Record<string, string>>;
}
interface FilledProps extends OpenDiary {
  readonly name: string;
  readonly start: () => TreatmentValues;
  readonly version?: number;
}

function Filled(props: FilledProps & { readonly onStartAgain: () => void }): VNode {
  const draft = useDraft(props.name, props.start);
  const products = useProducts();
  if (products === undefined) return <Waiting />;
  if (products === 'failed')
    return (
      <Failed
        code="offline"
        onRetry={() => {
          window.location.reload();
        }}
      />
    );
  const startAgain = (): void => {
    draft.forget();
    props.onStartAgain();
  };
  return <TreatmentForm {...props} draft={draft} products={products} onStartAgain={startAgain} />;
}

/** Starting again is a new form with new ids. */
function Restartable(props: FilledProps): VNode {
  const [round, setRound] = useState(0);
  return (
    <Filled
      key={round}
      {...props}
      onStartAgain={() => {
        setRound(round + 1);
      }}
    />
  );
}

/** A new treatment on the day chosen in the calendar. */
export function RecordTreatmentPage(): VNode {
  const day = months.day.value;
  const bleed = new URLSearchParams(window.location.search).get('for');
  return (
    <DiaryPage records title={words.title}>
      {(diary) => (
        <Restartable
          {...diary}
          name={`treatment/new/${day}/${bleed ?? ''}`}
          start={() => ({
            ...newTreatment(diary.view, day),
            ...(bleed === null ? {} : { reason: 'new-bleed', bleeds: [bleed] }),
          })}
        />
      )}
    </DiaryPage>
  );
}

/** The last treatment again with every field: where the sheet on Home is too short. */
export function RepeatTreatmentPage(): VNode {
  const day = months.day.value;
  return (
    <DiaryPage records title={diaryWords.repeatTitle}>
      {({ link, view }) => {
        const last = view.lastTreatment;
        if (last === undefined) return <p>{words.nothingToRepeat}</p>;
        return (
          <Restartable
            link={link}
            view={view}
            name={repeatDraft(day)}
            start={() => repeatedTreatment(view, last, day)}
          />
        );
      }}
    </DiaryPage>
  );
}

/** Correcting a recorded treatment; the earlier version stays in the history. */
export function CorrectTreatmentPage({ params }: Props): VNode {
  const { month = '', id = '' } = params;
  return (
    <DiaryPage records title={words.correctTitle} month={month}>
      {({ link, view }) => {
        const entry = view.entries.find((one): one is Treatment => one.id === id && one.kind === 'treatment');
        if (entry === undefined || entry.voided !== undefined) return <p>{diaryWords.notInDiary}</p>;
        return (
          <>
            <p class="hint">{words.correctNote}</p>
            <Restartable
              link={link}
              view={view}
              name={`treatment/${id}/${String(entry.version)}`}
              start={() => treatmentValues(view, entry)}
              version={entry.version}
            />
          </>
        );
      }}
    </DiaryPage>
  );
}
