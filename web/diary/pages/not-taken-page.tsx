import type { VNode } from 'preact';
import { NOT_TAKEN_REASONS } from '#domain/vocabulary.ts';
import { newId } from '../../shared/api/new-id.ts';
import { isDay } from '../../shared/dates/days.ts';
import { dayWords } from '../../shared/dates/day-words.ts';
import { Form } from '../../shared/forms/form.tsx';
import { SelectField } from '../../shared/forms/select-field.tsx';
import { TextField } from '../../shared/forms/text-field.tsx';
import { useForm } from '../../shared/forms/use-form.ts';
import { periodFieldWords, periodWords as words } from '../../shared/words/en/period.ts';
import { vocabularyWords } from '../../shared/words/en/vocabulary.ts';
import { DiaryPage, type OpenDiary } from '../parts/diary-page.tsx';
import { SaveOrAsk } from '../parts/save-or-ask.tsx';
import { periodErrors, periodReasons } from '../parts/period-reasons.ts';
import { useDraft } from '../state/draft.ts';
import { finishSave } from '../state/finish-save.ts';
import { months } from '../state/months.ts';
import { useEntrySave } from '../state/use-entry-save.ts';

const reasons = () => NOT_TAKEN_REASONS.map((id) => ({ value: id, label: vocabularyWords.notTaken[id] }));

function NotTakenForm({ link, view }: OpenDiary): VNode {
  const chosen = months.day.peek();
  const day = chosen > view.today ? view.today : chosen;
  const draft = useDraft(`not-taken/${day}`, () => ({ id: newId(), from: day, to: day, reason: '' }));
  const form = useForm(draft.start);
  const { values } = form;
  const save = useEntrySave({
    route: 'put-not-taken',
    link,
    form,
    draft,
    bodyOf: ({ from, to, reason }) => {
      const known = NOT_TAKEN_REASONS.find((id) => id === reason);
      return { from, to, ...(known === undefined ? {} : { reason: known }) };
    },
    refused: (failure) => {
      form.refuseWith(failure, periodFieldWords);
    },
    saved: (version, { from, to }, how) => {
      const what = words.notTakenWhat(dayWords.short(from), dayWords.short(to));
      finishSave({ what, id: values.id, version, day: from, how });
    },
  });
  const submit = async (): Promise<void> => {
    const wrong = periodErrors(periodReasons(values));
    if (Object.keys(wrong).length === 0) await save.send();
    else form.refuse(wrong);
  };
  return (
    <Form why="period" form={form} onSubmit={submit}>
      <p>{words.notTakenText}</p>
      <div class="row">
        <TextField {...form.text('from')} type="date" label={words.from} />
        <TextField
          {...form.text('to')}
          type="date"
          label={words.to}
          {...(isDay(values.from) ? { min: values.from } : {})}
        />
      </div>
      <SelectField
        {...form.text('reason')}
        label={words.notTakenReason}
        none={words.notSaid}
        choices={reasons()}
        optional
      />
      <SaveOrAsk form={form} save={save} link={link} />
    </Form>
  );
}

/** Marks planned doses of a day or a range as not taken: it accounts for them without judging. */
export function NotTakenPage(): VNode {
  return (
    <DiaryPage records title={words.notTakenTitle}>
      {(diary) => <NotTakenForm {...diary} />}
    </DiaryPage>
  );
}
