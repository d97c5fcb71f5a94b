import type { VNode } from 'preact';
import { NOT_TAKEN_REASONS } from '#domain/vocabulary.ts';
import { newId } from '../../shared/api/new-id.ts';
import { isDay } from '../../shared/dates/days.ts';
import { dayWords } from '../../shared/dates/day-words.ts';
import { Form } from '../../shared/forms/form.tsx';
import { SelectField } from '../../shared/forms/select-field.tsx';
import { Submit } from '../../shared/forms/submit.tsx';
import { TextField } from '../../shared/forms/text-field.tsx';
import { useForm } from '../../shared/forms/use-form.ts';
import { router } from '../../shared/router/router.ts';
import { periodFieldWords, periodWords as words } from '../../shared/words/en/period.ts';
import { reasonWords } from '../../shared/words/en/problems.ts';
import { vocabularyWords } from '../../shared/words/en/vocabulary.ts';
import { DiaryPage, type OpenDiary } from '../parts/diary-page.tsx';
import { saveLabel } from '../parts/save-label.ts';
import { periodReasons } from '../parts/period-reasons.ts';
import { useDraft } from '../state/draft.ts';
import { finishSave } from '../state/finish-save.ts';
import { months } from '../state/months.ts';
import { saveEntry } from '../state/save-entry.ts';

const reasons = NOT_TAKEN_REASONS.map((id) => ({ value: id, label: vocabularyWords.notTaken[id] }));

function NotTakenForm({ link, view }: OpenDiary): VNode {
  const chosen = months.day.peek();
  const day = chosen > view.today ? view.today : chosen;
  const draft = useDraft(`not-taken/${day}`, () => ({ id: newId(), from: day, to: day, reason: '' }));
  const form = useForm(draft.start);
  const { values } = form;
  const submit = async (): Promise<void> => {
    const wrong = periodReasons(values);
    if (Object.keys(wrong).length > 0) {
      form.refuse(
        Object.fromEntries(
          Object.entries(wrong).map(([id, why]) => [id, reasonWords(why, id, periodFieldWords)]),
        ),
      );
      return;
    }
    const reason = NOT_TAKEN_REASONS.find((id) => id === values.reason);
    const body = { from: values.from, to: values.to, ...(reason === undefined ? {} : { reason }) };
    const outcome = await saveEntry({ route: 'put-not-taken', link, id: values.id, body, draft });
    if (!outcome.ok) {
      form.refuseWith(outcome.failure, periodFieldWords);
      return;
    }
    draft.forget();
    const what = words.notTakenWhat(dayWords.short(values.from), dayWords.short(values.to));
    finishSave({ what, id: values.id, version: outcome.value.version, day: values.from });
    router.go('/');
  };
  return (
    <Form form={form} onSubmit={submit}>
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
        choices={reasons}
        optional
      />
      <div class="buttons">
        <Submit form={form}>{saveLabel(link)}</Submit>
      </div>
    </Form>
  );
}

/** Marks planned doses of a day or a range as not taken: it accounts for them without judging. */
export function NotTakenPage(): VNode {
  return <DiaryPage title={words.notTakenTitle}>{(diary) => <NotTakenForm {...diary} />}</DiaryPage>;
}
