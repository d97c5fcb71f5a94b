import type { VNode } from 'preact';
import type { Entry } from '#contracts/entries.ts';
import { Questions } from '../../shared/components/questions.tsx';
import { Form } from '../../shared/forms/form.tsx';
import { Radios } from '../../shared/forms/radios.tsx';
import { Submit } from '../../shared/forms/submit.tsx';
import { diaryWords } from '../../shared/words/en/diary.ts';
import { moveWords as words } from '../../shared/words/en/move.ts';
import { questionText } from '../../shared/words/en/treatment.ts';
import { datedTitle } from '../entry/entry-title.ts';
import { movable, type Movable } from '../entry/move-body.ts';
import { keyOf, useMove } from '../entry/use-move.ts';
import { DiaryPage, type OpenDiary } from '../parts/diary-page.tsx';
import type { DiaryLink } from '../state/me.ts';

interface Props {
  readonly link: DiaryLink;
  readonly entry: Entry;
  readonly can: Movable;
}

function MoveForm({ link, entry, can }: Props): VNode {
  const { form, others, asked, reconsider, send } = useMove(link, entry, can);
  const to = others.find((one) => keyOf(one) === form.values.to);
  return (
    <Form why="move" form={form} onSubmit={() => send([])}>
      <p>
        <strong>{datedTitle(entry)}</strong>
      </p>
      <p>{words.text(link.firstName)}</p>
      <p>{words.goesAlong[can.kind]}</p>
      <Radios
        {...form.text('to')}
        label={words.whose}
        choices={others.map((one) => ({ value: keyOf(one), label: one.firstName, hint: one.centreName }))}
      />
      {can.others.length > 0 && (
        <Radios
          {...form.text('along')}
          label={words.along[can.kind]}
          choices={[
            { value: 'yes', label: words.alongYes[can.kind] },
            { value: 'no', label: words.alongNo[can.kind], hint: words.alongNoHint[can.kind] },
          ]}
        />
      )}
      {asked.length > 0 ? (
        <Questions
          questions={asked.map(questionText)}
          onPass={() => void form.run(() => send(asked))}
          onBack={reconsider}
          busy={form.busy}
        />
      ) : (
        <Submit form={form}>{to === undefined ? words.move : words.moveTo(to.firstName)}</Submit>
      )}
    </Form>
  );
}

/** An entry that was recorded for the wrong one of two children goes to the other one's diary. */
export function MovePage({ params }: { readonly params: Readonly<Record<string, string>> }): VNode {
  const { month = '', id = '' } = params;
  const contents = ({ link, view }: OpenDiary): VNode => {
    const entry = view.entries.find((one) => one.id === id && one.voided === undefined);
    if (entry === undefined) return <p>{diaryWords.notInDiary}</p>;
    const can = movable(view, entry);
    return can === undefined ? <p>{words.cannot}</p> : <MoveForm link={link} entry={entry} can={can} />;
  };
  return (
    <DiaryPage records title={words.title} month={month}>
      {contents}
    </DiaryPage>
  );
}
