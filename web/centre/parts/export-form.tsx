import type { VNode } from 'preact';
import type { ExportJob } from '#contracts/centre.ts';
import { announce } from '../../shared/components/announce.ts';
import { addMonths, firstDay, lastDay, monthOf } from '../../shared/dates/days.ts';
import { Form } from '../../shared/forms/form.tsx';
import { Submit } from '../../shared/forms/submit.tsx';
import { TextField } from '../../shared/forms/text-field.tsx';
import { useForm } from '../../shared/forms/use-form.ts';
import { namesOf, required } from '../../shared/staff/asked.tsx';
import { useAct } from '../../shared/staff/use-act.ts';
import { centreSettings } from '../../shared/words/en/centre-settings.ts';
import { today } from './day-text.ts';

const words = centreSettings.exports;

/** Starts an export of a date range; last month is filled in. */
export function ExportForm({ onStarted }: { readonly onStarted: (job: ExportJob) => void }): VNode {
  const month = addMonths(monthOf(today()), -1);
  const form = useForm({ from: firstDay(month), to: lastDay(month) });
  const start = useAct('start-export', form, namesOf({ from: words.from, to: words.to }));
  const submit = async (): Promise<void> => {
    const outcome = await start(({ id, mutationId }) => ({
      params: { id },
      body: { mutationId, ...form.values },
    }));
    if (!outcome.ok) return;
    announce(words.started);
    onStarted(outcome.value);
  };
  return (
    <Form form={form} onSubmit={submit}>
      <p>{words.intro}</p>
      <div class="row">
        <TextField {...form.text('from')} {...required(words.from)} type="date" width={10} />
        <TextField {...form.text('to')} {...required(words.to)} type="date" width={10} />
      </div>
      <p class="quiet">{words.safety}</p>
      <Submit form={form}>{words.submit}</Submit>
    </Form>
  );
}
