import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { api } from '../../shared/api/api.ts';
import { saveFile } from '../../shared/api/save-file.ts';
import { Notice } from '../../shared/components/notice.tsx';
import { Page } from '../../shared/components/page.tsx';
import { addDays, daysBetween, deviceZone, localNow } from '../../shared/dates/days.ts';
import { Form } from '../../shared/forms/form.tsx';
import { Submit } from '../../shared/forms/submit.tsx';
import { TextField } from '../../shared/forms/text-field.tsx';
import { useForm } from '../../shared/forms/use-form.ts';
import { diaryWords } from '../../shared/words/en/diary.ts';
import { exportWords as words } from '../../shared/words/en/export.ts';
import { periodFieldWords } from '../../shared/words/en/period.ts';
import { DiaryChooser } from '../home/diary-chooser.tsx';
import { periodErrors, periodReasons } from '../parts/period-reasons.ts';
import { type DiaryLink, person } from '../state/me.ts';

function ExportForm({ link }: { readonly link: DiaryLink }): VNode {
  const { day: today } = localNow(deviceZone());
  const form = useForm({ from: addDays(today, -364), to: today });
  const [done, setDone] = useState(false);
  const submit = async (): Promise<void> => {
    setDone(false);
    const { from, to } = form.values;
    const wrong = periodErrors(periodReasons({ from, to }));
    if (Object.keys(wrong).length > 0) {
      form.refuse(wrong);
      return;
    }
    if (daysBetween(from, to) > 366) {
      form.refuse({ to: words.tooLong });
      return;
    }
    const outcome = await api('export-diary', {
      params: { c: link.centre, p: link.patient },
      query: { from, to },
    });
    if (!outcome.ok) {
      form.refuseWith(outcome.failure, periodFieldWords);
      return;
    }
    form.refuse({});
    saveFile(outcome.value);
    setDone(true);
  };
  return (
    <Form form={form} onSubmit={submit}>
      <div class="row">
        <TextField {...form.text('from')} type="date" label={words.from} max={today} />
        <TextField {...form.text('to')} type="date" label={words.to} />
      </div>
      <Notice kind="warning">
        <p>{words.safety}</p>
      </Notice>
      <Submit form={form}>{person.hasSeveral.value ? words.buttonFor(link.firstName) : words.button}</Submit>
      {done && (
        <Notice kind="success" live>
          <p>{words.done}</p>
        </Notice>
      )}
    </Form>
  );
}

/** A period of the diary as an Excel file; possible even without agreeing to the statement. */
export function ExportPage(): VNode {
  const link = person.link.value;
  return (
    <Page title={words.title} back="/" narrow>
      {link === undefined ? (
        <p>{diaryWords.noDiaries}</p>
      ) : (
        <>
          <DiaryChooser open={link} />
          <p>{words.text}</p>
          <ExportForm link={link} />
        </>
      )}
    </Page>
  );
}
