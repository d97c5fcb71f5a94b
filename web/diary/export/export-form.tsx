import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { EXPORT_FORMATS, type ExportFormat } from '#contracts/export-formats.ts';
import { api } from '../../shared/api/api.ts';
import { Notice } from '../../shared/components/notice.tsx';
import { addDays, daysBetween, deviceZone, localNow } from '../../shared/dates/days.ts';
import { Form } from '../../shared/forms/form.tsx';
import { Radios } from '../../shared/forms/radios.tsx';
import { Submit } from '../../shared/forms/submit.tsx';
import { TextField } from '../../shared/forms/text-field.tsx';
import { useForm } from '../../shared/forms/use-form.ts';
import { exportWords as words } from '../../shared/words/en/export.ts';
import { periodFieldWords } from '../../shared/words/en/period.ts';
import { periodErrors, periodReasons } from '../parts/period-reasons.ts';
import { type DiaryLink, person } from '../state/me.ts';
import { type Made, ReadyFile } from './ready-file.tsx';

/** Days before today on which a period begins. */
const PRESETS = { 'three-months': -91, year: -364 } as const;
const isPreset = (value: string): value is keyof typeof PRESETS => value in PRESETS;
const formatOf = (value: string): ExportFormat =>
  EXPORT_FORMATS.find((format) => format === value) ?? 'excel';

const presets = () =>
  (['three-months', 'year', 'own'] as const).map((value) => ({ value, label: words.preset[value] }));
const formats = () =>
  EXPORT_FORMATS.map((value) => ({ value, label: words.formats[value], hint: words.formatHints[value] }));

/** Which days and which kind of file; the file is made, shown and only then saved. */
export function ExportForm({ link }: { readonly link: DiaryLink }): VNode {
  const { day: today } = localNow(deviceZone());
  const form = useForm({ preset: 'year', from: addDays(today, PRESETS.year), to: today, format: 'excel' });
  const [made, setMade] = useState<Made>();
  const submit = async (): Promise<void> => {
    setMade(undefined);
    const { preset } = form.values;
    const { from, to } = isPreset(preset)
      ? { from: addDays(today, PRESETS[preset]), to: today }
      : form.values;
    const wrong = periodErrors(periodReasons({ from, to }));
    if (Object.keys(wrong).length > 0) {
      form.refuse(wrong);
      return;
    }
    if (daysBetween(from, to) > 366) {
      form.refuse({ to: words.tooLong });
      return;
    }
    const format = formatOf(form.values.format);
    const params = { c: link.centre, p: link.patient };
    const outcome = await api('export-diary', { params, query: { from, to, format } });
    if (!outcome.ok) {
      form.refuseWith(outcome.failure, periodFieldWords);
      return;
    }
    form.refuse({});
    setMade({ file: outcome.value, format, from, to });
  };
  return (
    <>
      <Form why="export" form={form} onSubmit={submit}>
        <Radios {...form.text('preset')} label={words.days} choices={presets()} />
        {!isPreset(form.values.preset) && (
          <div class="row">
            <TextField {...form.text('from')} type="date" label={words.from} max={today} />
            <TextField {...form.text('to')} type="date" label={words.to} />
          </div>
        )}
        <Radios {...form.text('format')} label={words.format} choices={formats()} />
        <Submit form={form}>
          {person.hasSeveral.value ? words.buttonFor(link.firstName) : words.button}
        </Submit>
      </Form>
      {form.busy && (
        <Notice kind="info" live>
          <p>{words.making}</p>
        </Notice>
      )}
      {made !== undefined && <ReadyFile key={made.file.fileName} made={made} />}
    </>
  );
}
