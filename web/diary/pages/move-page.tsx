import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Entry } from '#contracts/entries.ts';
import { newId } from '../../shared/api/new-id.ts';
import { announce } from '../../shared/components/announce.ts';
import { Questions } from '../../shared/components/questions.tsx';
import { Form } from '../../shared/forms/form.tsx';
import { Radios } from '../../shared/forms/radios.tsx';
import { Submit } from '../../shared/forms/submit.tsx';
import { useForm } from '../../shared/forms/use-form.ts';
import { router } from '../../shared/router/router.ts';
import { diaryWords } from '../../shared/words/en/diary.ts';
import { moveWords as words } from '../../shared/words/en/move.ts';
import { reasonWords } from '../../shared/words/en/problems.ts';
import { questionText } from '../../shared/words/en/treatment.ts';
import { entryTitle } from '../entry/entry-title.ts';
import { type Moved, movedEntry } from '../entry/move-body.ts';
import { DiaryPage, type OpenDiary } from '../parts/diary-page.tsx';
import { useDraft } from '../state/draft.ts';
import { type DiaryLink, person } from '../state/me.ts';
import { months } from '../state/months.ts';
import { saveAct } from '../state/save-entry.ts';

const keyOf = ({ centre, patient }: DiaryLink): string => `${centre}/${patient}`;

/**
 * First the copy, under the same id, then the removal: whatever comes between, nothing is lost, and pressing again goes
 * on where it stopped, because each half is the same act as before.
 */
function useMove({ link, entry, moved }: { link: DiaryLink; entry: Entry; moved: Moved }) {
  const others = (person.me.value?.diaries ?? []).filter(
    (one) => one.mayRecord && keyOf(one) !== keyOf(link),
  );
  const draft = useDraft(`move/${entry.id}`, () => ({ to: '', copy: newId(), removal: newId() }));
  const form = useForm(draft.start);
  const [asked, setAsked] = useState<readonly string[]>([]);
  const { id, version } = entry;
  const send = async (passed: readonly string[]): Promise<void> => {
    const to = others.find((one) => keyOf(one) === form.values.to);
    if (to === undefined) {
      form.refuse({ to: reasonWords('empty') });
      return;
    }
    draft.keep(form.values);
    const { copy, removal } = draft.start;
    const body = { ...moved.body, passed, mutationId: copy, typedAt: entry.typedAt };
    const { centre, patient } = to;
    const done = await saveAct({ route: moved.route, centre, patient, id, body });
    if (done !== 'kept' && !done.ok) {
      if (done.failure.code === 'question') setAsked(done.failure.questions.map(({ reason }) => reason));
      else form.refuseWith(done.failure);
      return;
    }
    const reason = words.reason;
    const from = { centre: link.centre, patient: link.patient };
    const gone = await saveAct({
      route: 'void-entry',
      ...from,
      id,
      version,
      body: { mutationId: removal, reason },
    });
    if (gone !== 'kept' && !gone.ok) {
      form.refuseWith(gone.failure);
      return;
    }
    draft.forget();
    announce(words.done(to.firstName));
    await months.changed();
    router.go('/');
  };
  return { form, others, asked, setAsked, send };
}

function MoveForm({ link, entry, moved }: { link: DiaryLink; entry: Entry; moved: Moved }): VNode {
  const { form, others, asked, setAsked, send } = useMove({ link, entry, moved });
  const to = others.find((one) => keyOf(one) === form.values.to);
  return (
    <Form form={form} onSubmit={() => send([])}>
      <p>
        <strong>{entryTitle(entry)}</strong>
      </p>
      <p>{words.text(link.firstName)}</p>
      <Radios
        {...form.text('to')}
        label={words.whose}
        choices={others.map((one) => ({ value: keyOf(one), label: one.firstName, hint: one.centreName }))}
      />
      {asked.length > 0 ? (
        <Questions
          questions={asked.map(questionText)}
          onPass={() => void form.run(() => send(asked))}
          onBack={() => {
            setAsked([]);
          }}
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
    const moved = movedEntry(view, entry);
    return moved === undefined ? <p>{words.cannot}</p> : <MoveForm link={link} entry={entry} moved={moved} />;
  };
  return (
    <DiaryPage records title={words.title} month={month}>
      {contents}
    </DiaryPage>
  );
}
