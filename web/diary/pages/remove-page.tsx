import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Entry } from '#contracts/entries.ts';
import { newId } from '../../shared/api/new-id.ts';
import { announce } from '../../shared/components/announce.ts';
import { Form } from '../../shared/forms/form.tsx';
import { Submit } from '../../shared/forms/submit.tsx';
import { TextField } from '../../shared/forms/text-field.tsx';
import { useForm } from '../../shared/forms/use-form.ts';
import { router } from '../../shared/router/router.ts';
import { commonWords } from '../../shared/words/en/common.ts';
import { diaryWords as words } from '../../shared/words/en/diary.ts';
import { reasonWords } from '../../shared/words/en/problems.ts';
import { datedTitle } from '../entry/entry-title.ts';
import { DiaryPage, type OpenDiary } from '../parts/diary-page.tsx';
import { months } from '../state/months.ts';
import { dayOfEntry } from '../state/outbox/entry-of-item.ts';
import { outbox, saveAct } from '../state/save-entry.ts';

function RemoveForm({ link, entry }: OpenDiary & { readonly entry: Entry }): VNode {
  const form = useForm({ reason: '' });
  const [mutationId] = useState(newId);
  const submit = async (): Promise<void> => {
    const reason = form.values.reason.trim();
    if (reason === '') {
      form.refuse({ reason: reasonWords('empty') });
      return;
    }
    const { centre, patient } = link;
    const { id, version } = entry;
    const isGone = await outbox.drop(id);
    const body = { mutationId, reason };
    const on = dayOfEntry(entry);
    const outcome = isGone
      ? 'kept'
      : await saveAct({ route: 'void-entry', centre, patient, id, version, body, on });
    if (outcome !== 'kept' && !outcome.ok) {
      // Somebody changed it meanwhile: it waits where that is shown, and a person decides.
      if (outcome.failure.code === 'stale') router.go('/waiting');
      else form.refuseWith(outcome.failure);
      return;
    }
    announce(words.removed);
    if (outcome !== 'kept') await months.changed();
    router.go('/');
  };
  return (
    <Form why="remove" form={form} onSubmit={submit}>
      <p>
        <strong>{datedTitle(entry)}</strong>
      </p>
      <p>{words.removeText}</p>
      <TextField {...form.text('reason')} label={words.removeReason} maxLength={300} />
      <div class="buttons">
        <Submit form={form} warning>
          {words.removeButton}
        </Submit>
        <a class="button button-second" href="/">
          {commonWords.cancel}
        </a>
      </div>
    </Form>
  );
}

/** Takes an entry out of the diary with a reason; its history stays. */
export function RemovePage({ params }: { readonly params: Readonly<Record<string, string>> }): VNode {
  const { month = '', id = '' } = params;
  return (
    <DiaryPage records title={words.removeTitle} month={month}>
      {({ link, view }) => {
        const entry = view.entries.find((one) => one.id === id && one.voided === undefined);
        return entry === undefined ? (
          <p>{words.notInDiary}</p>
        ) : (
          <RemoveForm link={link} view={view} entry={entry} />
        );
      }}
    </DiaryPage>
  );
}
